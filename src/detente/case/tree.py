"""YAML text as a tree that remembers where everything stands.

Every plain scalar is text here; a field decides later what it means. That removes the traps of
YAML's own typing (`no`, `10:30`, `2018-09`). Anchors, aliases, tags and a second document are
refused, so a file can neither run anything nor blow up when it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from detente.errors import FileProblem, Problem

__all__ = ["Entry", "Items", "Node", "Scalar", "Spot", "Table", "read_text", "read_tree"]

LARGEST_FILE = 8_000_000
DEEPEST = 40


@dataclass(frozen=True)
class Spot:
    """A place in a file; lines and columns count from 1. `inner` is where the text itself begins."""

    file: str
    line: int
    column: int
    inner: int = 0

    def problem(self, message: str, hint: str = "", shift: int = 0) -> Problem:
        """Return a problem at this place, `shift` characters into the text where that is known."""
        column = self.inner + shift if shift > 0 and self.inner else self.column
        return Problem(self.file, self.line, column, message, hint)


@dataclass
class Scalar:
    """One value; `text` is None for an empty one."""

    text: str | None
    spot: Spot


@dataclass
class Items:
    """A list."""

    spot: Spot
    items: list[Node] = field(default_factory=list)


@dataclass
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass
class Table:
    """A map; keys keep their order and their places."""

    spot: Spot
    entries: list[Entry] = field(default_factory=list)

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        return next((e.value for e in self.entries if e.key.text == key), None)

    def keys(self) -> list[str]:
        """Return the keys in file order."""
        return [e.key.text or "" for e in self.entries]


Node = Scalar | Items | Table


def read_text(path: Path, shown: str) -> str | Problem:
    """Read a file as UTF-8, or say what it is instead. Raises `FileProblem` if it cannot be read."""
    if path.is_dir():
        raise FileProblem("this is a folder", file=shown, expected="a file")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FileProblem(
            "cannot be read", file=shown, found=error.strerror or error, hint="check the path"
        ) from None
    if len(raw) > LARGEST_FILE:
        size = f"{len(raw) / 1e6:.1f} MB"
        return Problem(shown, 0, 0, f"the file is {size} large", "8 MB is the limit; split it")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem(shown, 1, 1, "the file is UTF-16", "save it as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        found = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return Problem(shown, line, column, found, "save the file as UTF-8 text")
    bad = next((i for i, c in enumerate(text) if c < " " and c not in "\t\n\r"), None)
    if bad is None:
        return text
    line, column = text.count("\n", 0, bad) + 1, bad - text.rfind("\n", 0, bad)
    found = f"control character U+{ord(text[bad]):04X}"
    return Problem(shown, line, column, found, "this looks like a binary file, not a case")


def read_tree(path: Path, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read a YAML file into a tree and the problems found on the way.

    `shown` is the name of the file in messages. The tree is None where the text is no YAML at
    all. Raises `FileProblem` where the file cannot be opened.
    """
    text = read_text(path, shown)
    if isinstance(text, Problem):
        return None, [text]
    if not text.strip():
        return None, [Problem(shown, 1, 1, "the file is empty", "start one with `detente new`")]
    builder = _Builder(shown)
    try:
        tree = builder.build(text)
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, _syntax(error, shown, text)]
    except yaml.YAMLError as error:
        first_line = str(error).splitlines()[0]
        return None, [*builder.problems, Problem(shown, 1, 1, f"no YAML: {first_line}")]
    return tree, builder.problems





class _Builder:
    """Builds the tree from parser events, one pass, no recursion into the parser."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []

    def build(self, text: str) -> Node | None:
        loader = yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=loader))
        self.lines = text.split("\n")
        tree: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                node = self._node(next(self.events), 0)
                if tree is None:
                    tree = node
                else:
                    spot = self._spot(event)
                    self.problems.append(spot.problem("a second document", "one file, one case"))
        return tree

    def _spot(self, event: yaml.Event) -> Spot:
        mark, end = event.start_mark, event.end_mark
        inner = 0
        if isinstance(event, yaml.ScalarEvent) and mark.line == end.line:
            inner = mark.column + 1 + (1 if event.style in ("'", '"') else 0)
        return Spot(self.shown, mark.line + 1, mark.column + 1, inner)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        spot = self._spot(event)
        self._refuse(event, spot)
        if depth > DEEPEST:
            self.problems.append(spot.problem(f"nested more than {DEEPEST} deep"))
            raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            empty = event.style is None and event.value in ("", "~", "null")
            return Scalar(None if empty else event.value, spot)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(spot, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._table(spot, depth)
        return Scalar(None, spot)

    def _refuse(self, event: yaml.Event, spot: Spot) -> None:
        if isinstance(event, yaml.AliasEvent):
            hint = "write the text out where it is needed"
            self.problems.append(spot.problem(f"alias `*{event.anchor}`", hint))
        elif getattr(event, "anchor", None):
            hint = "remove it; aliases are not followed"
            self.problems.append(spot.problem(f"anchor `&{event.anchor}`", hint))
        tag = getattr(event, "tag", None)
        if tag:
            self.problems.append(spot.problem(f"tag `{tag}`", "remove it; nothing is ever run"))

    def _items(self, spot: Spot, depth: int) -> Items:
        items = Items(spot)
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.items.append(self._node(event, depth + 1))
        return items

    def _table(self, spot: Spot, depth: int) -> Table:
        table = Table(spot)
        seen: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.problems.append(key.spot.problem("a key must be a word, not a list or a map"))
                continue
            name = key.text or ""
            if name in seen:
                hint = f"first on line {seen[name]}; keep one of the two"
                self.problems.append(key.spot.problem(f"key `{name}` stands twice", hint))
                continue
            seen[name] = key.spot.line
            table.entries.append(Entry(key, value))
        return table


_HINTS = {
    "mapping values are not allowed": "text that contains `: ` must stand in quotes",
    "could not find expected ':'": "a key needs `:` and a space after it",
    "cannot start any token": "text that begins with this character must stand in quotes",
    "did not find expected ',' or '}'": "close the map with `}`; quote text that holds a comma",
    "did not find expected ',' or ']'": "close the list with `]`",
    "did not find expected key": "check the indentation of this line and the one above",
    "did not find expected '-' indicator": "check the indentation of this list",
    "unexpected end of stream": "a quotation mark or bracket is never closed",
    "unknown escape character": "use single quotes, or write \\\\ for a backslash",
}


def _syntax(error: yaml.MarkedYAMLError, shown: str, text: str) -> Problem:
    said = error.problem or str(error)
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    here = text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""
    hint = next((h for start, h in _HINTS.items() if start in said), "")
    if here.lstrip(" ").startswith("\t") or "\\t" in said:
        hint = "indent with spaces, not with tabs"
    return Problem(shown, line, column, f"no valid YAML: {said}", hint)


