"""How two actors treated each other over time: `events`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from detente.case import Case, open_case
from detente.case.formatter import write_whole
from detente.errors import UsageError
from detente.evidence.events import Happening, Index, Sum, by_period, pairs_of
from detente.report.figures.events import events_figure
from detente.report.screen.events import events_text, pairs_text
from detente.stability.settings import resolve
from detente.workflow.outcome import Outcome

__all__ = ["events"]


def events(name: str, between: tuple[str, ...] = (), figure: Path | None = None) -> Outcome:
    """Give the event index of a pair, year by year; of the pair with most events where none is named.

    Hindsight is left out; what was expected stands apart. `figure` is a file to draw to. Raises
    `UnknownName` for an actor, `UsageError` for other than two, or where nothing is scored.
    """
    case = open_case(name)
    known = [e for e in case.timeline if e.status != "later"]
    pairs = pairs_of(known)
    first, second = _pair(case, between, pairs)
    past = by_period(known, first, second)
    expected = by_period(known, first, second, statuses=("expected",))
    foreseen = [e for index in expected.values() for e in index.all.events]
    data: dict[str, Any] = {"case": case.case.id, "between": [first, second]}
    data["periods"] = {period: _index(index) for period, index in past.items()}
    data["expected"] = [_event(e) for e in foreseen]
    counts = [(pair, sum(pair == p for p in map(_of, known))) for pair in pairs]
    data["pairs"] = [{"between": list(pair), "events": n} for pair, n in counts]
    text = [events_text(case, (first, second), past, foreseen), pairs_text(case, counts)]
    if figure is not None:
        write_whole(figure, events_figure(case, known, first, second).svg)
        text.append(f"Written: {figure}")
    return Outcome(data, "\n\n".join(text), written=() if figure is None else (figure,))


def _pair(
    case: Case, between: tuple[str, ...], pairs: tuple[tuple[str, str], ...]
) -> tuple[str, str]:
    if not between and pairs:
        order = list(case.actors)
        first, second = sorted(pairs[0], key=lambda a: order.index(a) if a in order else len(order))
        return first, second
    if len(between) != 2:
        found = ",".join(between) or "no scored events"
        raise UsageError("the index is of two actors", found=found, hint="--between jp,ru")
    a, b = (resolve("actor", actor, case.actors) for actor in between)
    return a, b


def _of(event: Happening) -> tuple[str, ...]:
    pair = (event.by, event.on) if event.by and event.on else event.between
    return tuple(sorted(pair)) if event.score is not None else ()


def _index(index: Index) -> dict[str, Any]:
    kinds = {"forth": index.forth, "back": index.back, "joint": index.joint, "all": index.all}
    return {kind: _sum(found) for kind, found in kinds.items()}


def _sum(found: Sum) -> dict[str, Any]:
    return {"count": found.count, "sum": found.total, "mean": found.mean} | {
        "events": [_event(e) for e in found.events]
    }


def _event(event: Happening) -> dict[str, Any]:
    return {
        "date": str(event.date),
        "title": event.title,
        "score": event.score,
        "because": [str(r) for r in event.because],
    }
