"""In what share of calendar runs something that is watched comes true."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from detente.case import Case
from detente.evidence.part import Part, WhenField
from detente.forecast.runs import run_calendar
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind

__all__ = ["MEMBER"]


class Arguments(Part):
    """`start` and `until` bound the runs; without them the calendar of the case does."""

    start: WhenField | None = None
    until: WhenField | None = None
    runs: int | None = Field(None, ge=1)


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield the share of runs of each watched event; A.without.B is the share with A and not B."""
    runs = arguments.runs or case.run.samples
    found = run_calendar(
        case, runs, seed=case.run.seed, start=arguments.start, until=arguments.until
    )
    seen = [{e.what for e in r.log if e.kind in ("event", "shock")} for r in found.runs]
    names = [*case.calendar.watch, *case.shocks]
    without = {
        f"{a}.without.{b}": sum(a in s and b not in s for s in seen) / runs
        for a in case.calendar.watch
        for b in names
        if a != b
    }
    yield {"runs": runs} | dict(found.events()) | without


MEMBER = CheckKind(
    "calendar", "In what share of calendar runs something watched comes true", Arguments, run
)
