"""Analyse a model with many equilibria: counts, shares and the nearest, as data and as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.case import Case
from detente.errors import TooLarge
from detente.report.screen.coalitions import coalition_text
from detente.report.screen.large import survey_text
from detente.stability import CONCEPTS
from detente.stability.analysis import Analysis
from detente.stability.coalitions import assess_coalition
from detente.stability.concept import Concept
from detente.stability.findings import CoalitionFinding
from detente.stability.survey import Progress, Summary, Survey, survey
from detente.workflow.outcome import Outcome
from detente.workflow.shapes import coalition_shape, model_header, moves_shape

__all__ = ["LISTED", "MANY", "coalition_of", "crowded", "large_stability", "survey_shape"]

LISTED = 100
"""More equilibria than this under one concept are summed up, not listed."""
MANY = 1 << 16
"""More feasible states than this are not analysed one by one."""


def crowded(analysis: Analysis, concepts: Sequence[Concept]) -> bool:
    """Return whether there are too many states, or equilibria under some concept, to list them."""
    graph = analysis.graph
    return graph.count > MANY or any(
        int(analysis.stable(c).all(axis=0).sum()) > LISTED for c in concepts
    )


def coalition_of(analysis: Analysis, group: Sequence[str]) -> CoalitionFinding:
    """Return what a coalition could do from today. Raises `TooLarge`."""
    if analysis.graph.count > MANY:
        raise TooLarge(
            "too many feasible states to say what coalitions could do",
            found=analysis.graph.count,
            expected=f"at most {MANY:,}",
            hint="hold options fixed with --fix",
        )
    return assess_coalition(analysis, group, analysis.graph.status_quo, CONCEPTS["nash"])


def large_stability(
    case: Case,
    analysis: Analysis,
    concepts: Sequence[Concept],
    coalitions: Sequence[CoalitionFinding] = (),
    progress: Progress | None = None,
) -> Outcome:
    """Say how many states hold under each concept, what they share, and which are near today.

    What coalitions could do is added. Raises `TooLarge` where a concept that is no threshold is
    asked about and there are too many states for it.
    """
    graph = analysis.graph
    found = survey(graph, concepts, progress=progress)
    shape = survey_shape(found, "explicit")
    shape["coalitions"] = [coalition_shape(c) for c in coalitions]
    said = [survey_text(case, found), *(coalition_text(case, analysis, c) for c in coalitions)]
    return Outcome(shape, "\n".join(said))


def survey_shape(found: Survey, engine: str) -> dict[str, Any]:
    """Return what holds in a model, summed up, as data; `equilibria` are those first in line."""
    summaries = found.summaries
    return model_header(found.graph, found.states, found.readings, engine) | {
        "summaries": {c: _summary(s, found.states) for c, s in summaries.items()},
        "equilibria": {c: [list(e.state.on) for e in s.first] for c, s in summaries.items()},
        "complete": all(len(s.first) == s.count for s in summaries.values()),
    }


def _summary(summary: Summary, states: int) -> dict[str, Any]:
    return {
        "count": summary.count,
        "share_of_states": summary.count / states if states else 0.0,
        "status_quo": summary.today,
        "stable": dict(summary.stable),
        "reachable": summary.reachable,
        "taken": dict(summary.taken),
        "fixed": dict(summary.fixed),
        "outcomes": dict(summary.outcomes),
        "paths": [
            {"to": list(e.state.on), "moves": moves_shape(e.path)}
            for e in summary.first
            if e.path is not None
        ],
    }
