"""Where one decision maker can go, and the best value it finds there, without any S x S matrix.

From a state, a decision maker reaches every feasible state that differs only in its own bits and
in permitted directions, in one move. So a maximum over what it reaches is a sweep along its bits.
"""

from __future__ import annotations

import sys
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "LARGE",
    "Moves",
    "best_elsewhere",
    "has_numba",
    "is_large",
    "reach",
    "settings",
    "spread",
]

Array = NDArray[Any]
LARGE = 1 << 17
"""From this number of states on, compiled forms are used where Numba is installed."""


@cache
def has_numba() -> bool:
    """Return whether Numba is installed, on a machine whose words begin with their lowest bits."""
    return sys.byteorder == "little" and find_spec("numba") is not None


def is_large(values: Array) -> bool:
    """Return whether the compiled forms serve: ranks of one game, many, and Numba is installed."""
    plain = values.ndim == 1 and values.dtype == np.int32 and values.flags.c_contiguous
    return plain and values.size >= LARGE and has_numba()


class Moves(NamedTuple):
    """The bits of one decision maker: free ones, ones that can only rise, ones that can only fall."""

    free: tuple[int, ...] = ()
    up: tuple[int, ...] = ()
    down: tuple[int, ...] = ()

    @property
    def bits(self) -> tuple[int, ...]:
        """All bits of this decision maker."""
        return self.free + self.up + self.down


def _halves(values: Array, bit: int) -> tuple[Array, Array]:
    """Return views of the states with `bit` off and on; shape (..., S/2**(bit+1), 2**bit)."""
    split = values.reshape(*values.shape[:-1], values.shape[-1] >> bit + 1, 2, 1 << bit)
    return split[..., 0, :], split[..., 1, :]


def spread(values: Array, moves: Moves, best: np.ufunc) -> Array:
    """Return, for every state, the best value over itself and all that its mover reaches.

    `values` has shape (..., S); infeasible states must hold a value that never wins. `best` is
    `np.maximum` or `np.minimum`. Cost: one pass for each own bit.

    >>> spread(np.array([3, 0, 1, 2]), Moves(free=(0,)), np.maximum).tolist()
    [3, 3, 2, 2]
    >>> spread(np.array([0, 3, 2, 1]), Moves(up=(0,)), np.maximum).tolist()
    [3, 3, 2, 1]
    """
    if is_large(values):
        from detente.kernels import compiled

        return compiled.spread(values, moves, largest=best is np.maximum)
    result = np.ascontiguousarray(values).copy()
    for bit in moves.bits:
        off, on = _halves(result, bit)
        if bit not in moves.down:
            best(off, on, out=off)
        if bit not in moves.up:
            best(on, off, out=on)
    return result


def best_elsewhere(values: Array, moves: Moves, nothing: int = -1) -> Array:
    """Return, for every state, the largest value among the states its mover reaches, itself left out.

    Shape (..., S) in and out; `nothing` where no state is reached.

    >>> best_elsewhere(np.array([3, 0, 1, 2]), Moves(free=(0, 1))).tolist()
    [2, 3, 3, 3]
    """
    if is_large(values):
        from detente.kernels import compiled

        return compiled.elsewhere(values, moves, nothing)
    inside = np.ascontiguousarray(values).copy()
    outside = np.full_like(inside, nothing)
    for bit in moves.bits:
        in_off, in_on = _halves(inside, bit)
        out_off, out_on = _halves(outside, bit)
        before = in_off.copy()
        if bit not in moves.down:
            np.maximum(out_off, in_on, out=out_off)
            np.maximum(in_off, in_on, out=in_off)
        if bit not in moves.up:
            np.maximum(out_on, before, out=out_on)
            np.maximum(in_on, before, out=in_on)
    return outside


def reach(state: int, moves: Moves) -> NDArray[np.int64]:
    """Return every state that a mover reaches from one state, feasible or not, itself left out.

    >>> reach(0b00, Moves(free=(0,), up=(1,))).tolist()
    [1, 2, 3]
    """
    found = state ^ settings(moves.bits)[1:]
    lost, won = state & ~found, found & ~state
    kept: NDArray[np.int64] = found[
        ((lost & settings(moves.up)[-1]) == 0) & ((won & settings(moves.down)[-1]) == 0)
    ]
    return kept


@lru_cache(maxsize=32)
def settings(bits: tuple[int, ...]) -> NDArray[np.int64]:
    """Return the numbers of all settings of some bits, lowest bit fastest; the last has all on.

    >>> settings((0, 2)).tolist()
    [0, 1, 4, 5]
    """
    codes = np.zeros(1, dtype=np.int64)
    for bit in bits:
        codes = np.concatenate([codes, codes + (1 << bit)])
    codes.flags.writeable = False
    return codes
