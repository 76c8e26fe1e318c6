"""Estimative words: clear ones with the range they stand for, the others flagged and never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from detente.suggest.reading import Reading
from detente.suggest.shelf import Suggester
from detente.suggest.suggestion import Suggestion
from detente.suggest.words import table

__all__ = ["MEMBER", "suggest"]


@cache
def _ranges() -> dict[str, str]:
    return {word: rest for word, rest, *_ in table("estimates")}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_ranges(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.I)


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Yield estimative words. `value` is the range in per cent, empty where the word gives none.

    Ranges: ICD 203, section D.6.e(2)(a). `May` with a capital inside a sentence is the month.
    """
    for passage, sentence in reading.sentences():
        for match in _pattern().finditer(passage.text, sentence.start, sentence.end):
            if match[0] == "May" and match.start() > sentence.start:
                continue
            per_cent = _ranges()[match[0].lower()]
            clear = (
                f"stands for {per_cent} % (ICD 203)"
                if per_cent
                else "gives no range; none is guessed"
            )
            why = f"“{match[0]}” {clear}"
            unit = "%" if per_cent else ""
            yield passage.suggestion("estimate", *match.span(), why, value=per_cent, unit=unit)


MEMBER = Suggester("estimates", "estimative words, with a range where the word is clear", suggest)
