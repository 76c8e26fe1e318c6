"""The parts of a file that was read: values, lists, maps, and the places where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.errors import Problem

__all__ = ["Entry", "Items", "Node", "Scalar", "Spot", "Table", "join"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file; lines and columns count from 1.

    `raw` is the text of a scalar as it is written there and `text` what it stands for.
    """

    file: str
    line: int
    column: int
    raw: str = field(default="", repr=False, compare=False)
    text: str = field(default="", repr=False, compare=False)

    def problem(self, message: str, hint: str = "", at: int | None = None) -> Problem:
        """Return a problem at this place, or at character `at` of the text that stands here."""
        line, column = (self.line, self.column) if at is None else self.inside(at)
        return Problem(self.file, line, column, message, hint)

    def inside(self, at: int) -> tuple[int, int]:
        """Return line and column of a character of the text, through quotes and line breaks.

        >>> Spot("case.yaml", 3, 7, '"a and\\n     b"', "a and b").inside(6)
        (4, 6)
        """
        quoted = self.raw[:1] in ("'", '"')
        if quoted and ("\\" in self.raw or "''" in self.raw):
            return self.line, self.column  # escapes: the count of characters would be wrong
        place = self.raw.index("\n") + 1 if self.raw[:1] in ("|", ">") else int(quoted)
        wanted = sum(not c.isspace() for c in self.text[:at])
        end = len(self.raw.rstrip())
        while place < end and (wanted or self.raw[place].isspace()):
            wanted -= not self.raw[place].isspace()
            place += 1
        breaks = self.raw.count("\n", 0, place)
        start = self.raw.rfind("\n", 0, place) + 1 if breaks else -self.column + 1
        return self.line + breaks, place - start + 1


@dataclass
class Scalar:
    """One value; `text` is None for an empty one. A `hole` is what was refused and reported."""

    text: str | None
    spot: Spot
    hole: bool = False


@dataclass
class Items:
    """A list."""

    spot: Spot
    items: list[Node] = field(default_factory=list)


@dataclass
class Entry:
    """A key and its value; `bare` if no `:` stands after the key, as after a stray comma."""

    key: Scalar
    value: Node
    bare: bool = False


@dataclass
class Table:
    """A map; keys keep their order and their places."""

    spot: Spot
    entries: list[Entry] = field(default_factory=list)

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        return next((e.value for e in self.entries if e.key.text == key), None)

    def names(self) -> list[str]:
        """Return the keys in file order."""
        return [e.key.text or "" for e in self.entries]


Node = Scalar | Items | Table


def join(first: Node, second: Node) -> None:
    """Add to a map or list what a second one holds, so that it is checked too.

    >>> here = Spot("case.yaml", 1, 1)
    >>> first, second = (Items(here, [Scalar(text, here)]) for text in ("a", "b"))
    >>> join(first, second)
    >>> [item.text for item in first.items]
    ['a', 'b']
    """
    if isinstance(first, Table) and isinstance(second, Table):
        known = set(first.names())
        first.entries += [e for e in second.entries if e.key.text not in known]
    elif isinstance(first, Items) and isinstance(second, Items):
        first.items += second.items
