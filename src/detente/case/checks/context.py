"""What every check needs: the case, the place of each part, and the names that were declared."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from detente.case.case import Case
from detente.case.formula import Formula, names
from detente.case.places import Path, Places
from detente.errors import Problem, did_you_mean

__all__ = ["Context", "hint_for"]

Known = Iterable[str] | None
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
        if path[0] in self.unread:
            return None
        found: Any = self.first.plain
        mended: Any = self.places.plain  # holds under its right name what was misspelt
        for step in path:
            if not isinstance(found, dict):
                return None
            mended = mended.get(step) if isinstance(mended, dict) else None
            found = found.get(step, mended)
            if found is None and self._may_lack(path, step):
                found = {}
        return set(found) if isinstance(found, dict) else None

    def _may_lack(self, path: tuple[str, ...], step: str) -> bool:
        """Whether the absence of a section says that it is empty."""
        if step == path[0]:
            return "case" not in self.unread and step != "actors"
        return step not in ("preferences", "readings") and path[:2] != ("models", step)

    def across(self, *path: str) -> set[str] | None:
        """Return the keys at a path below every model, or None where a model is not known."""
        if any(name.startswith("models") for name in self.unread):
            return None
        found = [self.ids("models", model, *path) for model in self.ids("models") or ()]
        return None if None in found or not found else set().union(*(f for f in found if f))

    def sound(self, model: str) -> bool:
        """Whether nothing was cut out of a model or its options."""
        spoilt = any(path[:2] == ("models", model) for path in self.damaged)
        return not spoilt and not any(path[:1] == ("options",) for path in self.damaged)

    def problem(self, path: Path, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """Return a problem at the place of a part."""
        return self.places.of(path, key=key).problem(message, hint)

    def unknown(
        self, path: Path, kind: str, name: str, known: Known, *, key: bool = False
    ) -> Iterator[Problem]:
        """Yield a problem where a name is not among the known ones."""
        if known is not None and name not in (known := set(known)):
            yield self.problem(path, f"unknown {kind} `{name}`", hint_for(name, known), key=key)

    def formula(self, path: Path, formula: Formula, known: Known) -> Iterator[Problem]:
        """Yield a problem for every unknown name in a condition, at its column."""
        if known is None:
            return
        known = set(known)
        spot = self.places.of(path)
        for name in names(formula):
            if name.id not in known:
                yield spot.problem(f"unknown id `{name.id}`", hint_for(name.id, known), name.at)

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
