"""Score what runs from earlier dates said: `run --hindcast`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from detente.case import open_case
from detente.forecast.hindcast import Hindcasts, hindcasts
from detente.report.screen.hindcasts import hindcasts_text
from detente.workflow.outcome import Outcome

__all__ = ["back_check"]


def back_check(
    name: str,
    runs: int | None = None,
    *,
    seed: int | None = None,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Outcome:
    """Play every hindcast of a case on what was known then, and score what it said.

    Raises `UsageError` for a case without hindcasts.
    """
    case = open_case(name)
    found = hindcasts(case, runs=runs, seed=seed, workers=workers, progress=progress)
    data = {"case": case.case.id, "digest": case.digest, "seed": found.seed}
    return Outcome(data | _hindcasts(found), hindcasts_text(found))


def _hindcasts(found: Hindcasts) -> dict[str, Any]:
    return {
        "hindcasts": {
            id: {
                a.id: {
                    "hits": a.probability.hits if a.probability else None,
                    "runs": a.probability.runs if a.probability else None,
                    "probability": a.probability.value if a.probability else None,
                    "resolved": a.question.resolved,
                }
                for a in answers
            }
            for id, answers in found.answers.items()
        },
        "brier": {
            s.forecaster: {
                "questions": s.questions,
                "brier": s.brier,
                "low": s.interval.low if s.interval else None,
                "high": s.interval.high if s.interval else None,
            }
            for s in (found.card.scores if found.judged else ())
        },
    }
