"""Names of states and organisations, with their adjectives and the capitals that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from detente.suggest.words import choices, table

__all__ = ["Entry", "Gazetteer", "standard"]

How = Literal["name", "adjective", "capital", "organisation", "person", "institution", "case"]


@dataclass(frozen=True)
class Entry:
    """What a name stands for: a code, and in which way."""

    code: str
    how: How


@dataclass(frozen=True)
class Gazetteer:
    """Names and what each stands for. Names are matched with their case; the longest wins.

    >>> here = standard()
    >>> [(m[0], e.code) for m, e in here.find("Tokyo and South Korean firms")]
    [('Tokyo', 'JPN'), ('South Korean', 'KOR')]
    """

    entries: Mapping[str, Entry]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self.entries, key=len, reverse=True)
        joined = "|".join(re.escape(n) for n in names)
        return re.compile(rf"(?<![\w.])(?:{joined})(?!\w)") if names else re.compile(r"(?!)")

    def find(self, text: str) -> list[tuple[re.Match[str], Entry]]:
        """Return every name in a text from left to right, none inside another."""
        return [(m, self.entries[m[0]]) for m in self._pattern.finditer(text)]

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
