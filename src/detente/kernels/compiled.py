"""Sweeps along bits, compiled: the same values as `moves.spread` and `best_elsewhere`, in one pass.

Needs Numba, which the extra `speed` installs. Arrays have shape (S,) and whole numbers in them.
A pass reads and writes each state once, however many bits its mover has.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from detente.kernels.moves import Moves
from detente.kernels.threads import shared
from detente.kernels.tiles import DOWN, UP, tiles

__all__ = ["elsewhere", "lower", "spread"]

Array = NDArray[Any]


def spread(values: Array, moves: Moves, *, largest: bool) -> Array:
    """Return, for every state, the largest (or least) value over itself and all that it leads to.

    >>> spread(np.array([3, 0, 1, 2]), Moves(free=(0,)), largest=True).tolist()
    [3, 3, 2, 2]
    """
    found, walk = np.empty_like(values), tiles(values.size.bit_length() - 1, moves)
    shared(lambda start, stop: _spread(values, found, walk, largest, start, stop), len(walk.bases))
    return found


def lower(values: Array, moves: Moves) -> bool:
    """Lower each value to the least that one move leads to, in place; return whether any fell.

    States that hold the largest value of the type are infeasible: they are left as they are.
    """
    worst = values.dtype.type(np.iinfo(values.dtype).max)
    walk = tiles(values.size.bit_length() - 1, moves)
    return any(
        shared(lambda start, stop: _lower(values, walk, worst, start, stop), len(walk.bases))
    )


def elsewhere(values: Array, moves: Moves, nothing: int) -> Array:
    """Return the largest value among the states that each one leads to, itself left out.

    >>> elsewhere(np.array([3, 0, 1, 2]), Moves(free=(0, 1)), -1).tolist()
    [2, 3, 3, 3]
    """
    found, walk = np.empty_like(values), tiles(values.size.bit_length() - 1, moves)
    least = values.dtype.type(nothing)
    shared(lambda start, stop: _elsewhere(values, found, walk, least, start, stop), len(walk.bases))
    return found


@njit(cache=True, nogil=True)
def _fold(known: Array, bits: Array, turns: Array, largest: bool) -> None:
    """Spread what is known of a tile along the bits that its rows and runs still differ in."""
    for t in range(bits.shape[0]):
        width = 1 << bits[t]
        down, up = turns[t] == DOWN, turns[t] == UP
        for start in range(0, known.shape[0], 2 * width):
            off, on = known[start : start + width], known[start + width : start + 2 * width]
            for k in range(width):
                best = max(off[k], on[k]) if largest else min(off[k], on[k])
                off[k] = off[k] if down else best
                on[k] = on[k] if up else best


@njit(cache=True, nogil=True)
def _gather(values: Array, walk: Any, base: int, largest: bool, known: Array) -> None:
    """Let `known` be the best of each pattern and place in the run, spread over the tile."""
    width = walk.width
    last = -1
    for r in range(walk.rows.shape[0]):
        at = base + walk.rows[r]
        row = values[at : at + width]
        best = known[walk.patterns[r] * width : (walk.patterns[r] + 1) * width]
        if walk.patterns[r] != last:
            best[:] = row
        elif largest:
            for k in range(width):
                best[k] = max(best[k], row[k])
        else:
            for k in range(width):
                best[k] = min(best[k], row[k])
        last = walk.patterns[r]
    _fold(known, walk.bits, walk.turns, largest)


@njit(cache=True, nogil=True)
def _spread(values: Array, found: Array, walk: Any, largest: bool, start: int, stop: int) -> None:
    width = walk.width
    known = np.empty((walk.patterns[-1] + 1) * width, values.dtype)
    for tile in range(start, stop):
        _gather(values, walk, walk.bases[tile], largest, known)
        for r in range(walk.rows.shape[0]):
            at = walk.bases[tile] + walk.rows[r]
            found[at : at + width] = known[
                walk.patterns[r] * width : (walk.patterns[r] + 1) * width
            ]


@njit(cache=True, nogil=True)
def _lower(values: Array, walk: Any, worst: Any, start: int, stop: int) -> bool:
    width = walk.width
    known = np.empty((walk.patterns[-1] + 1) * width, values.dtype)
    fell = False
    for tile in range(start, stop):
        _gather(values, walk, walk.bases[tile], False, known)
        for r in range(walk.rows.shape[0]):
            at = walk.bases[tile] + walk.rows[r]
            row = values[at : at + width]
            best = known[walk.patterns[r] * width : (walk.patterns[r] + 1) * width]
            other = False
            for k in range(width):
                own = row[k]
                new = own if own == worst else best[k]
                other |= new != own
                row[k] = new
            fell |= other
    return fell


@njit(cache=True, nogil=True)
def _fold_two(first: Array, second: Array, bits: Array, turns: Array) -> None:
    """As `_fold`, for the two largest values; what is joined has no state in common."""
    for t in range(bits.shape[0]):
        width = 1 << bits[t]
        for start in range(0, first.shape[0], 2 * width):
            for k in range(start, start + width):
                off, on = first[k], first[k + width]
                best = max(off, on)
                next_best = max(min(off, on), max(second[k], second[k + width]))
                if turns[t] != DOWN:
                    first[k], second[k] = best, next_best
                if turns[t] != UP:
                    first[k + width], second[k + width] = best, next_best


@njit(cache=True, nogil=True)
def _elsewhere(values: Array, found: Array, walk: Any, least: Any, start: int, stop: int) -> None:
    width = walk.width
    first = np.empty((walk.patterns[-1] + 1) * width, values.dtype)
    second = np.empty_like(first)
    for tile in range(start, stop):
        first[:] = least
        second[:] = least
        for r in range(walk.rows.shape[0]):
            at, to = walk.bases[tile] + walk.rows[r], walk.patterns[r] * width
            for k in range(width):
                own = values[at + k]
                second[to + k] = max(second[to + k], min(own, first[to + k]))
                first[to + k] = max(first[to + k], own)
        _fold_two(first, second, walk.bits, walk.turns)
        for r in range(walk.rows.shape[0]):
            at, to = walk.bases[tile] + walk.rows[r], walk.patterns[r] * width
            for k in range(width):
                own = values[at + k]
                found[at + k] = second[to + k] if own == first[to + k] else first[to + k]
