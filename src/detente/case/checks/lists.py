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
    yield from _domestic(context)
    yield from _signposts(context)
    yield from _hypotheses(context)
    yield from _said_by(context)


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
        for field in ("salience", "clout"):
            estimate = getattr(position, field)
            if estimate is not None and not 0 <= estimate.low <= estimate.high <= 1:
                at: Path = ("positions", i, field)
                hint = "write a number or a range from 0 to 1, such as 0.4..0.8"
                yield context.problem(at, f"{field} {estimate} is not between 0 and 1", hint)
    for actor in context.case.influence:
        yield from context.unknown(("influence", actor), "actor", actor, actors, key=True)


def _domestic(context: Context) -> Iterator[Problem]:
    actors, issues = context.ids("actors"), context.ids("issues")
    models = context.ids("models")
    for actor, home in context.case.domestic.items():
        path: Path = ("domestic", actor)
        yield from context.unknown(path, "actor", actor, actors, key=True)
        factions = context.ids("domestic", actor, "factions")
        for i, name in enumerate(home.vetoes):
            yield from context.unknown((*path, "vetoes", i), "faction", name, factions)
        for id, faction in home.factions.items():
            at: Path = (*path, "factions", id)
            for issue in faction.positions:
                place = (*at, "positions", issue)
                yield from context.unknown(place, "issue", issue, issues, key=True)
            for model, condition in faction.accepts.items():
                place = (*at, "accepts", model)
                yield from context.unknown(place, "model", model, models, key=True)
                if model in context.case.models:
                    yield from context.formula(place, condition, context.model_names(model))


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
    items = (h.items for h in context.case.hypotheses.values())
    return outcomes.union(shocks, *items, *readings)


def _hypotheses(context: Context) -> Iterator[Problem]:
    for set_id, hypotheses in context.case.hypotheses.items():
        items = context.ids("hypotheses", set_id, "items")
        rows = context.ids("hypotheses", set_id, "evidence")
        for row_id, row in hypotheses.evidence.items():
            path: Path = ("hypotheses", set_id, "evidence", row_id)
            if row.repeats:
                yield from context.unknown((*path, "repeats"), "row", row.repeats, rows)
            for item in row.cells:
                at = (*path, "cells", item)
                yield from context.unknown(at, "hypothesis", item, items, key=True)
        for id, hypothesis in hypotheses.items.items():
            for actor in hypothesis.readings:
                at = ("hypotheses", set_id, "items", id, "readings", actor)
                yield from context.unknown(at, "actor", actor, context.ids("actors"), key=True)


def _said_by(context: Context) -> Iterator[Problem]:
    sources = context.ids("sources")
    for id, judgement in context.case.judgements.items():
        for source in judgement.answers:
            at: Path = ("judgements", id, "answers", source)
            yield from context.unknown(at, "source", source, sources, key=True)
