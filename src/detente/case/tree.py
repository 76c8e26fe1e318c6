"""YAML text as a tree that remembers where everything stands.

Every plain scalar is text here; a field decides later what it means. That removes the traps of
YAML's own typing (`no`, `10:30`, `2018-09`). Anchors, aliases, tags and a second document are
refused, so a file can neither run anything nor blow up when it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import yaml

from detente.case.nodes import Entry, Items, Node, Scalar, Spot, Table, join
from detente.case.syntax import syntax_problem
from detente.case.text import read_bytes, read_text
from detente.errors import Problem

__all__ = ["read_tree", "tree_of"]

DEEPEST = 40
MOST_NODES = 250_000


def read_tree(path: Path, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read a YAML file into a tree and the problems found on the way.

    `shown` is the name of the file in messages. The tree is None where the text is no YAML at
    all. Raises `FileProblem` where the file cannot be opened.
    """
    text = read_text(read_bytes(path, shown), shown)
    return (None, [text]) if isinstance(text, Problem) else tree_of(text, shown)


def tree_of(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read YAML text into a tree and the problems found on the way.

    At most 40 levels and 250,000 entries.

    >>> tree, problems = tree_of("a: {b: no}", "case.yaml")
    >>> tree.get("a").get("b").text
    'no'
    """
    builder = _Builder(shown, text)
    try:
        return builder.build(), builder.problems
    except _Stop:
        return None, builder.problems
    except yaml.YAMLError as error:
        return None, [*builder.problems, syntax_problem(error, shown, text)]


class _Stop(Exception):
    """The file is beyond a limit, which has been reported."""


class _Builder:
    """Builds the tree from parser events, in one pass."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown, self.text = shown, text
        self.problems: list[Problem] = []
        self.nodes = 0

    def build(self) -> Node | None:
        """Return the tree of the first document, or None where there is none."""
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[Any] = iter(yaml.parse(self.text, Loader=loader))
        tree: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if tree is not None:
                    hint = "remove this line; one file holds one case"
                    self._say(self._spot(event), "a second document begins here", hint)
                    break
                tree = self._node(next(self.events), 0)
        return tree

    def _say(self, spot: Spot, message: str, hint: str) -> None:
        self.problems.append(spot.problem(message, hint))

    def _spot(self, event: Any, text: str = "") -> Spot:
        mark, end = event.start_mark, event.end_mark
        raw = self.text[mark.index : end.index] if text else ""
        return Spot(self.shown, mark.line + 1, mark.column + 1, raw, text)

    def _node(self, event: Any, depth: int) -> Node:
        self.nodes += 1
        if depth > DEEPEST or self.nodes > MOST_NODES:
            what = f"nested more than {DEEPEST} deep"
            if depth <= DEEPEST:
                what = f"more than {MOST_NODES:,} entries in one file"
            self._say(self._spot(event), what, "no case needs this; split or flatten the file")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            hint = "write the text out where it is needed, or put it in quotes"
            self._say(self._spot(event), f"alias `*{event.anchor}`; aliases are not followed", hint)
            return Scalar(None, self._spot(event), hole=True)
        self._refuse(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(self._spot(event), depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._table(self._spot(event), depth)
        empty = not event.style and event.value in ("", "~", "null")
        return Scalar(None if empty else event.value, self._spot(event, event.value))

    def _refuse(self, event: Any) -> None:
        if event.anchor:
            hint = "remove it, or put text that begins with `&` in quotes"
            self._say(self._spot(event), f"anchor `&{event.anchor}`", hint)
        if event.tag:
            hint = "remove it, or put text that begins with `!` in quotes; nothing is ever run"
            self._say(self._spot(event), f"tag `{event.tag}`", hint)

    def _items(self, spot: Spot, depth: int) -> Items:
        items = Items(spot)
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.items.append(self._node(event, depth + 1))
        return items

    def _table(self, spot: Spot, depth: int) -> Table:
        table = Table(spot)
        seen: dict[str, Entry] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, end = self._node(event, depth + 1), event.end_mark.index
            event = next(self.events)
            value = self._node(event, depth + 1)
            bare = event.start_mark.index == end and event.end_mark.index == end
            if self._is_key(key):
                entry = Entry(cast(Scalar, key), value, bare)
                self._add(table, entry, seen)
        return table

    def _is_key(self, key: Node) -> bool:
        if isinstance(key, Scalar) and key.text == "<<":
            self._say(key.spot, "merge key `<<`", "write the keys out; maps are not merged")
        elif not isinstance(key, Scalar):
            hint = "write a word; put text that begins with `{` or `[` in quotes"
            self._say(key.spot, "a key is a word, not a list or a map", hint)
        elif key.text is None and not key.hole:
            self._say(key.spot, "a key is empty", "write a word before the `:`")
        else:
            return not key.hole
        return False

    def _add(self, table: Table, entry: Entry, seen: dict[str, Entry]) -> None:
        """Add an entry; what stands under the same key a second time is joined to the first."""
        name = entry.key.text or ""
        first = seen.setdefault(name, entry)
        if first is entry:
            table.entries.append(entry)
            return
        hint = f"it stands on line {first.key.spot.line} already; keep one of the two"
        self._say(entry.key.spot, f"key `{name}` stands twice", hint)
        join(first.value, entry.value)
