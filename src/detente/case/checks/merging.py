"""Merged states: each is merged once, and no party tells apart what is merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.case.checks.context import Context
from detente.case.model import OptionModel, Reading, Statement
from detente.case.places import Path
from detente.case.states import MOST_OPTIONS, Truths
from detente.errors import Problem, UsageError

__all__ = ["check"]

_SECTIONS = ("options", "rules", "merge", "context", "propositions", "outcomes", "preferences")
Codes = NDArray[np.int64]


def check(context: Context) -> Iterator[Problem]:
    """Yield the problems of `merge`; models that are not sound are looked at for names only."""
    for id, model in context.case.models.items():
        known = context.model_names(id)
        for i, condition in enumerate(model.merge):
            yield from context.formula(("models", id, "merge", i), condition, known)
        few = len(model.options) <= MOST_OPTIONS
        if not model.merge or not few or not context.sound(id, *_SECTIONS):
            continue
        try:
            yield from _merged(context, id, Truths(model))
        except (KeyError, UsageError):
            continue  # an unknown or cyclic name, which another check reports


def _merged(context: Context, id: str, truths: Truths) -> Iterator[Problem]:
    free = truths.feasible()
    if not free.any():
        return  # reported with the rules
    for i, condition in enumerate(truths.model.merge):
        path = ("models", id, "merge", i)
        met = truths.of(condition)
        twice = np.flatnonzero(met & truths.feasible() & ~free)
        members = np.flatnonzero(met & free)
        if len(twice):
            state = _shown(truths.model, twice[0])
            message = f"the state {state} is merged already, by a condition above"
            yield context.problem(path, message, "let the conditions exclude each other")
        elif len(members) < 2:
            count = "no feasible state" if not len(members) else "one feasible state only"
            hint = "it merges nothing; remove it, or correct it"
            yield context.problem(path, f"`{condition}` is met by {count}", hint)
        else:
            yield from _told_apart(context, path, truths, members)
        free = free & ~met


def _told_apart(context: Context, path: Path, truths: Truths, members: Codes) -> Iterator[Problem]:
    """Yield a problem for each reading, with the first thing that merged states differ in."""
    for actor, preference in truths.model.preferences.items():
        for name, reading in preference.readings.items():
            parts = _parts(truths, reading, members)
            said, values = next((p for p in parts if (p[1] != p[1][0]).any()), ("", members))
            if not said:
                continue
            who = f"`{actor}`" + (f" (reading `{name}`)" if name != "stated" else "")
            pair = members[0], members[np.argmax(values != values[0])]
            first, second = (_shown(truths.model, code) for code in pair)
            message = f"{who} tells merged states apart by {said}: {first} and {second}"
            hint = "say what it wants so that it is the same in both, or merge fewer states"
            yield context.problem(path, message, hint)


def _parts(
    truths: Truths, reading: Reading, members: Codes
) -> Iterator[tuple[str, NDArray[np.float64]]]:
    """Yield what a reading compares states by, each with its value in some states."""
    for level in _levels(reading.order):
        true = np.sum([truths.of(s.want)[members] for s in level], axis=0)
        yield " with ".join(f"`{s.want}`" for s in level), true
    if reading.weights:
        added = [truths.name(n)[members] * w for n, w in reading.weights.items()]
        yield "its weights", np.round(np.sum(added, axis=0), 6)
    places = [np.any([truths.of(c)[members] for c in tier], axis=0) for tier in reading.ranking]
    if places:
        yield "its ranking", np.argmax([*places, np.ones(len(members))], axis=0)


def _levels(order: Sequence[Statement]) -> list[list[Statement]]:
    """Return the statements that are about equal together, the most important first."""
    levels: list[list[Statement]] = []
    for statement in order:
        if statement.about_equal and levels:
            levels[-1].append(statement)
        else:
            levels.append([statement])
    return levels


def _shown(model: OptionModel, code: int) -> str:
    return "{" + ", ".join(o for j, o in enumerate(model.options) if code >> j & 1) + "}"
