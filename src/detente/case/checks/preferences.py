"""Preference orders: whose they are, and what their statements name."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.errors import Problem

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of every preference order."""
    for id, model in context.case.models.items():
        actors = set(context.case.actors) | context.declared("actors")
        stated = set(model.preferences) | context.declared("models", id, "preferences")
        for actor in dict.fromkeys(o.partition(".")[0] for o in model.options):
            if actor in actors and actor not in stated:
                message = f"`{actor}` owns options but has no preferences"
                hint = "say what it wants, most important first"
                yield context.problem(("models", id, "preferences"), message, hint, key=True)
        for actor in model.preferences:
            path = ("models", id, "preferences", actor)
            yield from context.unknown(path, "actor", actor, actors, key=True)
            yield from _orders(context, id, actor)


def _orders(context: Context, id: str, actor: str) -> Iterator[Problem]:
    known = context.model_names(id)
    for name, reading in context.case.models[id].preferences[actor].readings.items():
        path = ("models", id, "preferences", actor, "readings", name, "order")
        if reading.order[0].about_equal:
            message = "the first statement has none above it to be about equal to"
            yield context.problem((*path, 0, "about_equal"), message, "remove `about_equal`")
        for i, statement in enumerate(reading.order):
            yield from context.formula((*path, i, "want"), statement.want, known)
