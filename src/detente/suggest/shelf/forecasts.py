"""Forecasts: sentences that say what will, may or is not likely to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.suggest.reading import Reading, Sentence
from detente.suggest.shelf import Suggester
from detente.suggest.suggestion import Modality, Suggestion

__all__ = ["MEMBER", "suggest"]

_CLEAR = re.compile(
    r"\b(?:will|won['’]t|shall|(?:is|are|was|were) (?:un)?likely to|expected to|set to|bound to"
    r"|going to|bet on|little (?:hope|room|chance)|tall order|is unlikely that|running out)\b"
)
_OPEN = re.compile(r"\b(?:may|might|could)\b(?! have\b)")


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Yield one suggestion for each sentence about what is to come; a question is left out.

    `modality` is `future` for will and its like, `possible` for may, might and could.
    """
    for passage, sentence in reading.sentences():
        clear = _CLEAR.search(passage.text, sentence.start, sentence.end)
        match = clear or _OPEN.search(passage.text, sentence.start, sentence.end)
        if match is None or passage.text[sentence.end - 1] == "?":
            continue
        modality: Modality = "future" if clear else "possible"
        why = f"“{match[0]}” speaks of what is to come"
        yield passage.suggestion(
            "forecast", sentence.start, sentence.end, why,
            actor=_about(sentence, match.start()), modality=modality,
        )  # fmt: skip


def _about(sentence: Sentence, place: int) -> tuple[str, ...]:
    """Return whom a forecast is about: the first actor before the word that makes it one."""
    before = [m for m in sentence.mentions if m.end <= place]
    return before[0].codes if before else ()


MEMBER = Suggester("forecasts", "forecasts", suggest)
