"""What runs along the calendar share: the case as known at their start, steps, network and plays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from detente.case import Case
from detente.case.dynamics import Calendar
from detente.case.hindsight import known_on
from detente.errors import UsageError
from detente.evidence.part import When
from detente.forecast.play import Play
from detente.influence import Network, Scope, build_network

__all__ = ["Plan", "plan_of"]

MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, eq=False)
class Plan:
    """All that runs of a case share. `dates` holds the first day of every step and the day after."""

    case: Case
    calendar: Calendar
    dates: tuple[date, ...]
    network: Network
    plays: Mapping[str, Play]
    options: Mapping[str, bool] = field(default_factory=dict)

    @property
    def steps(self) -> int:
        """The number of steps."""
        return len(self.dates) - 1

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of every node in the arrays of levels."""
        return {node: k for k, node in enumerate(self.network.nodes)}

    @cached_property
    def years(self) -> float:
        """The length of one step in years."""
        return MONTHS[self.calendar.step] / 12

    def when(self, step: int) -> str:
        """Return a step in words, such as `2019 Q2`."""
        day = self.dates[step]
        part = {"month": f"-{day.month:02d}", "quarter": f" Q{(day.month + 2) // 3}", "year": ""}
        return f"{day.year}{part[self.calendar.step]}"


def plan_of(case: Case, start: When | None = None, until: When | None = None) -> Plan:
    """Return the plan of a case's runs from a date to another.

    The plan holds the case as it was known at the start; nothing later can be read. Raises
    `UsageError` where the case has no calendar, its dates are missing or do not rise, or a model of
    the calendar is later than the start.
    """
    calendar = case.calendar
    if not calendar.models:
        hint = "add `calendar` with models and an end"
        raise UsageError("this case has no calendar to run along", hint=hint)
    begin = start or calendar.start or case.case.as_of
    end = until or calendar.until or case.case.horizon
    if begin is None or end is None or end.end <= begin.end:
        raise UsageError("a run needs a start and a later end", found=f"{begin} to {end}")
    case = _seen_from(case, begin)
    calendar = case.calendar
    options = {
        option: case.option_form(model).status_quo.get(option, False)
        for model in calendar.models
        for option in case.option_form(model).options
    }
    return Plan(
        case=case,
        calendar=calendar,
        dates=tuple(_dates(begin.end, end.end, MONTHS[calendar.step])),
        network=build_network(case, Scope()),
        plays={m: Play(case, m, calendar.concept) for m in calendar.models},
        options=options,
    )


def _seen_from(case: Case, begin: When) -> Case:
    """Return a case as known at the start of its runs; its calendar must not need later models."""
    seen = known_on(case, begin.end)
    for model in case.calendar.models:
        if model in case.models and model not in seen.models:
            raise UsageError(
                f"the model `{model}` is of {case.models[model].as_of}, and the runs start {begin}",
                hint="start later, or play models that were known by then",
            )
    return seen


def _dates(begin: date, end: date, months: int) -> Iterator[date]:
    """Yield the first days of steps, in whole steps of the calendar year, until one begins late."""
    month = begin.year * 12 + (begin.month - 1) // months * months
    yield begin
    while True:
        month += months
        day = date(month // 12, month % 12 + 1, 1)
        yield min(day, end)
        if day >= end:
            return
