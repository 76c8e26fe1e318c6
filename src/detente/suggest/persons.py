"""People whom a document ties to a state: "Russian President Vladimir Putin" makes Putin Russia's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.suggest.gazetteer import Entry, Gazetteer
from detente.suggest.words import choices, group, table

__all__ = ["COMMON", "TITLE", "learned", "whole_name"]

TITLE = (
    r"(?:(?:then|former|late|new|acting|deputy|vice|senior|top|ousted|interior|defen[cs]e|foreign"
    r"|finance|labou?r|national|security|opposition|supreme|military|federal|secretary|prime"
    r"|president|party|chief)[\s-]+)*"
    r"(?:president(?:-elect)?|minister|premier|chancellor|leader|secretary(?: of state)?|king|queen"
    r"|emperor|czar|tsar|ambassador|envoy|general|marshal|senator|governor|speaker|spokesman"
    r"|spokeswoman|spokesperson|official|adviser|advisor|chairman|dictator|commander)"
)
"""The titles of people who act for a state, as a pattern; case does not count."""

COMMON = group("no names")
"""Words with a capital that begin no name."""

_LEFT = re.compile(r"(?:(?:(?:[A-Z]\.)+|[A-ZÀ-Þ][\w’'-]*[a-zà-þ])\s+){1,2}$")
_RIGHT = re.compile(r"(?:\s+(?:(?:[A-Z]\.)+|[A-ZÀ-Þ][\w-]*[a-zà-þ]|I{1,3}\b)){1,2}")
_PART = r"[A-ZÀ-Þ][\w’'-]*[a-zà-þ]"
_NAME = rf"{_PART}(?:\s+(?:(?:al|de|von|van|bin|el|da)[\s-]+)?{_PART}){{0,2}}"
_INSTITUTION = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+)??(?i:(foreign ministry|defen[cs]e ministry|ministry))\b"
)
_BEHIND = re.compile(rf"(?:['’]s)?\s+(?i:{TITLE})\s+({_NAME})")
_APART = re.compile(
    rf"({_PART}\s+{_NAME}),\s+(?:an?|the|his|her|who\s+(?:heads|leads|runs)"
    r"|secretary|head|president|minister|leader|chief|director|spokes\w+)\s+(?:[\w’'-]+\s+){0,4}$"
)


def learned(text: str, known: Gazetteer) -> dict[str, Entry]:
    """Return the people that a text ties to a state or organisation, by full and by family name.

    Two forms count: an adjective or name, a title, and the name behind it; and the name with a
    description that holds the state between commas. The list of leaders comes first, so what the
    text says overrides it. A family name stands for the one named last.

    >>> from detente.suggest.gazetteer import standard
    >>> found = learned("China’s President Xi Jinping met Ann Ford, a senior French official.", standard())
    >>> found["Jinping"].code, found["Ford"].code
    ('CHN', 'FRA')
    """
    people = {n: Entry(code, "person") for code, names in table("leaders") for n in choices(names)}
    for name, code in _ties(text, known):
        parts = name.split()
        people |= {part: Entry(code, "person") for part in (name, parts[0], parts[-1])}
    return {n: e for n, e in (people | _institutions(text, known)).items() if not known.code(n)}


def _institutions(text: str, known: Gazetteer) -> dict[str, Entry]:
    """Return "the ministry" and its like, where the text ties the word to one state only."""
    tied: dict[str, set[str]] = {}
    for match, entry in known.find(text):
        behind = _INSTITUTION.match(text, match.end())
        for noun in {behind[1].lower(), behind[1].lower().split()[-1]} if behind else ():
            tied.setdefault(noun, set()).add(entry.code)
    return {
        f"{the} {noun}": Entry(min(codes), "institution")
        for noun, codes in tied.items()
        if len(codes) == 1
        for the in ("the", "The")
    }


def whole_name(text: str, start: int, end: int, floor: int = 0) -> tuple[int, int]:
    """Return the span of a person's whole name around a known part of it, from `floor` on.

    >>> text = "While Ronald Reagan spoke"
    >>> text[slice(*whole_name(text, 13, 19))]
    'Ronald Reagan'
    """
    left = _LEFT.search(text, max(floor, start - 40), start)
    while left and left[0].split()[0] in COMMON:
        left = _LEFT.match(text, left.start() + len(left[0].split()[0]) + 1, start)
    right = _RIGHT.match(text, end)
    return (left.start() if left else start), (right.end() if right else end)


def _ties(text: str, known: Gazetteer) -> Iterator[tuple[str, str]]:
    for match, entry in known.find(text):
        behind = _BEHIND.match(text, match.end())
        if behind:
            yield re.sub(r"['’]s$", "", behind[1]), entry.code
        apart = _APART.search(text, max(0, match.start() - 90), match.start())
        if apart and apart[1] not in known.entries:
            yield apart[1], entry.code
