"""The same pull as `replies.Improvements`, compiled: for games too large for tables of indices.

Needs Numba, which the extra `speed` installs. A group of states is sorted once, by its owner's
rank; two bytes a state and one bit of tie are kept, against sixteen bytes in the NumPy form. Only
for decision makers whose moves can all be taken back.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

from detente.kernels.moves import Moves, settings

__all__ = ["CompiledImprovements"]

Array = NDArray[Any]


class CompiledImprovements:
    """The pull of one decision maker that moves only to states it prefers; see `Improvements`.

    `ranks` has shape (S,), -1 where a state is infeasible; all bits of `moves` must be free and
    at most 16 of them. A pull takes and returns an array of shape (S,).
    """

    def __init__(self, ranks: NDArray[np.int32], moves: Moves) -> None:
        options = ranks.shape[-1].bit_length() - 1
        self.ranks = ranks
        self.bases = settings(tuple(b for b in range(options) if b not in moves.bits))
        self.offsets = settings(moves.free)
        self.order = np.empty(ranks.shape, dtype=np.uint16)
        self.tied = np.empty(ranks.shape, dtype=np.bool_)
        _sort(ranks, self.bases, self.offsets, self.order, self.tied)

    def __call__(self, values: Array) -> Array:
        """Return the least of a state's own value and those its owner would gladly move to."""
        result = values.copy()
        worst = result.dtype.type(np.iinfo(result.dtype).max)
        _pull(result, self.ranks, self.bases, self.offsets, self.order, self.tied, worst)
        return result


@njit(cache=True, parallel=True)
def _sort(ranks: Array, bases: Array, offsets: Array, order: Array, tied: Array) -> None:
    """Sort each group from best to worst; mark who ranks as the one before."""
    size = offsets.shape[0]
    for group in prange(bases.shape[0]):
        keys = np.empty(size, np.int32)
        for k in range(size):
            keys[k] = -ranks[bases[group] + offsets[k]]
        places = np.argsort(keys)
        at = group * size
        for p in range(size):
            order[at + p] = places[p]
            tied[at + p] = p > 0 and keys[places[p]] == keys[places[p - 1]]


@njit(cache=True, parallel=True)
def _pull(
    values: Array, ranks: Array, bases: Array, offsets: Array, order: Array, tied: Array, worst: Any
) -> None:
    """Lower each value to the least among strictly better states of its group, in place."""
    size = offsets.shape[0]
    for group in prange(bases.shape[0]):
        at = group * size
        above = worst  # least value among states ranked above the present tie
        least = worst
        for p in range(size):
            code = bases[group] + offsets[order[at + p]]
            if ranks[code] < 0:
                break
            if not tied[at + p]:
                above = least
            own = values[code]
            if own < least:
                least = own
            if above < own:
                values[code] = above
