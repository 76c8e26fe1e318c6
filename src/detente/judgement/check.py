"""What a kind of check is: its arguments, and the computation behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from detente.case import Case
from detente.evidence.part import Part
from detente.judgement.answer import Row
from detente.stability import Settings
from detente.stability.analysis import Analysis
from detente.stability.graph import build_graph

__all__ = ["CheckKind", "Conditions"]


class Conditions(Part):
    """Arguments that most checks share: which models, under which readings and conditions.

    `model` or `models` name them; a check runs once for each.
    """

    model: str = ""
    models: tuple[str, ...] = ()
    readings: dict[str, str] = {}
    fix: dict[str, bool] = {}
    context: dict[str, bool] = {}
    irreversible: tuple[str, ...] = ()

    def each(self) -> tuple[str, ...]:
        """Return the ids of the models."""
        return self.models or (self.model,)

    def settings(self) -> Settings:
        """Return the settings that the conditions stand for."""
        return Settings(self.readings, self.fix, self.context, self.irreversible)

    def analyses(self, case: Case) -> Iterator[tuple[str, Analysis]]:
        """Yield the analysis of each model under these conditions."""
        for id in self.each():
            yield id, Analysis(build_graph(case, id, self.settings()))


@dataclass(frozen=True)
class CheckKind:
    """A kind of check; a member of the shelf `detente.judgement.checks`.

    `run(case, arguments)` yields one row of plain data for each model and concept covered; the
    expectation of the inquiry must hold for every row.
    """

    key: str
    meaning: str
    arguments: type[Part]
    run: Callable[[Case, Any], Iterator[Row]]
