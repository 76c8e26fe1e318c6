"""Find paragraphs that say again what another one says: pull quotes, and text that stands twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from detente.documents.paragraph import Paragraph

__all__ = ["repeats"]

_WORD = re.compile(r"[^\W_]+")
_RUN = 4
"""Words in a row that are compared."""

_FEWEST, _MOST = 10, 120
"""Words of a paragraph that may be a quote of another: fewer say little, more are no pull quote."""

_SHARE = 0.6
"""How much of a paragraph, in runs of words, the other must hold."""


def repeats(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Return, by number, the paragraphs that repeat another one, and which.

    A paragraph of 10 to 120 words repeats a longer one, or an earlier one of the same length, that
    holds at least 60 % of its runs of four words. Furniture counts as neither. A repetition in other
    words is not found.

    >>> from detente.documents.paragraph import split_paragraphs
    >>> said = "the ford has been open since the flood of last spring and nobody minds"
    >>> repeats(split_paragraphs(f"{said}\\nAs he put it, {said} at all."))
    {1: 2}
    """
    words = {p.number: _WORD.findall(p.text.lower()) for p in paragraphs if not p.furniture}
    short = {n: set(_runs(w)) for n, w in words.items() if _FEWEST <= len(w) <= _MOST}
    holders: dict[tuple[str, ...], list[int]] = {run: [] for runs in short.values() for run in runs}
    for number, said in words.items():
        for run in set(_runs(said)) & holders.keys():
            holders[run].append(number)
    found = {}
    for number, runs in short.items():
        shared = Counter(n for run in runs for n in holders[run])
        longer = [n for n in shared if (len(words[n]), -n) > (len(words[number]), -number)]
        best = max(longer, key=lambda n: (shared[n], -n), default=None)
        if best is not None and shared[best] >= _SHARE * len(runs):
            found[number] = best
    return found


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[k:] for k in range(_RUN)), strict=False)
