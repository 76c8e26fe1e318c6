"""What others can bring about together: the least value on any path of their moves.

A joint move is a sequence of single moves. In option form every decision maker's moves are
transitive, so the rule that nobody moves twice in succession changes nothing, and a fixed point of
single sweeps is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.kernels.moves import Moves, settings, spread

__all__ = ["Improvements", "improvements", "settle"]

LARGE = 1 << 18
"""From this number of states on, compiled pulls are used where Numba is installed."""

Array = NDArray[Any]


def settle(
    values: Array, feasible: NDArray[np.bool_], pulls: Sequence[Callable[[Array], Array]]
) -> Array:
    """Return, for every state, the least value that any sequence of replies can bring about.

    `values` has shape (..., S); each pull maps such an array to the least value after at most one
    move of one decision maker. Repeats until nothing changes. Infeasible states hold the largest
    value of the type.
    """
    worst = np.iinfo(values.dtype).max
    result = np.where(feasible, values, worst)
    while True:
        before = result
        for pull in pulls:
            result = np.where(feasible, pull(result), worst)
        if len(pulls) == 1 or np.array_equal(before, result):
            return result


def any_move(moves: Moves) -> Callable[[Array], Array]:
    """Return the pull of one decision maker that may move anywhere it can reach."""
    return partial(spread, moves=moves, best=np.minimum)


def improvements(ranks: NDArray[np.int32], moves: Moves) -> Callable[[Array], Array]:
    """Return the pull of one decision maker that moves only to states it prefers.

    `ranks` has shape (..., S). The compiled form is taken for one large game whose moves can all
    be taken back, where Numba is installed; both give the same values.
    """
    large = ranks.ndim == 1 and ranks.size >= LARGE and len(moves.free) <= 16
    if large and not (moves.up or moves.down) and find_spec("numba") is not None:
        from detente.kernels.compiled import CompiledImprovements

        return CompiledImprovements(ranks, moves)
    return Improvements(ranks, moves)


class Improvements:
    """The pull of one decision maker that moves only to states it prefers.

    `ranks` has shape (..., S) and -1 where a state is infeasible. States are grouped by the bits
    of others; inside a group, targets are sorted by rank once, so a pull is a running minimum.
    Irreversible bits split a group into blocks, and each permitted pair of blocks is one table.
    """

    def __init__(self, ranks: NDArray[np.int32], moves: Moves) -> None:
        options = ranks.shape[-1].bit_length() - 1
        others = [b for b in range(options) if b not in moves.bits]
        groups = settings(tuple(others))[:, None] + settings(moves.free)[None, :]
        directed = moves.up + moves.down
        rest = {_code(off): groups + _code(off) for off in _subsets(directed)}
        self.tables = [
            (cells, targets, *_order(ranks[..., cells], ranks[..., targets]))
            for a, cells in rest.items()
            for b, targets in rest.items()
            if all((b >> u & 1) >= (a >> u & 1) for u in moves.up)
            and all((b >> d & 1) <= (a >> d & 1) for d in moves.down)
        ]

    def __call__(self, values: Array) -> Array:
        """Return the least of a state's own value and those its owner would gladly move to."""
        worst = np.iinfo(values.dtype).max
        result = values.copy()
        for cells, targets, order, better in self.tables:
            offered = np.take_along_axis(values[..., targets], order, axis=-1)
            least = np.minimum.accumulate(offered, axis=-1)
            found = np.take_along_axis(least, np.maximum(better - 1, 0), axis=-1)
            found = np.where(better > 0, found, worst)
            result[..., cells] = np.minimum(result[..., cells], found)
        return result


def _code(bits: Sequence[int]) -> int:
    return sum(1 << b for b in bits)


def _subsets(bits: Sequence[int]) -> list[list[int]]:
    return [
        [b for b, on in zip(bits, pick, strict=True) if on]
        for pick in product((0, 1), repeat=len(bits))
    ]


def _order(own: Array, targets: Array) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return how targets sort from best to worst, and how many are better than each own state.

    Shapes (..., G, K); the count is exact with ties, and infeasible targets are never better.
    """
    order = np.argsort(-targets, axis=-1, kind="stable")
    width = targets.shape[-1]
    span = int(max(own.max(initial=0), targets.max(initial=0))) + 2
    flat = np.take_along_axis(targets, order, axis=-1)[..., ::-1].reshape(-1, width)
    offset = np.arange(flat.shape[0], dtype=np.int64)[:, None] * span
    keys = (flat + 1 + offset).ravel()
    wanted = own.reshape(-1, width) + 1 + offset
    upto = np.searchsorted(keys, wanted, side="right") - np.arange(flat.shape[0])[:, None] * width
    return order, (width - upto).reshape(own.shape)
