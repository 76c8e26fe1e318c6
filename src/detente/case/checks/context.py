"""What every check needs: the case, the place of each part, and the names that were declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from detente.case.case import Case
from detente.case.formula import Formula, names
from detente.case.validate import Places
from detente.errors import Problem, did_you_mean

__all__ = ["Context"]

Path = tuple[str | int, ...]


@dataclass
class Context:
    """A case under check. `first` holds the places before anything was cut out of the tree."""

    case: Case
    places: Places
    first: Places

    def declared(self, *path: str) -> set[str]:
        """Return the keys written at a path, sound or not, so that one error causes no second."""
        found: Any = self.first.plain
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        return set(found) if isinstance(found, dict) else set()

    def problem(self, path: Path, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """Return a problem at the place of a part."""
        return self.places.of(path, key=key).problem(message, hint)

    def unknown(
        self, path: Path, kind: str, name: str, known: Iterable[str], *, key: bool = False
    ) -> Iterator[Problem]:
        """Yield a problem where a name is not among the known ones."""
        known = set(known)
        if name not in known:
            yield self.problem(path, f"unknown {kind} `{name}`", did_you_mean(name, known), key=key)

    def formula(self, path: Path, formula: Formula, known: Iterable[str]) -> Iterator[Problem]:
        """Yield a problem for every unknown name in a condition, at its column."""
        known = set(known)
        spot = self.places.of(path)
        for name in names(formula):
            if name.id not in known:
                hint = did_you_mean(name.id, known)
                yield spot.problem(f"unknown id `{name.id}`", hint, max(name.at, 0))

    def model_names(self, model: str) -> set[str]:
        """Return every id that conditions of a model may use, including broken ones."""
        own = self.case.models[model]
        sections = ("options", "propositions", "outcomes", "context")
        return set(own.names()).union(*(self.declared("models", model, s) for s in sections))
