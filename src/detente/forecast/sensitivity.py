"""What moves an answer: each shock, reading, mechanism and statement changed alone, all else alike.

Runs of a changed case use the same random numbers as those of the case itself, so that a difference
comes from the change and not from the dice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from detente.case import Case
from detente.case.model import Reading
from detente.case.terms import negate
from detente.errors import UnknownName
from detente.evidence.part import When
from detente.forecast.runs import run_calendar

__all__ = ["Swing", "swings"]

Kind = Literal["shock", "reading", "mechanism", "statement"]


@dataclass(frozen=True)
class Swing:
    """One change and what it does to the share of runs in which an event comes true.

    A shock is left out, or a reading of a party is taken for certain, or a mechanism is dropped, or
    a statement is turned into its reverse in its place.
    `changed` counts the runs whose answer differs: a share that stays may hide runs that swap.
    """

    kind: Kind
    what: str
    before: float
    after: float
    changed: float

    @property
    def by(self) -> float:
        """How far the share moves."""
        return self.after - self.before


def swings(
    case: Case,
    event: str,
    runs: int = 400,
    *,
    seed: int = 0,
    start: When | None = None,
    until: When | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Swing, ...]:
    """Return every single change and how far it moves the share of an event, the farthest first.

    Raises `UnknownName` for an event that the calendar does not watch, and what runs raise. Time
    grows with the number of shocks, readings, mechanisms and statements times the runs.
    """
    if event not in case.calendar.watch:
        raise UnknownName("event", event, case.calendar.watch)

    def hits(changed: Case) -> list[bool]:
        found = run_calendar(changed, runs, seed=seed, start=start, until=until)
        return [r.first("event", event) is not None for r in found.runs]

    base = hits(case)
    share = sum(base) / runs
    every = list(_changes(case))
    found = []
    for done, (kind, what, changed) in enumerate(every, 1):
        after = hits(changed)
        differ = sum(a != b for a, b in zip(base, after, strict=True)) / runs
        found.append(Swing(kind, what, share, sum(after) / runs, differ))
        if progress is not None:
            progress(done, len(every))
    return tuple(sorted(found, key=lambda s: (-abs(s.by), -s.changed, s.kind, s.what)))


def _changes(case: Case) -> Iterator[tuple[Kind, str, Case]]:
    """Yield every case that differs from the given one in one thing."""
    for id, shock in case.shocks.items():
        quiet = {**case.shocks, id: shock.model_copy(update={"rate": None})}
        yield "shock", id, case.model_copy(update={"shocks": quiet})
    for model in case.calendar.models:
        for actor, preference in case.model(model).preferences.items():
            weighted = [n for n, r in preference.readings.items() if r.weight is not None]
            for name in weighted if len(weighted) > 1 else ():
                yield "reading", f"{model}:{actor}={name}", _certain(case, model, actor, name)
        yield from _reversals(case, model)
    for id in _heard(case):
        yield "mechanism", id, _silenced(case, id)


def _reversals(case: Case, model: str) -> Iterator[tuple[Kind, str, Case]]:
    """Yield a case for each statement of the readings that are drawn, with that one reversed."""
    use = case.model(model)
    for actor, preference in use.preferences.items():
        weighted = [n for n, r in preference.readings.items() if r.weight is not None]
        for name in weighted or list(preference.readings)[:1]:
            reading = preference.readings[name]
            for k, statement in enumerate(reading.order):
                turned = statement.model_copy(update={"want": negate(statement.want)})
                order = (*reading.order[:k], turned, *reading.order[k + 1 :])
                other = reading.model_copy(update={"order": order})
                readings = {**preference.readings, name: other}
                where = f"{model}:{actor}" + (f"={name}" if len(weighted) > 1 else "")
                yield "statement", f"{where}: {statement.want}", _read(case, model, actor, readings)


def _read(case: Case, model: str, actor: str, readings: Mapping[str, Reading]) -> Case:
    """Return a case in which a party has these readings."""
    use = case.model(model)
    changed = use.preferences[actor].model_copy(update={"readings": dict(readings)})
    other = use.model_copy(update={"preferences": {**use.preferences, actor: changed}})
    return case.model_copy(update={"models": {**case.models, model: other}})


def _certain(case: Case, model: str, actor: str, reading: str) -> Case:
    """Return a case in which a party has one reading only."""
    readings = case.model(model).preferences[actor].readings
    return _read(case, model, actor, {reading: readings[reading]})


def _silenced(case: Case, id: str) -> Case:
    """Return a case in which a mechanism carries no push; the strengths of the rest stay as drawn."""
    silent = case.influences.edges[id].model_copy(update={"sign": "0"})
    edges = {**case.influences.edges, id: silent}
    influences = case.influences.model_copy(update={"edges": edges})
    return case.model_copy(update={"influences": influences})


def _heard(case: Case) -> list[str]:
    """Return the mechanisms on some way from a shock or an option to a node that a signal listens to."""
    edges = case.influences.edges
    ahead = {n for s in case.shocks.values() for n in s.pushes} | {
        h.node for h in case.calendar.holds
    }
    ahead |= set(case.calendar.levels)
    behind = {s.node for s in case.calendar.signals}
    for _ in edges:
        ahead |= {e.effect for e in edges.values() if e.cause in ahead}
        behind |= {e.cause for e in edges.values() if e.effect in behind}
    return [
        id
        for id, e in edges.items()
        if e.cause in ahead and e.effect in behind and e.sign in "+-" and e.status != "bridge"
    ]
