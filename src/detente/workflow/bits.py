"""Analyse models of up to some 34 options without ranking states: `stability --engine bits`."""

from __future__ import annotations

from collections.abc import Sequence

from detente.case import open_case
from detente.report.screen.large import survey_text
from detente.stability import Settings
from detente.stability.graph import resolve
from detente.stability.implicit import count_nash
from detente.stability.survey import Progress
from detente.workflow.analyse import option_forms, settings_for
from detente.workflow.large import survey_shape
from detente.workflow.outcome import Outcome

__all__ = ["nash_by_bits"]


def nash_by_bits(
    name: str,
    models: Sequence[str] = (),
    settings: Settings | None = None,
    what_if: str = "",
    *,
    progress: Progress | None = None,
) -> Outcome:
    """Count the Nash equilibria of models, and sum them up. Raises as `count_nash`."""
    case = open_case(name)
    shapes, texts = [], []
    for id in [resolve("model", m, case.every_model) for m in models] or option_forms(case):
        own = settings_for(case, id, settings, what_if)
        found = count_nash(case, id, own, progress=progress)
        shapes.append(survey_shape(found, "bits"))
        texts.append(survey_text(case, found))
    data = {"case": case.case.id, "digest": case.digest, "models": shapes}
    return Outcome(data, "\n\n".join(texts))
