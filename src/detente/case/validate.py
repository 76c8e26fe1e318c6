"""From a tree to a case object, with every problem of shape reported at its place.

What is wrong is reported and cut out, and the rest validated again, so that one bad field hides
no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from detente.case.case import Case
from detente.case.tree import Items, Node, Scalar, Spot, Table
from detente.errors import Problem, did_you_mean

__all__ = ["Places", "validate"]

Path = tuple[str | int, ...]


class Places:
    """Where each part of a case stands: a path such as `("models", "2014", "rules", 0)` → spot."""

    def __init__(self, root: Node) -> None:
        self.values: dict[Path, Spot] = {}
        self.keys: dict[Path, Spot] = {}
        self.plain = self._lower(root, ())

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
        if key and at in self.keys:
            return self.keys[at]
        return self.values[at]

    def known(self, path: Sequence[str | int]) -> Path:
        """Return the deepest part of a path that the file holds."""
        at = tuple(path)
        while at not in self.values:
            at = at[:-1]
        return at


def validate(root: Table) -> tuple[Case | None, Places, list[Problem]]:
    """Return the case that the sound parts of a tree make, their places, and the problems.

    The case is None where a required section is missing altogether. `root` is pruned in place.
    """
    problems: list[Problem] = []
    pruned: set[int] = set()
    for _ in range(50):
        places = Places(root)
        try:
            return Case.model_validate(places.plain), places, problems
        except ValidationError as error:
            cuts = [_take(e, root, places, pruned, problems) for e in error.errors()]
        if not any(_cut(root, path, pruned) for path in sorted(set(cuts), key=_deepest_first)):
            break
    return None, places, problems


def _deepest_first(path: Path) -> tuple[int, tuple[tuple[int, str], ...]]:
    order = tuple((-p, "") if isinstance(p, int) else (0, p) for p in path)
    return (-len(path), order)


def _take(
    error: ErrorDetails, root: Table, places: Places, pruned: set[int], problems: list[Problem]
) -> Path:
    """Note one error, unless cutting caused it; return the path of what to cut out."""
    loc = tuple(error["loc"])
    kind, at = error["type"], places.known(loc)
    node = _find(root, at)
    if kind == "missing":
        if id(node) not in pruned:
            field = loc[-1]
            needed = f"`{field}` is missing"
            problems.append(places.of(at, key=True).problem(needed, _missing_hint(str(field))))
        return at
    if kind == "extra_forbidden":
        problems.append(_unknown_key(error, at, places))
        return at
    if id(node) in pruned and kind in ("too_short", "model_type", "dict_type"):
        return at
    problems.append(_misfit(error, at, places))
    return at


def _missing_hint(field: str) -> str:
    known = {
        "format": "write `format: dispute-case/1`",
        "models": "write `options`, `status_quo` and `preferences`, or `models`",
        "case": "write `case: {id: …, title: …, question: …}`",
    }
    return known.get(field, "it is required here")


def _unknown_key(error: ErrorDetails, at: Path, places: Places) -> Problem:
    key = str(at[-1]) if at else ""
    hint = did_you_mean(key, _fields_at(at[:-1]))
    if error["input"] is None and (" " in key or not key.replace("_", "").isalnum()):
        hint = "text that contains a comma must stand in quotes"
    return places.of(at, key=True).problem(f"unknown key `{key}`", hint)


def _fields_at(path: Path) -> list[str]:
    """Return the keys that the format knows at a path."""
    kind: Any = Case
    for step in path:
        kind = _inner(kind, step)
    names = getattr(kind, "model_fields", {}) if isinstance(kind, type) else {}
    return [f.alias or n for n, f in names.items() if not f.exclude]


def _inner(kind: Any, step: str | int) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        field = kind.model_fields.get(str(step))
        return _model_in(field.annotation) if field else None
    return kind


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = [_model_in(a) for a in getattr(annotation, "__args__", ())]
    return next((a for a in inner if a is not None), None)


_SAID = {
    "bool_parsing": "expected yes or no",
    "int_parsing": "expected a whole number",
    "float_parsing": "expected a number",
    "string_type": "expected text",
    "dict_type": "expected a map (key: value)",
    "model_type": "expected a map (key: value)",
    "model_attributes_type": "expected a map (key: value)",
    "tuple_type": "expected a list",
    "list_type": "expected a list",
    "bool_type": "expected yes or no",
    "int_type": "expected a whole number",
}


def _misfit(error: ErrorDetails, at: Path, places: Places) -> Problem:
    kind, context = error["type"], error.get("ctx", {})
    spot = places.of(at)
    if kind == "condition":
        return spot.problem(f"{context['said']}", "conditions are made of ids, not, and, or, if", context["at"])
    if kind in ("date", "estimate", "reference"):
        return spot.problem(error["msg"])
    name = f"`{at[-1]}`: " if at else ""
    if kind == "literal_error":
        return spot.problem(f"{name}found {_shown(error['input'])}", f"expected {context['expected']}")
    if kind == "too_short":
        return places.of(at, key=True).problem(f"{name}is empty", "at least one entry is needed")
    said = _SAID.get(kind, error["msg"])
    return spot.problem(f"{name}found {_shown(error['input'])}", said)


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"


def _find(root: Node, path: Path) -> Node:
    node = root
    for step in path:
        if isinstance(node, Table):
            node = node.get(str(step)) or node
        elif isinstance(node, Items) and isinstance(step, int):
            node = node.items[step]
    return node


def _cut(root: Table, path: Path, pruned: set[int]) -> bool:
    """Cut one part out of the tree; False where nothing is left to cut."""
    if not path:
        return False
    parent, step = _find(root, path[:-1]), path[-1]
    pruned.update(id(n) for n in _chain(root, path[:-1]))
    if isinstance(parent, Table):
        before = len(parent.entries)
        parent.entries = [e for e in parent.entries if e.key.text != step]
        return len(parent.entries) < before
    if isinstance(parent, Items) and isinstance(step, int) and step < len(parent.items):
        del parent.items[step]
        return True
    return False


def _chain(root: Node, path: Path) -> Iterator[Node]:
    for length in range(len(path) + 1):
        yield _find(root, path[:length])
