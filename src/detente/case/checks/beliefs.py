"""Attitudes and perceptions: whose, towards whom, and what they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.case.checks.context import Context
from detente.case.model import OptionModel, Perception
from detente.case.places import Path
from detente.errors import Problem

__all__ = ["check"]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of the attitudes and perceptions of every model."""
    for id, model in context.case.models.items():
        if context.ids("models", id, "options") is not None:
            yield from _attitudes(context, id, model)
            path = ("models", id, "perceptions")
            yield from _perceptions(context, id, path, model.perceptions, model.deciders())


def _attitudes(context: Context, id: str, model: OptionModel) -> Iterator[Problem]:
    deciders = model.deciders()
    for actor, towards in model.attitudes.items():
        path = ("models", id, "attitudes", actor)
        yield from context.unknown(path, "decision maker", actor, deciders, key=True)
        for other in towards:
            at = (*path, other)
            yield from context.unknown(at, "decision maker", other, deciders, key=True)


def _perceptions(
    context: Context,
    id: str,
    path: Path,
    perceptions: Mapping[str, Perception],
    deciders: list[str],
    holder: str = "",
) -> Iterator[Problem]:
    """Yield the problems of perceptions, and of those that their holder ascribes to others."""
    options = context.ids("models", id, "options")
    for actor, perception in perceptions.items():
        at = (*path, actor)
        yield from _other(context, at, holder, deciders)
        for other, reading in perception.readings.items():
            where = (*at, "readings", other)
            yield from _other(context, where, actor, deciders)
            if other in deciders and other != actor:
                known = context.ids("models", id, "preferences", other, "readings")
                yield from context.unknown(where, "reading", reading, known)
        for i, option in enumerate(perception.unaware):
            yield from context.unknown((*at, "unaware", i), "option", option, options)
        below = (*at, "perceptions")
        yield from _perceptions(context, id, below, perception.perceptions, deciders, actor)


def _other(context: Context, path: Path, holder: str, deciders: list[str]) -> Iterator[Problem]:
    """Yield a problem where a name is no decision maker, or the one that perceives."""
    if path[-1] == holder:
        message = f"`{holder}` is said to perceive itself"
        hint = "its own reading is the first one, or the one that is chosen"
        yield context.problem(path, message, hint, key=True)
    else:
        yield from context.unknown(path, "decision maker", str(path[-1]), deciders, key=True)
