"""Credible replies, compiled: the same pull as `replies.Improvements`, for games of any size.

Needs Numba, which the extra `speed` installs. A group of states is sorted once, by its owner's
rank; that order takes two bytes a state (four for a group of more than 2**15 states). A pull then
walks down the order and keeps the least value seen so far: for moves that cannot be taken back,
the least for each setting of the bits that have been turned for good.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from detente.kernels.moves import Moves
from detente.kernels.threads import shared
from detente.kernels.tiles import groups

__all__ = ["SortedImprovements"]

Array = NDArray[Any]
BLOCK = 1 << 18
"""So many states are sorted at a time."""


class SortedImprovements:
    """The pull of one decision maker that moves only to states it prefers; see `Improvements`.

    `ranks` has shape (S,), -1 where a state is infeasible.

    >>> better = SortedImprovements(np.array([0, 1, 2, 0], dtype=np.int32), Moves((0,)))
    >>> better(np.array([5, 3, 1, 4], dtype=np.int32)).tolist()
    [3, 3, 1, 1]
    """

    def __init__(self, ranks: NDArray[np.int32], moves: Moves) -> None:
        self.walk = groups(ranks.size.bit_length() - 1, moves)
        self.directed = len(moves.up) + len(moves.down)
        small = len(self.walk.steps) <= 1 << 15
        self.order = np.empty(ranks.shape, dtype=np.uint16 if small else np.uint32)
        shared(lambda start, stop: self._sort(ranks, start, stop), len(self.walk.bases))

    def _sort(self, ranks: NDArray[np.int32], start: int, stop: int) -> None:
        walk, size = self.walk, len(self.walk.steps)
        shift, per_tile = size.bit_length() - 1, size * len(self.walk.inner)
        top = int(ranks.max(initial=0))
        narrow = (top + 2) << shift < 1 << 32
        block = max(1, BLOCK // per_tile)
        keys = np.empty((block * len(walk.inner), size), dtype=np.uint32 if narrow else np.uint64)
        for first in range(start, stop, block):
            last = min(first + block, stop)
            some = keys[: (last - first) * len(walk.inner)]
            _keys(ranks, walk, top, shift, first, last, some)
            some.sort(axis=1)
            _order(some, shift, self.order[first * per_tile : last * per_tile])

    def lower(self, values: Array) -> bool:
        """Lower each value to the least that one improvement leads to, in place.

        States that hold the largest value of the type are infeasible: they are left as they are.
        Returns whether any value fell. `values` has shape (S,).
        """
        worst = values.dtype.type(np.iinfo(values.dtype).max)
        pull = _pull_ahead if self.directed else _pull
        return any(
            shared(
                lambda start, stop: pull(
                    values, self.walk, self.order, self.directed, worst, start, stop
                ),
                len(self.walk.bases),
            )
        )

    def __call__(self, values: Array) -> Array:
        """Return the least of a state's own value and those its owner would gladly move to."""
        result = values.copy()
        self.lower(result)
        return result


@njit(cache=True, nogil=True)
def _keys(
    ranks: Array, walk: Any, top: int, shift: int, start: int, stop: int, keys: Array
) -> None:
    """Fill one row for each group with numbers that sort its states from best to worst."""
    for tile in range(start, stop):
        for e in range(walk.inner.shape[0]):
            base = walk.bases[tile] + walk.inner[e]
            row = keys[(tile - start) * walk.inner.shape[0] + e]
            for k in range(walk.steps.shape[0]):
                row[k] = ((top - ranks[base + walk.steps[k]]) << shift) | k


@njit(cache=True, nogil=True)
def _order(keys: Array, shift: int, order: Array) -> None:
    """Keep of each sorted key which state it is, and whether it ranks as the one before."""
    size = keys.shape[1]
    tied = order.dtype.type(1 << (8 * order.itemsize - 1))
    for g in range(keys.shape[0]):
        for p in range(size):
            key = keys[g, p]
            place = order.dtype.type(key & (size - 1))
            same = p > 0 and key >> shift == keys[g, p - 1] >> shift
            order[g * size + p] = place | tied if same else place


@njit(cache=True, nogil=True)
def _copy(values: Array, walk: Any, base: int, tile: Array, back: bool) -> None:
    """Copy a tile out of memory, or back into it."""
    for r in range(walk.rows.shape[0]):
        at, to = base + walk.rows[r], r * walk.width
        for k in range(walk.width):
            if back:
                values[at + k] = tile[to + k]
            else:
                tile[to + k] = values[at + k]


@njit(cache=True, nogil=True)
def _pull(
    values: Array, walk: Any, order: Array, directed: int, worst: Any, start: int, stop: int
) -> bool:
    """Lower each value to the least among strictly better states of its group."""
    size, inner = walk.steps.shape[0], walk.inner.shape[0]
    mask, tied = size - 1, 1 << (8 * order.itemsize - 1)
    tile = np.empty(walk.rows.shape[0] * walk.width, values.dtype)
    fell = False
    for t in range(start, stop):
        _copy(values, walk, walk.bases[t], tile, False)
        changed = False
        for e in range(inner):
            at = (t * inner + e) * size
            above = worst  # the least among states ranked above the present tie
            least = worst
            for p in range(size):
                word = order[at + p]
                place = walk.inner[e] + walk.places[word & mask]
                own = tile[place]
                if own == worst:
                    break
                if word < tied:
                    above = least
                least = min(least, own)
                if above < own:
                    tile[place] = above
                    changed = True
        if changed:
            _copy(values, walk, walk.bases[t], tile, True)
            fell = True
    return fell


@njit(cache=True, nogil=True)
def _pull_ahead(
    values: Array, walk: Any, order: Array, directed: int, worst: Any, start: int, stop: int
) -> bool:
    """The same where a state leads only to states in which at least the same bits are turned.

    `known[s]` is the least value seen where just the high bits of s are turned, and at least its
    low ones: a state is noted under all subsets of its low bits and looks at all supersets of its
    high ones, so that each does half the work.
    """
    size, inner = walk.steps.shape[0], walk.inner.shape[0]
    mask, tied = size - 1, 1 << (8 * order.itemsize - 1)
    low = (1 << directed // 2) - 1
    high = (1 << directed) - 1 - low
    tile = np.empty(walk.rows.shape[0] * walk.width, values.dtype)
    known = np.empty(1 << directed, values.dtype)
    fell = False
    for t in range(start, stop):
        _copy(values, walk, walk.bases[t], tile, False)
        changed = False
        for e in range(inner):
            at = (t * inner + e) * size
            known[:] = worst
            first = 0
            while first < size:
                last = first + 1
                while last < size and order[at + last] >= tied:
                    last += 1
                for p in range(first, last):  # whoever ties looks before any is noted
                    k = order[at + p] & mask
                    place = walk.inner[e] + walk.places[k]
                    own = tile[place]
                    if own == worst:
                        continue
                    least = own
                    spare = high & ~walk.ahead[k]
                    more = spare
                    while True:
                        least = min(least, known[walk.ahead[k] | more])
                        if more == 0:
                            break
                        more = (more - 1) & spare
                    if least < own:
                        tile[place] = least
                        changed = True
                for p in range(first, last):
                    k = order[at + p] & mask
                    own = tile[walk.inner[e] + walk.places[k]]
                    turned = walk.ahead[k] & low
                    some = turned
                    while True:
                        under = (walk.ahead[k] & high) | some
                        known[under] = min(known[under], own)
                        if some == 0:
                            break
                        some = (some - 1) & turned
                first = last
        if changed:
            _copy(values, walk, walk.bases[t], tile, True)
            fell = True
    return fell
