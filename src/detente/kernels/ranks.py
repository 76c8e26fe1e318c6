"""Lexicographic ranks: from ordered statements to one whole number for each state."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["lexicographic"]

_LARGEST = 1 << 62


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
    count = truth.shape[-2]
    levels = list(levels) if levels is not None else list(range(count))
    batch = truth.shape[:-2]
    key = np.zeros((*batch, feasible.shape[-1]), dtype=np.int64)
    bound = 1
    for level in sorted(set(levels)):
        members = [j for j in range(count) if levels[j] == level]
        base = len(members) + 1
        if bound * base >= _LARGEST:
            key = _dense(key, feasible).astype(np.int64) + 1
            bound = key.shape[-1] + 2
        key *= base
        for j in members:
            key += truth[..., j, :]
        bound *= base
    return _dense(key, feasible)


def _dense(key: NDArray[np.int64], feasible: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Replace keys by dense ranks among feasible states of each game."""
    ranks = np.full(key.shape, -1, dtype=np.int32)
    for place in np.ndindex(key.shape[:-1]):
        ranks[place][feasible] = np.unique(key[place][feasible], return_inverse=True)[1]
    return ranks
