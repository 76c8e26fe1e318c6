"""The names that the lists beside the models use: actors, issues, outcomes, indicators."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.places import Path
from detente.errors import Problem

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of names in lists."""
    yield from _events(context)
    yield from _positions(context)
    yield from _signposts(context)
    yield from _hypotheses(context)


def _events(context: Context) -> Iterator[Problem]:
    actors = context.ids("actors")
    for i, event in enumerate(context.case.timeline):
        for field in ("actor", "by", "on"):
            name = getattr(event, field)
            if name:
                yield from context.unknown(("timeline", i, field), "actor", name, actors)
        for j, name in enumerate(event.between):
            yield from context.unknown(("timeline", i, "between", j), "actor", name, actors)


def _positions(context: Context) -> Iterator[Problem]:
    actors, issues = context.ids("actors"), context.ids("issues")
    for i, position in enumerate(context.case.positions):
        yield from context.unknown(("positions", i, "actor"), "actor", position.actor, actors)
        yield from context.unknown(("positions", i, "issue"), "issue", position.issue, issues)
    for actor in context.case.influence:
        yield from context.unknown(("influence", actor), "actor", actor, actors, key=True)


def _signposts(context: Context) -> Iterator[Problem]:
    case, indicators = context.case, context.ids("indicators")
    for id, assumption in case.assumptions.items():
        for i, watched in enumerate(assumption.watch):
            at: Path = ("assumptions", id, "watch", i)
            yield from context.unknown(at, "indicator", watched, indicators)
    outcomes = context.across("outcomes")
    for id, question in case.questions.items():
        if question.outcome:
            at = ("questions", id, "outcome")
            yield from context.unknown(at, "outcome", question.outcome, outcomes)
    favoured = _favoured(context)
    for id, indicator in case.indicators.items():
        for name in indicator.favours:
            at = ("indicators", id, "favours", name)
            yield from context.unknown(at, "reading or outcome", name, favoured, key=True)


def _favoured(context: Context) -> set[str] | None:
    """Return what an indicator may speak for: outcomes, readings, shocks and hypotheses."""
    outcomes, shocks = context.across("outcomes"), context.ids("shocks")
    preferences = context.across("preferences")
    if outcomes is None or shocks is None or preferences is None:
        return None
    readings = (
        context.ids("models", model, "preferences", actor, "readings") or set()
        for model in context.case.models
        for actor in context.ids("models", model, "preferences") or ()
    )
    items = context.case.hypotheses.items if context.case.hypotheses else {}
    return outcomes.union(shocks, items, *readings)


def _hypotheses(context: Context) -> Iterator[Problem]:
    hypotheses = context.case.hypotheses
    if hypotheses is None:
        return
    claims, items = context.ids("evidence"), context.ids("hypotheses", "items")
    for row, cells in hypotheses.matrix.items():
        path = ("hypotheses", "matrix", row)
        yield from context.unknown(path, "evidence", row, claims, key=True)
        for item in cells:
            yield from context.unknown((*path, item), "hypothesis", item, items, key=True)
    for row in hypotheses.weights:
        at = ("hypotheses", "weights", row)
        yield from context.unknown(at, "row of the matrix", row, hypotheses.matrix, key=True)
