"""Names of states and organisations, with their adjectives and the capitals that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from detente.suggest.words import choices, table

__all__ = ["Entry", "Gazetteer", "standard"]

How = Literal["name", "adjective", "capital", "organisation", "person", "institution", "case"]


_WORD = re.compile(r"(?<![\w.])\w+")


@lru_cache(4096)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?!\w)")


@dataclass(frozen=True)
class Entry:
    """What a name stands for: a code, and in which way."""

    code: str
    how: How


@dataclass(frozen=True)
class Gazetteer:
    """Names and what each stands for. Names are matched with their case; the longest wins.

    A name begins with a letter or a digit; one that does not is never found.

    >>> here = standard()
    >>> [(m[0], e.code) for m, e in here.find("Tokyo and South Korean firms")]
    [('Tokyo', 'JPN'), ('South Korean', 'KOR')]
    """

    entries: Mapping[str, Entry]

    @cached_property
    def _by_first(self) -> Mapping[str, tuple[str, ...]]:
        """The names by their first word, the longest first."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.entries, key=len, reverse=True):
            if first := _WORD.match(name):
                found.setdefault(first[0], []).append(name)
        return {first: tuple(names) for first, names in found.items()}

    def find(self, text: str) -> list[tuple[re.Match[str], Entry]]:
        """Return every name in a text from left to right, none inside another."""
        found, end = list[tuple[re.Match[str], Entry]](), 0
        for word in _WORD.finditer(text):
            names = self._by_first.get(word[0])
            if (
                names
                and word.start() >= end
                and (match := _any_of(names).match(text, word.start()))
            ):
                found.append((match, self.entries[match[0]]))
                end = match.end()
        return found

    def code(self, name: str) -> str:
        """Return the code of a name, or an empty text."""
        entry = self.entries.get(name)
        return entry.code if entry else ""

    def with_names(self, names: Iterable[tuple[str, str]]) -> Gazetteer:
        """Return a gazetteer that also knows the names of a case; a longer name wins over a shorter.

        >>> standard().with_names([("Free Ford", "ff")]).find("Free Ford waits")[0][1].how
        'case'
        """
        own = {name: Entry(code, "case") for name, code in names if name}
        return Gazetteer({**self.entries, **own})


def _load() -> Gazetteer:
    entries: dict[str, Entry] = {}
    for kind, file in (("organisation", "organisations"), ("name", "states")):
        for row in table(file):
            code, names, adjectives, seats = (*row, "", "", "")[:4]
            entries |= {n: Entry(code, "adjective") for n in choices(adjectives)}
            entries |= {n: Entry(code, "capital") for n in choices(seats)}
            entries |= {
                n: Entry(code, "name" if kind == "name" else "organisation") for n in choices(names)
            }
    return Gazetteer(entries)


_STANDARD = _load()


def standard() -> Gazetteer:
    """Return the gazetteer that ships: the states of ISO 3166 and the usual organisations.

    Sources: ISO 3166-1 alpha-3 and ISO 3166-3 codes; adjectives, people and capitals are common
    knowledge, written for this project. A name that several states share stands for one of them.

    >>> standard().code("Soviet Union"), standard().code("Kremlin")
    ('SUN', 'RUS')
    """
    return _STANDARD
