"""What must hold between the parts of a case; each module checks one matter."""

from __future__ import annotations

from detente.case.checks import (
    beliefs,
    calendar,
    confidence,
    derived,
    graph_form,
    influences,
    lists,
    merging,
    models,
    naming,
    overlays,
    preferences,
    readings,
    references,
    states,
    time,
    trials,
)
from detente.case.checks.context import Context
from detente.errors import Problem

__all__ = ["Context", "problems_of"]


def problems_of(context: Context) -> list[Problem]:
    """Return every problem between the parts of a case."""
    found: list[Problem] = []
    for matter in (
        naming,
        models,
        graph_form,
        merging,
        overlays,
        preferences,
        readings,
        beliefs,
        references,
        lists,
        influences,
        calendar,
        trials,
        derived,
        confidence,
        time,
        states,
    ):
        found.extend(matter.check(context))
    return found
