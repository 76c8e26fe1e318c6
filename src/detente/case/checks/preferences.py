"""Preference orders: whose they are, and what their statements name."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.model import OptionModel
from detente.errors import Problem

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of every preference order."""
    actors = context.ids("actors")
    for id, model in context.case.models.items():
        yield from _owners(context, id, model)
        for actor in model.preferences:
            path = ("models", id, "preferences", actor)
            yield from context.unknown(path, "actor", actor, actors, key=True)
            yield from _orders(context, id, actor)


def _owners(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    """Yield a problem for every owner of options that wants nothing or decides nothing."""
    stated = context.ids("models", id, "preferences")
    for actor in model.deciders():
        known = context.case.actors.get(actor)
        if known is None:
            continue
        path = ("models", id, "options")
        own = next(o for o in model.options if o.partition(".")[0] == actor)
        if stated is not None and actor not in stated:
            message = f"`{actor}` owns the option `{own}` but has no preferences"
            hint = f"add `{actor}:` under `preferences`: what it wants, most important first"
            yield context.problem(("models", id, "preferences"), message, hint, key=True)
        if known.role != "decides":
            message = f"`{actor}` owns the option `{own}`, but its role is `{known.role}`"
            hint = "write `role: decides`, or leave its options out"
            yield context.problem((*path, own), message, hint, key=True)


def _orders(context: Context, id: str, actor: str) -> Iterator[Problem]:
    known = context.model_names(id)
    for name, reading in context.case.models[id].preferences[actor].readings.items():
        path = ("models", id, "preferences", actor, "readings", name, "order")
        if reading.order and reading.order[0].about_equal and path not in context.damaged:
            message = "the first statement has none above it to be about equal to"
            yield context.problem((*path, 0, "about_equal"), message, "remove `about_equal`")
        for i, statement in enumerate(reading.order):
            yield from context.formula((*path, i, "want"), statement.want, known)
