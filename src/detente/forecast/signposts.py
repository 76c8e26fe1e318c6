"""What seeing an indicator would tell: how far the share of an event moves if its signs are believed.

A run counts more where what the indicator favours is true in it, and less where it is true of what
the indicator speaks against. Runs are weighted and not played anew. An indicator under which all
runs count alike is worth nothing for the event, whatever it favours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from detente.case.ledgers import Indicator
from detente.errors import UnknownName, UsageError
from detente.forecast.calendar import Run
from detente.forecast.plan import Plan
from detente.forecast.runs import Runs

__all__ = ["RATIO", "SignpostValue", "signpost_values"]

RATIO = 3.0
"""A sign is supposed to be so many times as likely where what it favours is true: our assumption."""


@dataclass(frozen=True)
class SignpostValue:
    """What seeing an indicator does to the share of runs with an event.

    `told` are the names it favours that the runs can show: readings of parties that have several,
    shocks, and outcomes of the models played. `alike` says that it tells no run from another. Dates
    (`by`) do not matter.
    """

    id: str
    before: float
    after: float
    told: tuple[str, ...]
    alike: bool

    @property
    def by(self) -> float:
        """How far the share moves."""
        return self.after - self.before

    @property
    def reason(self) -> str:
        """Why it is worth nothing; empty where it moves the share."""
        if not self.told:
            return "the runs cannot show what it favours"
        if self.alike:
            return "what it favours is true of all runs or of none"
        return "" if self.by else "the event is as frequent in the runs that it favours"


def signpost_values(found: Runs, event: str, *, ratio: float = RATIO) -> tuple[SignpostValue, ...]:
    """Return the value of every indicator of the case for an event, the farthest first.

    Raises `UnknownName` for an event that the calendar does not watch, `UsageError` for a ratio
    that is not above 1.
    """
    if event not in found.plan.calendar.watch:
        raise UnknownName("event", event, found.plan.calendar.watch)
    if not ratio > 1:
        raise UsageError("a sign is more likely where what it favours is true", found=ratio)
    hit = [r.first("event", event) is not None for r in found.runs]
    true = [frozenset(_true(found.plan, r)) for r in found.runs]
    known = _showable(found.plan)
    values = [
        _value(id, sign, hit, true, known, ratio) for id, sign in found.plan.case.indicators.items()
    ]
    return tuple(sorted(values, key=lambda v: -abs(v.by)))


def _value(
    id: str,
    sign: Indicator,
    hit: list[bool],
    true: list[frozenset[str]],
    known: frozenset[str],
    ratio: float,
) -> SignpostValue:
    told = tuple(name for name in sign.favours if name in known)
    power = [sum(_way(sign.favours, name) for name in told if name in names) for names in true]
    weights = [ratio**p for p in power]
    seen = sum(w for w, h in zip(weights, hit, strict=True) if h) / sum(weights)
    alike = len(set(power)) < 2
    before = sum(hit) / len(hit)
    return SignpostValue(id, before, before if alike else seen, told, alike)


def _way(favours: Mapping[str, str], name: str) -> int:
    return 1 if favours[name] == "up" else -1


def _showable(plan: Plan) -> frozenset[str]:
    models = [plan.case.model(m) for m in plan.calendar.models]
    several = (p for m in models for p in m.preferences.values() if len(p.readings) > 1)
    readings = (name for p in several for name in p.readings)
    outcomes = (name for m in models for name in m.outcomes)
    return frozenset([*plan.case.shocks, *readings, *outcomes])


def _true(plan: Plan, run: Run) -> Iterator[str]:
    """Yield what is true of a run: readings drawn, shocks, and outcomes that hold at some time."""
    for model, parties in run.readings.items():
        for actor, name in parties.items():
            if len(plan.case.model(model).preferences[actor].readings) > 1:
                yield name
    yield from (e.what for e in run.log if e.kind == "shock")
    for options in _states(plan, run):
        on = {o for o, taken in options.items() if taken}
        for model in plan.calendar.models:
            play = plan.plays[model]
            for name, outcome in plan.case.model(model).outcomes.items():
                if play.true(outcome.when, [o for o in play.options if o in on]):
                    yield name


def _states(plan: Plan, run: Run) -> Iterator[dict[str, bool]]:
    """Yield the options as they stand at the start and after each step in which something changed."""
    options = dict(plan.options)
    yield dict(options)
    for step in dict.fromkeys(e.step for e in run.log if e.kind in ("move", "shock")):
        for entry in (e for e in run.log if e.step == step):
            if entry.kind == "shock":
                for change in plan.case.shocks[entry.what].changes:
                    options |= change.status_quo
            elif entry.kind == "move":
                options[entry.what.removeprefix("not ")] = not entry.what.startswith("not ")
        yield dict(options)
