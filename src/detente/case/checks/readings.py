"""Readings: said in one way, by order, weights or ranking; strength and thresholds within bounds."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case.checks.context import Context
from detente.case.model import Preference, Reading
from detente.case.places import Path
from detente.errors import Problem

__all__ = ["check"]

_WAYS = ("order", "weights", "ranking")


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of every reading, and of the thresholds of parties."""
    for id, model in context.case.models.items():
        for actor, preference in model.preferences.items():
            path = ("models", id, "preferences", actor)
            yield from _threshold(context, path, preference)
            yield from _weights(context, path, preference)
            for name, reading in preference.readings.items():
                at = (*path, "readings", name)
                yield from _way(context, at, reading)
                yield from _names(context, id, at, reading)
                if context.sound(id, "preferences"):
                    yield from _strong(context, at, reading)


def _threshold(context: Context, path: Path, preference: Preference) -> Iterator[Problem]:
    if preference.threshold is not None and not 0 < preference.threshold <= 1:
        message = f"a threshold of {preference.threshold:g} is not above 0 and at most 1"
        hint = "write the advantage that the party asks for, such as `0.4`"
        yield context.problem((*path, "threshold"), message, hint)


def _weights(context: Context, path: Path, preference: Preference) -> Iterator[Problem]:
    """Yield a problem for weights of readings below 0, or that come to nothing all together."""
    hint = "write how much the reading counts, such as `40..60`"
    given = [r.weight for r in preference.readings.values() if r.weight is not None]
    for name, reading in preference.readings.items():
        if reading.weight is not None and reading.weight.low < 0:
            message = f"a weight of {reading.weight} is below 0"
            yield context.problem((*path, "readings", name, "weight"), message, hint)
    if len(given) == len(preference.readings) > 0 and all(w.best == 0 for w in given):
        message = f"the readings of `{path[-1]}` weigh nothing"
        yield context.problem(path, message, hint, key=True)


def _way(context: Context, path: tuple[str, ...], reading: Reading) -> Iterator[Problem]:
    """Yield a problem where a reading says what is wanted in no way, in several, or by nothing."""
    keys = context.ids(*path)
    if keys is None:
        return
    given = [way for way in _WAYS if way in keys]
    if not given:
        message = f"reading `{path[-1]}` of `{path[3]}` does not say what is wanted"
        hint = "write `order: […]` most important first, `weights: {…}` or `ranking: […]`"
        yield context.problem(path, message, hint, key=True)
    for way in given:
        at = (*path, way)
        cut = any(damaged[: len(at)] == at for damaged in context.damaged)
        if not getattr(reading, way) and not cut:
            message = f"reading `{path[-1]}` of `{path[3]}` is empty, needs one entry at least"
            hint = f"write what `{path[3]}` wants, most important first"
            yield context.problem(at, message, hint, key=True)
    for way in given[1:]:
        message = f"`{way}` beside `{given[0]}`: a reading says what is wanted in one way"
        yield context.problem((*path, way), message, "keep one, or write two readings", key=True)


def _names(context: Context, model: str, path: Path, reading: Reading) -> Iterator[Problem]:
    known = context.model_names(model)
    for name in reading.weights:
        yield from context.unknown((*path, "weights", name), "id", name, known, key=True)
    for i, place in enumerate(reading.ranking):
        if not place and context.sound(model, "preferences"):
            hint = "write a condition, or leave the place out"
            yield context.problem((*path, "ranking", i), "a place without any state", hint)
        for j, condition in enumerate(place):
            yield from context.formula((*path, "ranking", i, j), condition, known)


def _strong(context: Context, path: Path, reading: Reading) -> Iterator[Problem]:
    strong = reading.strong
    if strong is None:
        return
    levels = sum(not s.about_equal for s in reading.order)
    places = len(reading.ranking)
    if reading.weights:
        fits, hint = strong > 0, "write the least difference in weight that is strong"
    elif reading.order:
        fits = strong.is_integer() and 0 < strong <= levels
        hint = f"write how many of the {levels} levels are strong, counted from the top"
    else:
        fits = strong.is_integer() and 0 < strong <= places
        hint = "write by how many places at least a strong preference differs"
    if not fits:
        yield context.problem((*path, "strong"), f"`strong` cannot be {strong:g} here", hint)
