"""Nash, GMR and SMR of many games on one graph, compiled; see `batches`.

Needs Numba, which the extra `speed` installs. Games are worked on side by side, `LANES` at a time,
state by state, so that one instruction serves many of them whichever bits are whose.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from detente.kernels.bitsets import WORD, Words
from detente.kernels.classes import Classes
from detente.kernels.threads import shared

__all__ = ["hold_all"]

Array = NDArray[Any]
LANES = 64
STEP = 32
"""So many states are turned at a time: a line of the cache from each game."""


def hold_all(
    ranks: Array, feasible: NDArray[np.bool_], own: Sequence[Classes], others: Sequence[Classes]
) -> Words:
    """Return which states hold for everyone under Nash, GMR and SMR; shape (games, 3, words).

    `ranks` has shape (games, decision makers, S): whole numbers of two bytes at most, but for
    infeasible states. `own` and `others` say for each decision maker where it can take the
    conflict, and where all others can.
    """
    games, deciders, size = ranks.shape
    found = np.zeros((games, 3, -(-size // WORD)), dtype=np.uint64)
    states = np.flatnonzero(feasible)

    def task(start: int, stop: int) -> None:
        tile = np.empty((size, LANES), dtype=np.uint16)
        marks = np.empty((size, LANES), dtype=np.uint8)
        for block in range(start, stop):
            first = block * LANES
            last = min(first + LANES, games)
            marks[:] = 0
            marks[states] = 7
            for i in range(deciders):
                _turned(ranks, i, first, last, tile.view(np.uint64))
                _hold(tile, states, *own[i], *others[i], marks)
            _packed(marks, found[first:last])

    shared(task, -(-games // LANES))
    return found


@njit(cache=True, nogil=True)
def _turned(ranks: Array, i: int, first: int, last: int, fours: Array) -> None:
    """Lay the ranks of some games side by side, four to a word; the last game fills spare lanes."""
    for begin in range(0, fours.shape[0], STEP):
        end = min(begin + STEP, fours.shape[0])
        for four in range(fours.shape[1]):
            a = min(first + 4 * four, last - 1)
            b, c, d = min(a + 1, last - 1), min(a + 2, last - 1), min(a + 3, last - 1)
            for s in range(begin, end):
                low = (
                    np.uint64(np.uint16(ranks[a, i, s]))
                    | np.uint64(np.uint16(ranks[b, i, s])) << 16
                )
                high = (
                    np.uint64(np.uint16(ranks[c, i, s]))
                    | np.uint64(np.uint16(ranks[d, i, s])) << 16
                )
                fours[s, four] = low | high << 32


@njit(cache=True, nogil=True)
def _hold(
    rank: Array,
    states: Array,
    own: Array,
    own_steps: Array,
    own_count: int,
    others: Array,
    others_steps: Array,
    others_count: int,
    marks: Array,
) -> None:
    """Take out of the marks what one decision maker would leave: bit 0 Nash, 1 GMR, 2 SMR."""
    top = np.zeros((own_count, LANES), np.uint16)  # the best within its own reach
    kept = np.full((others_count, LANES), 65535, np.uint16)  # the worst that replies leave
    kept_top = np.full((others_count, LANES), 65535, np.uint16)  # the same after its own answer
    for s in states:
        a, r = top[own[s]], rank[s]
        for k in range(LANES):
            a[k] = max(a[k], r[k])
    for n in range(own_steps.shape[0]):
        a, b = top[own_steps[n, 0]], top[own_steps[n, 1]]
        for k in range(LANES):
            a[k] = max(a[k], b[k])
    for s in states:
        a, r = kept[others[s]], rank[s]
        for k in range(LANES):
            a[k] = min(a[k], r[k])
        a, r = kept_top[others[s]], top[own[s]]
        for k in range(LANES):
            a[k] = min(a[k], r[k])
    for n in range(others_steps.shape[0]):
        a, b = kept[others_steps[n, 0]], kept[others_steps[n, 1]]
        for k in range(LANES):
            a[k] = min(a[k], b[k])
        a, b = kept_top[others_steps[n, 0]], kept_top[others_steps[n, 1]]
        for k in range(LANES):
            a[k] = min(a[k], b[k])
    sure = np.zeros((own_count, LANES), np.uint16)  # the best that it can be sure of elsewhere
    sure_top = np.zeros((own_count, LANES), np.uint16)
    for s in states:
        a, r = sure[own[s]], kept[others[s]]
        for k in range(LANES):
            a[k] = max(a[k], r[k])
        a, r, t = sure_top[own[s]], kept_top[others[s]], rank[s]
        for k in range(LANES):
            a[k] = max(a[k], min(r[k], t[k]))
    for n in range(own_steps.shape[0]):
        a, b = sure[own_steps[n, 0]], sure[own_steps[n, 1]]
        for k in range(LANES):
            a[k] = max(a[k], b[k])
        a, b = sure_top[own_steps[n, 0]], sure_top[own_steps[n, 1]]
        for k in range(LANES):
            a[k] = max(a[k], b[k])
    for s in states:
        r, m = rank[s], marks[s]
        a, b, c = top[own[s]], sure[own[s]], sure_top[own[s]]
        for k in range(LANES):
            m[k] &= (r[k] >= a[k]) | (r[k] >= b[k]) << 1 | (r[k] >= c[k]) << 2


@njit(cache=True, nogil=True)
def _packed(marks: Array, found: Array) -> None:
    """Pack the marks of each game into words."""
    row = np.empty((3, LANES), np.uint64)
    for w in range(found.shape[2]):
        row[:] = 0
        for bit in range(min(64, marks.shape[0] - 64 * w)):
            m = marks[64 * w + bit]
            for c in range(3):
                a = row[c]
                for k in range(LANES):
                    a[k] |= np.uint64(m[k] >> c & 1) << np.uint64(bit)
        for lane in range(found.shape[0]):
            for c in range(3):
                found[lane, c, w] = row[c, lane]
