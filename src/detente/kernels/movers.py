"""The steps of one decision maker, asked about sets of states: arcs of a graph, or bits of an option form.

A set of states is an array of truth values, so one question costs one pass, and nothing of size n * n
is built.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from detente.kernels.arcs import Arcs
from detente.kernels.moves import Moves, best_elsewhere, reach

__all__ = ["ArcMover", "BitMover", "Mover"]

States = NDArray[np.bool_]


class Mover(Protocol):
    """The steps of one decision maker, asked about sets of states; arrays have shape (n,)."""

    @property
    def size(self) -> int:
        """The number of states."""

    def onward(self, states: States) -> States:
        """Return the states that one step leads to from some state of a set."""

    def into(self, states: States) -> States:
        """Return the states from which one step leads into a set."""

    def back(self, s: int) -> NDArray[np.int64]:
        """Return the states from which one step leads to s, in rising order."""


class ArcMover:
    """Steps given as arcs; nothing is assumed of them.

    >>> from detente.kernels.arcs import arcs_from
    >>> mover = ArcMover(arcs_from([(0, 1), (2, 1)], 3))
    >>> mover.onward(np.array([True, False, False])).tolist(), mover.back(1).tolist()
    ([False, True, False], [0, 2])
    """

    def __init__(self, arcs: Arcs) -> None:
        self.size = arcs.size
        self._sources, self._targets = arcs.sources(), arcs.targets

    def onward(self, states: States) -> States:
        """Return the states that one step leads to from some state of a set."""
        return self._marked(self._targets[states[self._sources]])

    def into(self, states: States) -> States:
        """Return the states from which one step leads into a set."""
        return self._marked(self._sources[states[self._targets]])

    def back(self, s: int) -> NDArray[np.int64]:
        """Return the states from which one step leads to s, in rising order."""
        found: NDArray[np.int64] = self._sources[self._targets == s]
        return found

    def _marked(self, found: NDArray[np.int64]) -> States:
        marks = np.zeros(self.size, dtype=bool)
        marks[found] = True
        return marks


class BitMover:
    """Steps of a decision maker that sets its own bits; `feasible` has shape (n,), n a power of two.

    With `ranks`, shape (n,), only steps to a state that it ranks higher count. Sets of states hold
    feasible ones only. Cost of a question: one pass for each own bit.

    >>> gains = BitMover(Moves((0, 1)), np.ones(4, dtype=bool), np.array([1, 2, 0, 3]))
    >>> gains.onward(np.array([True, False, False, False])).tolist()
    [False, True, False, True]
    >>> gains.back(1).tolist()
    [0, 2]
    """

    def __init__(
        self, moves: Moves, feasible: States, ranks: NDArray[np.int32] | None = None
    ) -> None:
        self.size = len(feasible)
        self._moves, self._turned = moves, Moves(moves.free, up=moves.down, down=moves.up)
        self._feasible, self._ranks = feasible, ranks

    def onward(self, states: States) -> States:
        """Return the states that one step leads to from some state of a set."""
        depth = None if self._ranks is None else self._ranks.max() - self._ranks
        return self._found(states, depth, self._turned)

    def into(self, states: States) -> States:
        """Return the states from which one step leads into a set."""
        return self._found(states, self._ranks, self._moves)

    def _found(self, states: States, values: NDArray[np.int32] | None, moves: Moves) -> States:
        """Return the states that have one of a set, of a larger value, within reach."""
        if values is None:
            return (best_elsewhere(states.astype(np.int8), moves) > 0) & self._feasible
        offered = np.where(states, values, -1)
        return (best_elsewhere(offered, moves) > values) & self._feasible

    def back(self, s: int) -> NDArray[np.int64]:
        """Return the states from which one step leads to s, in rising order."""
        found = np.sort(reach(s, self._turned))
        found = found[self._feasible[found]]
        return found if self._ranks is None else found[self._ranks[found] < self._ranks[s]]
