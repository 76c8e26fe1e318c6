"""What a reading makes of the states: whole numbers whose comparison is the preference.

A reading says what a party wants in one of three ways: by statements in an order, by weights of
options and other names, or by ranking states directly.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.case import Formula, Statement
from detente.case.formula import Name
from detente.case.model import Reading
from detente.case.states import Truths
from detente.kernels.ranks import compact_ranks, dense, lexicographic, places, totals

__all__ = ["WEIGHT", "amounts_of", "columns", "levels_of", "ranks_of", "strong_of"]

WEIGHT = 1_000_000
"""What a weight of 1 counts: weights are read to six decimals, so that equal totals are equal."""


def levels_of(order: Sequence[Statement]) -> list[int]:
    """Return the level of each statement: `about_equal` keeps the level of the one above.

    >>> levels_of([Statement(want="a"), Statement(want="b", about_equal=True)])
    [0, 0]
    """
    levels: list[int] = []
    for statement in order:
        levels.append((levels[-1] + (not statement.about_equal)) if levels else 0)
    return levels


def columns(order: Sequence[Statement], truths: Truths) -> NDArray[np.bool_]:
    """Return where each statement is true; shape (statements, S), no row where there is none."""
    none = np.zeros((0, len(truths.constant(True))), dtype=bool)
    return np.stack([truths.of(s.want) for s in order]) if order else none


def ranks_of(
    reading: Reading, order: Sequence[Statement], truths: Truths, feasible: NDArray[np.bool_]
) -> NDArray[np.int32]:
    """Return the rank of every state under a reading, dense, -1 where infeasible; shape (S,).

    `order` holds the statements of the reading, perhaps moved; `feasible` is listed or compact.

    >>> from detente.case import OptionModel
    >>> weighed = Reading(weights={"a.x": 2, "a.y": 0.5})
    >>> model = OptionModel(options={"a.x": {}, "a.y": {}}, preferences={"a": {"readings": {"w": weighed}}})
    >>> ranks_of(weighed, (), Truths(model), np.ones(4, dtype=bool)).tolist()
    [0, 2, 1, 3]
    >>> ranked = Reading(ranking=(("a.y",), ("a.x", "true")))
    >>> ranks_of(ranked, (), Truths(model), np.ones(4, dtype=bool)).tolist()
    [0, 0, 1, 1]
    """
    where = feasible.reshape(truths.shape) if feasible.size == truths.size else feasible
    if order:
        wanted = [truths.compact(s.want) for s in order]
        return truths.listed(compact_ranks(wanted, where, levels_of(order)))
    return truths.listed(dense(_stated(reading, truths), where))


def amounts_of(
    reading: Reading, order: Sequence[Statement], truths: Truths, feasible: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Return the whole numbers that strength is read off; shape (S,).

    For an order how well the levels above the line `strong` are met, as a rank; else the total of
    weights, or the place from below.
    """
    if not order:
        return truths.listed(_stated(reading, truths))
    levels = levels_of(order)
    above = [k for k, level in enumerate(levels) if level < (reading.strong or 0)]
    kept, truth = [levels[k] for k in above], columns(order, truths)[above]
    return lexicographic(truth, feasible, kept).astype(np.int64)


def strong_of(reading: Reading) -> int | None:
    """Return by how much the amount of a strongly preferred state is greater; None if unsaid."""
    if reading.strong is None:
        return None
    if reading.order:
        return 1
    return round(reading.strong * (WEIGHT if reading.weights else 1))


def _stated(reading: Reading, truths: Truths) -> NDArray[np.int64]:
    """Return the total of weights, or the place from below; compact."""
    if reading.weights:
        truth = [truths.compact(Name(n)) for n in reading.weights]
        return totals(truth, [round(w * WEIGHT) for w in reading.weights.values()])
    return places([_any(place, truths) for place in reading.ranking])


def _any(place: Sequence[Formula], truths: Truths) -> NDArray[np.bool_]:
    """Return the states that meet one of the conditions of a place; compact."""
    met = truths.compact(place[0])
    for condition in place[1:]:
        met = met | truths.compact(condition)
    return met
