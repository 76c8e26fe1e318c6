"""SEQ and SSEQ of many games on one graph, compiled; see `batches`.

What the others may do in reply hangs on their preferences, so it is worked out game by game: the
worst that credible replies leave is pulled back along arcs until nothing changes. Games are worked
on side by side, `LANES` at a time. Needs Numba, which the extra `speed` installs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from detente.kernels.bitsets import Words, pack
from detente.kernels.compiled_batches import LANES, _turned
from detente.kernels.moves import Moves, reach
from detente.kernels.threads import shared

__all__ = ["hold_all", "links_of"]

Array = NDArray[Any]
Links = NDArray[np.int64]


def links_of(feasible: NDArray[np.bool_], moves: Sequence[Moves]) -> Links:
    """Return every move as a row: who, from where, to where; shape (moves, 3), feasible ends."""
    rows = [np.empty((0, 3), dtype=np.int64)]
    for i, mover in enumerate(moves):
        for s in np.flatnonzero(feasible).tolist():
            there = reach(s, mover)
            there = there[feasible[there]]
            rows.append(np.stack([np.full_like(there, i), np.full_like(there, s), there], axis=1))
    found = np.concatenate(rows)
    return found[np.argsort(found[:, 1], kind="stable")]


def hold_all(
    ranks: Array, feasible: NDArray[np.bool_], links: Links, countermoves: Sequence[bool]
) -> Words:
    """Return which states hold for everyone, without and with counter-moves as asked.

    `ranks` has shape (games, decision makers, S), whole numbers of two bytes at most but for
    infeasible states; the result (games, kinds, words).
    """
    games, deciders, size = ranks.shape
    found = np.zeros((games, len(countermoves), size), dtype=np.bool_)
    who, start, end = (np.ascontiguousarray(column) for column in links.T)

    def task(first_block: int, last_block: int) -> None:
        tiles = np.empty((deciders, size, LANES), dtype=np.uint16)
        marks = np.empty((size, LANES), dtype=np.bool_)
        for block in range(first_block, last_block):
            first = block * LANES
            last = min(first + LANES, games)
            for i in range(deciders):
                _turned(ranks, i, first, last, tiles[i].view(np.uint64))
            for kind, counter in enumerate(countermoves):
                marks[:] = feasible[:, None]
                _hold(tiles, who, start, end, counter, marks)
                found[first:last, kind] = marks.T[: last - first]

    shared(task, -(-games // LANES))
    return pack(found)


@njit(cache=True, nogil=True)
def _hold(
    tiles: Array, who: Array, start: Array, end: Array, countermoves: bool, marks: Array
) -> None:
    """Take out of the marks what a decision maker would leave, whatever credible replies follow."""
    for i in range(tiles.shape[0]):
        rank = tiles[i]
        pull = rank.copy()
        if countermoves:
            for n in range(who.size):
                if who[n] == i:
                    a, b = pull[start[n]], rank[end[n]]
                    for k in range(LANES):
                        a[k] = max(a[k], b[k])
        _settle(tiles, i, who, start, end, pull)
        for n in range(who.size):
            if who[n] == i:
                m, r, t, b = marks[start[n]], rank[start[n]], rank[end[n]], pull[end[n]]
                for k in range(LANES):
                    m[k] &= r[k] >= min(t[k], b[k])


@njit(cache=True, nogil=True)
def _settle(tiles: Array, i: int, who: Array, start: Array, end: Array, pull: Array) -> None:
    """Lower each pull to the least that improvements of the others lead to."""
    changed = True
    while changed:
        lowered = np.uint16(0)
        for n in range(who.size - 1, -1, -1):
            if who[n] == i:
                continue
            a, b = pull[start[n]], pull[end[n]]
            x, y = tiles[who[n], start[n]], tiles[who[n], end[n]]
            for k in range(LANES):
                least = min(a[k], b[k]) if y[k] > x[k] else a[k]
                lowered |= np.uint16(least ^ a[k])
                a[k] = least
        changed = lowered != 0
