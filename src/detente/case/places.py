"""Where each part of a case stands in its files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.case.nodes import Items, Node, Scalar, Spot, Table

__all__ = ["Path", "Places", "find"]

Path = tuple[str | int, ...]


class Places:
    """Where each part of a case stands: a path such as `("models", "2014", "rules", 0)` → spot.

    `plain` is the tree without places: dictionaries, lists, text and None.

    >>> from detente.case.tree import tree_of
    >>> places = Places(tree_of("actors:\\n  jp: {name: Japan}", "case.yaml")[0])
    >>> places.of(("actors", "jp", "name")).column
    14
    >>> places.of(("actors", "jp", "colour"), key=True).column  # the nearest part there is
    3
    """

    def __init__(self, root: Node) -> None:
        self.values: dict[Path, Spot] = {}
        self.keys: dict[Path, Spot] = {}
        self.plain: Any = self._lower(root, ())

    def _lower(self, node: Node, path: Path) -> Any:
        self.values[path] = node.spot
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Items):
            return [self._lower(n, (*path, i)) for i, n in enumerate(node.items)]
        plain = {}
        for entry in node.entries:
            key = entry.key.text or ""
            self.keys[(*path, key)] = entry.key.spot
            plain[key] = self._lower(entry.value, (*path, key))
        return plain

    def of(self, path: Sequence[str | int], key: bool = False) -> Spot:
        """Return the spot of the deepest known part of a path; of its key if asked."""
        at = self.known(path)
        return self.keys[at] if key and at in self.keys else self.values[at]

    def known(self, path: Sequence[str | int]) -> Path:
        """Return the deepest part of a path that the file holds."""
        at = tuple(path)
        while at not in self.values:
            at = at[:-1]
        return at


def find(root: Node, path: Sequence[str | int]) -> Node | None:
    """Return the node at a path, or None where there is none."""
    node: Node | None = root
    for step in path:
        if isinstance(node, Table):
            node = node.get(str(step))
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node
