"""Forecast the dated questions of a case: `forecast`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.case import open_case
from detente.forecast.answers import answer_questions
from detente.judgement.outlook import outlooks
from detente.report.data import outlook_data
from detente.report.forecasting import forecast_sentence
from detente.report.likelihood import bands
from detente.report.screen.forecasts import forecasts_text
from detente.workflow.outcome import Outcome

__all__ = ["forecast"]


def forecast(
    name: str,
    questions: Sequence[str] = (),
    *,
    runs: int | None = None,
    seed: int | None = None,
    workers: int = 1,
    full: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Outcome:
    """Answer the dated questions of a case, or those named, from calendar runs.

    Without `runs` and `seed` those of the case count. Raises what `answer_questions` raises.
    """
    case = open_case(name)
    tell = None if progress is None else _told(progress)
    answers = answer_questions(
        case, questions, runs=runs, seed=seed, workers=workers, progress=tell
    )
    found = outlooks(case, answers)
    chosen = case.run.seed if seed is None else seed
    data = {"case": case.case.id, "digest": case.digest, "seed": chosen}
    shown = {
        o.answered.id: outlook_data(o) | {"sentence": forecast_sentence(case, o.answered)}
        for o in found
    }
    for o in found:
        if p := o.answered.probability:
            said = bands(p.low, p.high, case.case.scale)
            shown[o.answered.id]["words"] = [b.word for b in said]
    return Outcome(data | {"questions": shown}, forecasts_text(case, found, chosen, full))


def _told(progress: Callable[[str], None]) -> Callable[[int, int], None]:
    return lambda done, of: progress(f"{done:,} of {of:,} runs")
