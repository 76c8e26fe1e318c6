"""Ranks: from ordered statements, weights or places to one whole number for each state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["compact_ranks", "dense", "lexicographic", "places", "totals"]

Keys = NDArray[Any]
MANY = 1 << 16
"""From this number of keys on, they are kept small enough to be looked up in a table."""


def lexicographic(
    truth: NDArray[np.bool_], feasible: NDArray[np.bool_], levels: Sequence[int] | None = None
) -> NDArray[np.int32]:
    """Rank states by statements read from the top: dense, 0 is worst, infeasible states hold -1.

    `truth` has shape (..., k, S): statement by state, most important first. `levels` gives the
    level of each statement, rising by 0 or 1; statements on one level count equally. A state
    outranks another if it fulfils more on the first level where they differ
    (Peng, Hipel & Kilgour 1997; ties after Mota et al.). Result: shape (..., S).

    >>> t = np.array([[0, 0, 1, 1], [0, 1, 0, 1]], dtype=bool)
    >>> lexicographic(t, np.array([True, True, True, False])).tolist()
    [0, 1, 2, -1]
    >>> lexicographic(t, np.ones(4, dtype=bool), levels=[0, 0]).tolist()
    [0, 1, 1, 2]
    """
    *batch, count, size = truth.shape
    games = truth.reshape(prod(batch), count, size)
    found = _climb([games[:, j] for j in range(count)], levels, feasible[None])
    ranks = np.broadcast_to(_ranks(found, feasible), (len(games), size))
    return ranks.reshape(*batch, size).copy()


def compact_ranks(
    columns: Sequence[NDArray[np.bool_]],
    feasible: NDArray[np.bool_],
    levels: Sequence[int] | None = None,
) -> NDArray[np.int32]:
    """Rank states as `lexicographic` does, from columns that broadcast with one another.

    A column has length 1 along each axis that it does not depend on, and so has the result along
    those that neither the columns nor `feasible` depend on: it takes the room that they need,
    however many states there are.

    >>> rows, columns = np.array([[False], [True]]), np.array([[False, True]])
    >>> compact_ranks([rows], np.ones((1, 1), dtype=bool)).tolist()
    [[0], [1]]
    >>> compact_ranks([rows, columns], np.ones((1, 1), dtype=bool)).tolist()
    [[0, 1], [2, 3]]
    """
    return _ranks(_climb([c[None] for c in columns], levels, feasible[None])[0], feasible)


def _ranks(found: Keys, feasible: NDArray[np.bool_]) -> NDArray[np.int32]:
    ranks: NDArray[np.int32] = np.where(feasible, found - 1, -1).astype(np.int32, copy=False)
    return ranks


def _climb(
    columns: Sequence[Keys], levels: Sequence[int] | None, feasible: NDArray[np.bool_]
) -> Keys:
    """Return dense ranks from 1 up, level by level; the first axis tells games apart."""
    levels = list(levels) if levels is not None else list(range(len(columns)))
    key: Keys = np.zeros((1,) * feasible.ndim, dtype=np.int32)
    bound = 1
    for level in sorted(set(levels)):
        members = [c for c, at in zip(columns, levels, strict=True) if at == level]
        base = len(members) + 1
        if bound * base > (2 * key.size if key.size >= MANY else 1 << 62):
            key, bound = _dense(key, feasible, bound)
        bound *= base
        key = key.astype(np.int32 if bound < 1 << 31 else np.int64, copy=False) * base
        for column in members:
            key = key + column
    return _dense(key, feasible, bound)[0]


def _dense(key: Keys, feasible: NDArray[np.bool_], bound: int) -> tuple[Keys, int]:
    """Number the keys that feasible states hold from 1 up, in each game; return a new bound, too.

    Keys lie below the bound. What a state that is not feasible holds then is below the new bound.
    """
    spare = tuple(a for a in range(1, key.ndim) if key.shape[a] < feasible.shape[a])
    seen = np.broadcast_to(feasible.any(axis=spare, keepdims=True), key.shape)
    if bound > 8 * key[:1].size:
        found = np.zeros(key.shape, dtype=np.int32)
        for game, mask, own in zip(key, seen, found, strict=True):
            own[mask] = np.unique(game[mask], return_inverse=True)[1] + 1
        return found, int(found.max(initial=0)) + 1
    places = key.reshape(len(key), prod(key.shape[1:]))
    if len(key) > 1:
        places = places + np.arange(len(key))[:, None] * bound
    table = np.zeros(len(key) * bound, dtype=bool)
    table[places[seen.reshape(places.shape)]] = True
    steps = np.cumsum(table.reshape(len(key), bound), axis=1, dtype=np.int32)
    return steps.ravel()[places].reshape(key.shape), int(steps.max(initial=0)) + 1


def totals(columns: Iterable[NDArray[np.bool_]], weights: Iterable[int]) -> NDArray[np.int64]:
    """Return the sum of the weights of the conditions that are true (option weighting).

    The columns broadcast with one another, as for `compact_ranks`.

    >>> totals(np.array([[0, 1, 1], [0, 0, 1]], dtype=bool), [5, -2]).tolist()
    [0, 5, 3]
    """
    total: Keys = np.int64(0)  # type: ignore[assignment]
    for weight, column in zip(weights, columns, strict=True):
        total = total + column * np.int64(weight)
    return np.asarray(total)


def places(columns: Sequence[NDArray[np.bool_]]) -> NDArray[np.int64]:
    """Return the place of each state in a direct ranking, from below; ties allowed.

    The columns say, best first, which states are at home in a place; they broadcast with one
    another, as for `compact_ranks`. A state takes the first place that it is at home in; one that
    is at home in none has place 0.

    >>> places(np.array([[0, 1, 0, 0], [1, 1, 0, 1]], dtype=bool)).tolist()
    [1, 2, 0, 1]
    """
    place: Keys = np.int64(0)  # type: ignore[assignment]
    for above, column in enumerate(reversed(columns), 1):
        place = np.where(column, np.int64(above), place)
    return np.asarray(place)


def dense(key: NDArray[np.int64], feasible: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Replace keys by dense ranks among feasible states; infeasible ones hold -1.

    Leading axes that `feasible` does not have tell games apart; along all others the two
    broadcast, as for `compact_ranks`.

    >>> dense(np.array([40, 7, 40]), np.array([True, True, True])).tolist()
    [1, 0, 1]
    """
    batch = key.shape[: key.ndim - feasible.ndim]
    games = key.reshape(prod(batch), *key.shape[len(batch) :])
    least = key.min(initial=0)
    above = games - least
    step = max(1, int(np.gcd.reduce(above, axis=None)))  # weights are often multiples of one number
    found = _dense(above // step, feasible[None], int(above.max(initial=0)) // step + 1)[0]
    return _ranks(found.reshape(key.shape), feasible)
