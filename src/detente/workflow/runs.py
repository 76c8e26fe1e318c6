"""Run the coupled system along the calendar: `run`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from detente.case import Case, open_case
from detente.case.formatter import write_whole
from detente.errors import UsageError
from detente.evidence.part import When
from detente.forecast.calendar import BLOCK, Run, run_block
from detente.forecast.engine import engine_of
from detente.forecast.plan import Plan, plan_of
from detente.forecast.runs import Runs, run_calendar
from detente.forecast.sensitivity import Swing, swings
from detente.forecast.signposts import SignpostValue, signpost_values
from detente.report.figures.tornado import tornado_figure
from detente.report.screen.runs import runs_text, signposts_text, story_text, swings_text
from detente.workflow.outcome import Outcome

__all__ = ["run", "story", "what_moves"]

Progress = Callable[[int, int], None]


def run(
    name: str,
    runs: int | None = None,
    *,
    seed: int | None = None,
    start: str = "",
    until: str = "",
    workers: int = 1,
    cluster: str = "",
    progress: Progress | None = None,
) -> Outcome:
    """Run a case along its calendar so many times and count what came of it.

    Runs and seed are those of the case where none are given; `cluster` is the address of a Dask
    scheduler, or `local`. Raises `UsageError` for a case without a calendar or dates that do not
    rise, `MissingExtra` for a cluster where Dask is not installed.
    """
    case = open_case(name)
    found = run_calendar(
        case,
        runs or case.run.samples,
        seed=_seed(case, seed),
        start=_date(start),
        until=_date(until),
        engine=engine_of(workers, cluster),
        progress=progress,
    )
    return Outcome(_head(case, found.plan, found.seed) | _counts(found), runs_text(case, found))


def story(
    name: str, number: int, *, seed: int | None = None, start: str = "", until: str = ""
) -> Outcome:
    """Replay one run by its number and tell it step by step."""
    if number < 0:
        raise UsageError("runs are numbered from 0", found=number)
    case = open_case(name)
    plan = plan_of(case, _date(start), _date(until))
    block, place = divmod(number, BLOCK)
    found = run_block(plan, block, place + 1, _seed(case, seed))[place]
    data = _head(case, plan, _seed(case, seed)) | _story(plan, found)
    return Outcome(data, story_text(case, plan, found))


def what_moves(
    name: str,
    event: str,
    runs: int | None = None,
    *,
    seed: int | None = None,
    start: str = "",
    until: str = "",
    figure: Path | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Say what moves an event, each change alone, and what seeing an indicator would do to it.

    `figure` is a file to draw the tornado to. Raises `UnknownName` for an event that the calendar
    does not watch, `UsageError` where there is nothing to draw.
    """
    case = open_case(name)
    many = runs or case.run.samples
    chosen, begin, end = _seed(case, seed), _date(start), _date(until)
    found = swings(case, event, many, seed=chosen, start=begin, until=end, progress=progress)
    runs_of_case = run_calendar(case, many, seed=chosen, start=begin, until=end)
    values = signpost_values(runs_of_case, event)
    data = {
        "case": case.case.id,
        "digest": case.digest,
        "event": event,
        "runs": many,
        "swings": [_swing(s) for s in found],
        "indicators": [_signpost(v) for v in values],
    }
    text = f"{swings_text(event, found, many)}\n\n{signposts_text(case, values)}"
    if figure is not None:
        write_whole(figure, tornado_figure(case.calendar.watch[event].label, found, many).svg)
    return Outcome(
        data,
        text if values else swings_text(event, found, many),
        written=() if figure is None else (figure,),
    )


def _seed(case: Case, seed: int | None) -> int:
    return case.run.seed if seed is None else seed


def _date(text: str) -> When | None:
    return When.parse(text) if text else None


def _head(case: Case, plan: Plan, seed: int) -> dict[str, Any]:
    return {
        "case": case.case.id,
        "digest": case.digest,
        "from": str(plan.dates[0]),
        "until": str(plan.dates[-1]),
        "step": plan.calendar.step,
        "seed": seed,
    }


def _counts(found: Runs) -> dict[str, Any]:
    return {
        "runs": len(found.runs),
        "events": {
            id: {
                "label": watch.label,
                "runs": sum(r.first("event", id) is not None for r in found.runs),
                "by_step": [
                    sum(r.first("event", id) == step for r in found.runs)
                    for step in range(found.plan.steps)
                ],
            }
            for id, watch in found.plan.calendar.watch.items()
        },
        "shocks": {
            id: sum(r.first("shock", id) is not None for r in found.runs)
            for id in found.plan.case.shocks
        },
    }


def _story(plan: Plan, run: Run) -> dict[str, Any]:
    return {
        "number": run.number,
        "readings": {m: dict(by) for m, by in run.readings.items()},
        "swapped": {m: dict(by) for m, by in run.swapped.items()},
        "log": [
            {"when": plan.when(e.step), "kind": e.kind, "what": e.what, "because": e.because}
            for e in run.log
        ],
    }


def _swing(swing: Swing) -> dict[str, Any]:
    return {
        "kind": swing.kind,
        "what": swing.what,
        "before": swing.before,
        "after": swing.after,
        "changed": swing.changed,
    }


def _signpost(value: SignpostValue) -> dict[str, Any]:
    return {
        "indicator": value.id,
        "before": value.before,
        "after": value.after,
        "told_by": list(value.told),
        "worthless": value.reason,
    }
