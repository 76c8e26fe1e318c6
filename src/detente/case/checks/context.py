"""What every check needs: the case, the place of each part, and the names that were declared."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from detente.case.case import Case
from detente.case.formula import Formula
from detente.case.formula import names as names_in
from detente.case.places import Path, Places
from detente.errors import Problem, did_you_mean

__all__ = ["Context", "hint_for"]

Known = Collection[str] | None
"""The names of one kind; None where they stand in a part that could not be read."""


@dataclass
class Context:
    """A case under check.

    `places` are those of the case, `first` those before anything was cut out of its tree;
    `unread` names sections that could not be read, `damaged` parts that were cut or stood in for.
    """

    case: Case
    places: Places
    first: Places
    unread: frozenset[str] = frozenset()
    damaged: set[Path] = field(default_factory=set)

    def ids(self, *path: str) -> set[str] | None:
        """Return the keys written at a path, sound or not, so that one error causes no second.

        None where they cannot be known: the section is missing though required, is no map, or
        stands in a file that could not be read.
        """
        if path[0] in self.unread or any(path[: i + 1] in self.damaged for i in range(len(path))):
            return None
        first: Any = self.first.plain
        mended: Any = self.places.plain  # holds under its right name what was misspelt
        absent: Any = {} if "case" not in self.unread or len(path) > 1 else None
        for step in path:
            mended = mended.get(step) if isinstance(mended, dict) else None
            first = first.get(step, mended) if isinstance(first, dict) else mended
        found = absent if first is None else first
        return set(found) if isinstance(found, dict) else None

    def across(self, *path: str) -> set[str] | None:
        """Return the keys at a path below every model, or None where a model is not known."""
        if any(name.startswith("models") for name in self.unread):
            return None
        found = [self.ids("models", model, *path) for model in self.ids("models") or ()]
        return None if None in found or not found else set().union(*(f for f in found if f))

    def sound(self, model: str, *sections: str) -> bool:
        """Whether nothing was cut out of these sections of a model, or out of its options."""
        ours = {("models", model, section) for section in sections}
        whole = {("models", model), ("options",)}
        return not any(
            path[:3] in ours or path in whole or path[:1] == ("options",) for path in self.damaged
        )

    def problem(self, path: Path, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """Return a problem at the place of a part."""
        return self.places.of(path, key=key).problem(message, hint)

    def unknown(
        self, path: Path, kind: str, name: str, known: Known, *, key: bool = False
    ) -> Iterator[Problem]:
        """Yield a problem where a name is not among the known ones."""
        if known is not None and path not in self.damaged and name not in known:
            message, hint = self._said(kind, name, known)
            yield self.problem(path, message, hint, key=key)

    def formula(self, path: Path, formula: Formula, known: Known) -> Iterator[Problem]:
        """Yield a problem for every unknown name in a condition, at its column."""
        spot = self.places.of(path)
        for name in names_in(formula):
            if known is not None and name.id not in known:
                yield spot.problem(*self._said("id", name.id, known), name.at)

    def _said(self, kind: str, name: str, known: Iterable[str]) -> tuple[str, str]:
        if kind in ("option", "id") and name in self.case.options:
            hint = "add it to the `options` of the model"
            return f"option `{name}` is not used in this model", hint
        return f"unknown {kind} `{name}`", hint_for(name, known)

    def model_names(self, model: str) -> set[str] | None:
        """Return every id that conditions of a model may use, including broken ones."""
        sections = ("options", "propositions", "outcomes", "context")
        found = [self.ids("models", model, section) for section in sections]
        return None if None in found else set().union(*(f for f in found if f))


def hint_for(name: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest names; says which letters differ though they look alike.

    >>> hint_for("jр.invest", ["jp.invest"])
    'it holds U+0440 CYRILLIC SMALL LETTER ER where `jp.invest` has `p`'
    """
    known = set(known)
    if name.casefold() in ("yes", "no") and name not in known:
        return "write `true` or `false`, or name the option alone: `x` or `not x`"
    for other in sorted(known):
        if len(other) == len(name) and not (name.isascii() and other.isascii()):
            differ = [(a, b) for a, b in zip(name, other, strict=True) if a != b]
            if all(a.isascii() != b.isascii() for a, b in differ) and len(differ) <= 4:
                a, b = differ[0]
                title = unicodedata.name(a, "")
                return f"it holds U+{ord(a):04X} {title} where `{other}` has `{b}`"
    return did_you_mean(name, known)
