"""Time: nothing later than `as_of` counts as known, and the horizon lies ahead."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.model import Dated
from detente.errors import Problem
from detente.evidence.part import When

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of dates. A case without `as_of` has none."""
    as_of = context.case.case.as_of
    if as_of is not None:
        yield from _after(context, as_of)


def _after(context: Context, as_of: When) -> Iterator[Problem]:
    case = context.case
    for id, claim in case.evidence.items():
        if claim.date is not None and claim.date.start > as_of.end:
            message = f"evidence of {claim.date}, after the case's as_of {as_of}"
            hint = "a case may not know its future: move `as_of`, or drop the claim"
            yield context.problem(("evidence", id, "date"), message, hint)
    for i, event in enumerate(case.timeline):
        if event.status == "past" and event.date.start > as_of.end:
            message = f"event of {event.date}, after the case's as_of {as_of}"
            hint = "add `status: expected` (foreseen then) or `status: later` (hindsight)"
            yield context.problem(("timeline", i, "date"), message, hint)
    dated: dict[tuple[str, str], Dated] = {("models", id): m for id, m in case.models.items()}
    for path, model in (dated | {("graphs", id): m for id, m in case.graphs.items()}).items():
        if model.as_of is not None and model.as_of.start > as_of.end:
            message = f"model of {model.as_of}, after the case's as_of {as_of}"
            hint = "move `as_of` under `case`, or that of the model"
            yield context.problem((*path, "as_of"), message, hint)
    if case.case.horizon is not None and case.case.horizon.end < as_of.start:
        message = f"the horizon {case.case.horizon} lies before as_of {as_of}"
        hint = "write a date after `as_of`: how far ahead the case looks"
        yield context.problem(("case", "horizon"), message, hint)
