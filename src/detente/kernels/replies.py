"""What others can bring about together: the least value on any path of their moves.

A joint move is a sequence of single moves. In option form every decision maker's moves are
transitive, so the rule that nobody moves twice in succession changes nothing, and a fixed point of
single sweeps is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from detente.kernels.moves import Moves, is_large, settings, spread

__all__ = ["AnyMove", "Improvements", "Pull", "any_move", "improvements", "settle"]

Array = NDArray[Any]


class Pull(Protocol):
    """What one decision maker may do in reply, as a map of arrays of shape (..., S)."""

    def __call__(self, values: Array) -> Array:
        """Return the least value over a state itself and all that its owner may move to."""
        ...

    def lower(self, values: Array) -> bool:
        """Do so in place and return whether any value fell.

        States that hold the largest value of the type are infeasible: they are left as they are.
        """
        ...


def settle(values: Array, feasible: NDArray[np.bool_], pulls: Sequence[Pull]) -> Array:
    """Return, for every state, the least value that any sequence of replies can bring about.

    `values` has shape (..., S). A pull that is repeated changes nothing more, so it is enough that
    all the others have come and gone without effect. Infeasible states hold the largest value of
    the type.
    """
    result = np.where(feasible, values, np.iinfo(values.dtype).max).astype(values.dtype, copy=False)
    quiet = -1
    for pull in cycle(pulls):
        quiet = 0 if pull.lower(result) else quiet + 1
        if quiet >= len(pulls) - 1:
            break
    return result


class AnyMove:
    """The pull of one decision maker that may move anywhere it can reach."""

    def __init__(self, moves: Moves) -> None:
        self.moves = moves

    def __call__(self, values: Array) -> Array:
        """Return the least of a state's own value and those its owner can move to."""
        return spread(values, self.moves, np.minimum)

    def lower(self, values: Array) -> bool:
        """Do so in place and return whether any value fell; see `Pull`."""
        if is_large(values):
            from detente.kernels import compiled

            return compiled.lower(values, self.moves)
        worst = np.iinfo(values.dtype).max
        return _taken(values, np.where(values == worst, worst, self(values)))


def _taken(values: Array, found: Array) -> bool:
    """Take over what was found; return whether anything changed."""
    fell = bool((values != found).any())
    values[...] = found
    return fell


def any_move(moves: Moves) -> Pull:
    """Return the pull of one decision maker that may move anywhere it can reach."""
    return AnyMove(moves)


def improvements(ranks: NDArray[np.int32], moves: Moves) -> Pull:
    """Return the pull of one decision maker that moves only to states it prefers.

    `ranks` has shape (..., S). The compiled form is taken for one large game, where Numba is
    installed; both give the same values.
    """
    if is_large(ranks):
        from detente.kernels.improving import SortedImprovements

        return SortedImprovements(ranks, moves)
    return Improvements(ranks, moves)


class Improvements:
    """The pull of one decision maker that moves only to states it prefers.

    `ranks` has shape (..., S) and -1 where a state is infeasible. States are grouped by the bits
    of others; inside a group, targets are sorted by rank once, so a pull is a running minimum.
    Bits that cannot be turned back split a group: there is one table for each of their settings,
    of the states that it leads to.
    """

    def __init__(self, ranks: NDArray[np.int32], moves: Moves) -> None:
        size = ranks.shape[-1]
        others = tuple(b for b in range(size.bit_length() - 1) if b not in moves.bits)
        games = np.arange(ranks.size // size, dtype=np.int64) * size
        groups = (games[:, None] + settings(others)).ravel()
        self.tables: list[NDArray[np.int64]] = []  # targets from best to worst, by group
        self.after = np.empty(ranks.size, dtype=np.intp)
        self._begin = 0
        for here, there in _blocks(moves):
            self._add(ranks.ravel(), groups, here, there)

    def _add(
        self, ranks: Array, groups: Array, here: NDArray[np.int64], there: NDArray[np.int64]
    ) -> None:
        """Sort what the states `here` of each group lead to; note who is preferred to whom."""
        targets = groups + there[:, None]
        shift = max(len(there) - 1, 1).bit_length()
        keys = (np.int64(ranks.max(initial=0)) - ranks[targets]) << shift
        keys |= np.arange(len(there))[:, None]
        keys.sort(axis=0)
        order = keys & (1 << shift) - 1
        keys >>= shift
        place = np.zeros(keys.shape, dtype=np.intp)  # how many targets rank above each
        place[1:] = np.where(keys[1:] > keys[:-1], np.arange(1, len(there))[:, None], 0)
        np.maximum.accumulate(place, axis=0, out=place)
        sorted_targets = np.take_along_axis(targets, order, axis=0)
        place[ranks[sorted_targets] < 0] = 0
        spots = self._begin + place * len(groups) + np.arange(len(groups))
        table = np.empty(len(ranks), dtype=np.intp)
        table[sorted_targets] = spots
        cells = groups + here[:, None]
        self.after[cells] = table[cells]
        self.tables.append(sorted_targets)
        self._begin += (len(there) + 1) * len(groups)

    def __call__(self, values: Array) -> Array:
        """Return the least of a state's own value and those its owner would gladly move to."""
        flat = values.ravel()
        least = [_running(flat[targets]) for targets in self.tables]
        offers = least[0] if len(least) == 1 else np.concatenate(least)
        found: Array = np.minimum(flat, offers[self.after])
        return found.reshape(values.shape)

    def lower(self, values: Array) -> bool:
        """Do so in place and return whether any value fell; see `Pull`."""
        return _taken(values, self(values))


def _running(offered: Array) -> Array:
    """Return the least of the first 0, 1, 2, … rows; flat."""
    count, groups = offered.shape
    least = np.empty((count + 1, groups), dtype=offered.dtype)
    least[0] = np.iinfo(offered.dtype).max
    least[1:] = offered
    if groups > count:
        for k in range(2, count + 1):
            np.minimum(least[k], least[k - 1], out=least[k])
    else:
        np.minimum.accumulate(least, axis=0, out=least)
    return least.ravel()


def _blocks(moves: Moves) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Return, for each setting of the directed bits, a group's states and what they lead to.

    >>> [(a.tolist(), b.tolist()) for a, b in _blocks(Moves(free=(0,), up=(2,)))]
    [([0, 1], [0, 1, 4, 5]), ([4, 5], [4, 5])]
    """
    free, down = settings(moves.free), int(settings(moves.down)[-1])
    directed = settings(moves.up + moves.down)
    turned = directed ^ down
    return [
        (free + here, (free + directed[(turned & ahead) == ahead, None]).ravel())
        for here, ahead in zip(directed, turned, strict=True)
    ]
