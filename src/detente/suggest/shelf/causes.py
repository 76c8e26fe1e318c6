"""Causal claims: sentences in which a linking word ties an effect to its cause."""

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
def _order() -> dict[str, str]:
    return {word: rest for word, rest, *_ in table("causes")}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_order(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.I)


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Yield one suggestion for each sentence with a causal link; the reason says which side leads."""
    for passage, sentence in reading.sentences():
        match = _pattern().search(passage.text, sentence.start, sentence.end)
        if match:
            first = _order()[match[0].lower()]
            why = f"“{match[0]}” links a cause to its effect; the {first} comes first"
            yield passage.suggestion(
                "cause", sentence.start, sentence.end, why, type=match[0].lower()
            )


MEMBER = Suggester("causes", "causal claims", suggest)
