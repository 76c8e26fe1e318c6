"""Run the coupled system along the calendar: `run`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from detente.case import Case, open_case
from detente.errors import UsageError
from detente.evidence.part import When
from detente.forecast.calendar import BLOCK, Plan, Run, plan_of, run_block
from detente.forecast.runs import Runs, run_calendar
from detente.forecast.sensitivity import Swing, swings
from detente.report.screen.runs import runs_text, story_text, swings_text
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
    progress: Progress | None = None,
) -> Outcome:
    """Run a case along its calendar so many times and count what came of it.

    Runs and seed are those of the case where none are given. Raises `UsageError` for a case without
    a calendar or dates that do not rise.
    """
    case = open_case(name)
    found = run_calendar(
        case,
        runs or case.run.samples,
        seed=_seed(case, seed),
        start=_date(start),
        until=_date(until),
        workers=workers,
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
    progress: Progress | None = None,
) -> Outcome:
    """Say which shock, reading or mechanism moves an event, each changed alone. Raises `UnknownName`."""
    case = open_case(name)
    many = runs or case.run.samples
    dates = {"start": _date(start), "until": _date(until)}
    found = swings(case, event, many, seed=_seed(case, seed), progress=progress, **dates)
    data = {
        "case": case.case.id,
        "digest": case.digest,
        "event": event,
        "runs": many,
        "swings": [_swing(s) for s in found],
    }
    return Outcome(data, swings_text(event, found, many))


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
