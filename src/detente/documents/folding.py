"""Compare texts in spite of typography, with every place mapped back to the original.

Two texts fold to the same if they differ only in compatibility forms (NFKC), white space, the
shape of quotes and dashes, invisible characters, or case. The text is folded unit by unit, a unit
being a character with the marks that combine with it, so that a place in the folded text is a
place in the original. Inside a unit the decomposed form (NFKD) is kept: two strings agree after
NFKC exactly when they agree after NFKD, and units can then be joined without new composition.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Folded", "find", "fold"]

_SHAPES = str.maketrans(
    dict.fromkeys("‘’‚‛‹›′‵´`ʹʼ＇", "'")
    | dict.fromkeys("“”„‟«»″‶＂", '"')
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
)


@dataclass(frozen=True)
class Folded:
    """A folded text: `text`, and for each of its units where it begins and what it came from.

    `begins[k]` is the offset of unit k in `text` (with one more entry, the length); `spans[k]`
    is its half-open span in the original.

    >>> fold("“A” b").spans
    ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5))
    """

    text: str
    begins: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


def fold(text: str) -> Folded:
    """Fold a text for comparison; white space at its ends becomes one space and is kept.

    Limits: nothing is transliterated, stemmed or unhyphenated; two hyphens are not a dash.

    >>> fold("Japan’s “new" + chr(0xA0) + " plan” – 2016").text
    'japan\\'s "new plan" - 2016'
    """
    begins, spans, parts, length = [0], list[tuple[int, int]](), list[str](), 0
    for start, end in _clusters(text):
        piece = _fold_unit(text[start:end])
        if not piece:
            continue
        if piece == " " and parts and parts[-1] == " ":
            spans[-1] = (spans[-1][0], end)
            continue
        length += len(piece)
        begins.append(length)
        spans.append((start, end))
        parts.append(piece)
    return Folded("".join(parts), tuple(begins), tuple(spans))


def find(anchor: str, text: str) -> list[tuple[int, int]]:
    """Return the places of an anchor in a text, as half-open spans of the original text.

    Both are folded; outer white space of the anchor does not count. Places do not overlap and come
    from left to right. A place starts and ends at whole characters of the text: half a ligature
    does not match. An anchor with nothing visible in it is found nowhere.

    >>> text = "He spoke of “what" + chr(0xA0) + "commitments Japan has”."
    >>> [text[a:b] for a, b in find("What commitments Japan", text)]
    ['what\\xa0commitments Japan']
    """
    needle, hay = _trimmed(fold(anchor)), fold(text)
    if not needle:
        return []
    unit = {offset: k for k, offset in enumerate(hay.begins)}
    places: list[tuple[int, int]] = []
    at = hay.text.find(needle)
    while at >= 0:
        stop = at + len(needle)
        whole = at in unit and stop in unit
        if whole:
            places.append((hay.spans[unit[at]][0], hay.spans[unit[stop] - 1][1]))
        at = hay.text.find(needle, stop if whole else at + 1)
    return places


def _trimmed(folded: Folded) -> str:
    """Return a folded text without the white space at its ends (one unit at most at each)."""
    units = [folded.text[a:b] for a, b in pairwise(folded.begins)]
    first, last = units[:1] == [" "], units[-1:] == [" "]
    return "".join(units[first : len(units) - last])


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of characters with the marks that combine with them; a space takes none."""
    start = 0
    for k in range(1, len(text)):
        if not unicodedata.combining(text[k]) or text[k - 1].isspace():
            yield start, k
            start = k
    if text:
        yield start, len(text)


def _fold_unit(cluster: str) -> str:
    """Fold one cluster; an invisible one becomes nothing, white space becomes one space."""
    visible = "".join(c for c in cluster if unicodedata.category(c) != "Cf")
    if visible.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", visible.translate(_SHAPES)).translate(_SHAPES)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKD", plain.casefold()))
