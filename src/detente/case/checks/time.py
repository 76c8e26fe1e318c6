"""Time: nothing later than `as_of` counts as known, and spans run forwards."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.errors import Problem

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of dates."""
    case = context.case
    actors = set(case.actors) | context.declared("actors")
    for i, event in enumerate(case.timeline):
        path = ("timeline", i)
        for field in ("actor", "by", "on"):
            name = getattr(event, field)
            if name:
                yield from context.unknown((*path, field), "actor", name, actors)
        for j, name in enumerate(event.between):
            yield from context.unknown((*path, "between", j), "actor", name, actors)
    if case.case.as_of is not None:
        yield from _after(context)


def _after(context: Context) -> Iterator[Problem]:
    case, as_of = context.case, context.case.case.as_of
    assert as_of is not None
    for id, claim in case.evidence.items():
        if claim.date is not None and claim.date.start > as_of.end:
            message = f"evidence dated {claim.date}, after the case's as_of {as_of}"
            hint = "a case may not know its future; move as_of or drop the claim"
            yield context.problem(("evidence", id, "date"), message, hint)
    for i, event in enumerate(case.timeline):
        if event.status == "past" and event.date.start > as_of.end:
            message = f"event dated {event.date}, after the case's as_of {as_of}"
            hint = "say `status: expected` (foreseen then) or `status: later` (hindsight)"
            yield context.problem(("timeline", i, "date"), message, hint)
    for id, model in case.models.items():
        if model.as_of is not None and model.as_of.start > as_of.end:
            message = f"model dated {model.as_of}, after the case's as_of {as_of}"
            yield context.problem(("models", id, "as_of"), message, "move the case's as_of")
    if case.case.horizon is not None and case.case.horizon.end < as_of.start:
        message = f"horizon {case.case.horizon} lies before as_of {as_of}"
        yield context.problem(("case", "horizon"), message, "the horizon lies ahead")
