"""Actors: states, organisations, people tied to one, and other names, which stay unresolved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.suggest.persons import COMMON
from detente.suggest.reading import Passage, Reading, Sentence
from detente.suggest.shelf import Suggester
from detente.suggest.suggestion import Suggestion

__all__ = ["MEMBER", "suggest"]

_CAPITAL = r"(?:[A-ZÀ-Þ]\.\s?)*[A-ZÀ-Þ][\w’-]*[a-zà-þ]"
_NAME = re.compile(
    rf"(?<![\w’']){_CAPITAL}"
    rf"(?:[\s-](?:(?:al|de|de la|von|van|bin|el|da|of)[\s-](?=[A-Z]))?(?:{_CAPITAL}|I{{1,3}}\b))*"
)


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Yield the actors named, with their codes; a name in no list comes without one.

    Pronouns are not suggested. A name in no list needs a capital in mid-sentence, or two
    capitalised words in a row.
    """
    for passage, sentence in reading.sentences():
        taken = []
        for m in sentence.mentions:
            if m.how != "pronoun":
                taken.append((m.start, m.end))
                yield passage.suggestion(
                    "actor", m.start, m.end, m.reason, actor=m.codes, type=m.how
                )
        yield from _others(passage, sentence, taken)


def _others(
    passage: Passage, sentence: Sentence, taken: list[tuple[int, int]]
) -> Iterator[Suggestion]:
    for match in _NAME.finditer(passage.text, sentence.start, sentence.end):
        begin, name = match.start(), match[0]
        while (first := name.split(" ", 1)[0]) in COMMON:
            begin, name = begin + len(first) + 1, name[len(first) + 1 :]
        name = name.removesuffix("’s").removesuffix("'s")
        if not name or (begin == sentence.start and " " not in name):
            continue
        end = begin + len(name)
        if any(a < end and begin < b for a, b in taken):
            continue
        why = f"“{name}” is written as a name and is in no list"
        yield passage.suggestion("actor", begin, end, why, type="unresolved")


MEMBER = Suggester("actors", "states, organisations, people and other names", suggest)
