"""Runs of text: words, links, references and names, of which every block is made.

Targets of links are anchors of the same report; nothing in a report points outside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

__all__ = [
    "Cite",
    "Cites",
    "Code",
    "Inline",
    "Line",
    "Link",
    "Party",
    "Strong",
    "Text",
    "Written",
    "line",
    "plain",
    "started",
]


@dataclass(frozen=True)
class Text:
    """Words."""

    kind: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True)
class Strong:
    """Words that carry the point of a sentence."""

    kind: ClassVar[str] = "strong"
    text: str


@dataclass(frozen=True)
class Code:
    """An id, shown small and in monospace."""

    kind: ClassVar[str] = "code"
    text: str


@dataclass(frozen=True)
class Party:
    """A party's name with its mark; `shape` and `colour` are names of the palette."""

    kind: ClassVar[str] = "party"
    text: str
    shape: str
    colour: str


@dataclass(frozen=True)
class Link:
    """Words that lead to an anchor of the report."""

    kind: ClassVar[str] = "link"
    text: str
    target: str


@dataclass(frozen=True)
class Cite:
    """One reference, by its anchor among the sources."""

    text: str
    target: str


@dataclass(frozen=True)
class Cites:
    """The references of what stands before them."""

    kind: ClassVar[str] = "cites"
    items: tuple[Cite, ...]

    @property
    def text(self) -> str:
        """The references as a text in brackets, after a space."""
        return f" [{', '.join(c.text for c in self.items)}]"


Inline = Text | Strong | Code | Party | Link | Cites
Line = tuple[Inline, ...]
Written = tuple[str | Line, str | Line]
"""A claim, and what completes it."""


def line(*parts: str | Inline | Iterable[Inline]) -> Line:
    """Return a line from words, inlines and lines.

    >>> plain(line("It rests on ", Link("one paragraph", "ref-000-24"), "."))
    'It rests on one paragraph.'
    """
    found: list[Inline] = []
    for part in parts:
        if isinstance(part, str):
            found += [Text(part)] if part else []
        elif isinstance(part, Text | Strong | Code | Party | Link | Cites):
            found.append(part)
        else:
            found += part
    return tuple(found)


def plain(words: Line) -> str:
    """Return a line as plain text."""
    return "".join(inline.text for inline in words)


def started(words: Line) -> Line:
    """Return a line whose first letter is in upper case.

    >>> plain(started(line("its first priority")))
    'Its first priority'
    """
    if not words or not isinstance(words[0], Text):
        return words
    text = words[0].text
    return (Text(f"{text[:1].upper()}{text[1:]}"), *words[1:])
