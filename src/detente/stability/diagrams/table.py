"""A set of states as a table of nodes: counted, asked and drawn from, without any back end.

Each node asks for one option; `high` leads on where it is taken, `low` where it is not. An option
that a path skips may be either. Every question is one pass over the nodes (Knuth 2011, 7.1.4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Table"]

Exact = NDArray[Any]
"""Python integers of any size, shape (nodes,)."""

_FAR = np.iinfo(np.int64).max // 2


@dataclass(frozen=True, eq=False)
class Table:
    """Nodes, those below first: node 0 holds no state, node 1 every state, the last is the set.

    `place`, `high` and `low` have shape (nodes,); `bits` gives the bit of the option at each place.
    """

    bits: tuple[int, ...]
    place: NDArray[np.int64]
    high: NDArray[np.int64]
    low: NDArray[np.int64]

    @property
    def root(self) -> int:
        """The node of the set."""
        return len(self.place) - 1

    @cached_property
    def floors(self) -> list[NDArray[np.int64]]:
        """The inner nodes by place, from the bottom up."""
        inner = np.argsort(-self.place[2:], kind="stable") + 2
        cuts = np.flatnonzero(np.diff(self.place[inner])) + 1
        return np.split(inner, cuts) if len(inner) else []

    def __contains__(self, code: int) -> bool:
        """Return whether the state of a number is in the set."""
        node = self.root
        while node > 1:
            taken = code >> self.bits[self.place[node]] & 1
            node = int(self.high[node] if taken else self.low[node])
        return node == 1

    @cached_property
    def count(self) -> int:
        """The number of states in the set, exactly."""
        return self.with_held({})

    def with_held(self, held: Mapping[int, bool]) -> int:
        """Return how many states of the set have some bits as given."""
        free = self._free_above(held)
        return int(self._below(held)[self.root]) << int(free[self.place[self.root]])

    def _free_above(self, held: Mapping[int, bool]) -> NDArray[np.int64]:
        """Return how many options above each place, and above the ends, are not held."""
        free = [bit not in held for bit in self.bits]
        return np.concatenate([[0], np.cumsum(free)]).astype(np.int64)

    def _below(self, held: Mapping[int, bool]) -> Exact:
        """Return for each node in how many ways its own option and those below lead to node 1."""
        free = self._free_above(held)
        below = np.array([0, 1] + [0] * (self.root - 1), dtype=object)
        for floor in self.floors:
            place = self.place[floor[0]]
            value = held.get(self.bits[place])
            for taken, ends in ((True, self.high[floor]), (False, self.low[floor])):
                if value is None or value == taken:
                    below[floor] += below[ends] << (free[self.place[ends]] - free[place + 1])
        return below

    @cached_property
    def below(self) -> Exact:
        """For each node in how many ways its own option and those below lead to node 1."""
        return self._below({})

    @cached_property
    def taken(self) -> Mapping[int, int]:
        """For each bit, in how many states of the set its option is taken.

        At a node, the ways down that take its option exceed those that do not by some number; a
        path that skips an option takes it in half of its states. So twice the answer is the count
        and the excess, summed over all nodes of the option, each as often as it is reached.
        """
        reached = np.array([0] * (self.root + 1), dtype=object)
        reached[self.root] = 1 << int(self.place[self.root])
        excess = dict.fromkeys(self.bits, 0)
        for floor in reversed(self.floors):
            place = int(self.place[floor[0]])
            for sign, ends in ((1, self.high[floor]), (-1, self.low[floor])):
                skipped = self.place[ends] - place - 1
                ways = reached[floor] << skipped
                excess[self.bits[place]] += sign * int((ways * self.below[ends]).sum())
                np.add.at(reached, ends, ways)
        return {bit: (self.count + more) // 2 for bit, more in excess.items()}

    def ranked(self, rank: int) -> int:
        """Return the number of a state by its rank, from 0: place by place, not taken first.

        Raises IndexError where there are not so many states.
        """
        if not 0 <= rank < self.count:
            raise IndexError(rank)
        code, node, at = 0, self.root, 0
        while at < len(self.bits):
            if self.place[node] > at:  # skipped: as many ways down whether it is taken or not
                half = int(self.below[node]) << int(self.place[node] - at - 1)
                taken = rank >= half
            else:
                half = int(self.below[self.low[node]]) << int(self.place[self.low[node]] - at - 1)
                taken = rank >= half
                node = int(self.high[node] if taken else self.low[node])
            rank -= half * taken
            code |= taken << self.bits[at]
            at += 1
        return code

    def nearest(self, code: int) -> int | None:
        """Return the number of a state of the set that differs from a state in the fewest bits.

        None where the set is empty; the same state where it is in the set.
        """
        cost = np.full(self.root + 1, _FAR, dtype=np.int64)
        cost[1 : min(self.root, 1) + 1] = 0
        stay, leave = self._as_in(code)
        for floor in self.floors:
            cost[floor] = np.minimum(cost[stay[floor]], np.minimum(cost[leave[floor]] + 1, _FAR))
        if cost[self.root] >= _FAR:
            return None
        node = self.root
        while node > 1:
            if cost[stay[node]] == cost[node]:
                node = int(stay[node])
            else:
                code ^= 1 << self.bits[self.place[node]]
                node = int(leave[node])
        return code

    def _as_in(self, code: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return where each node leads if its option is as in a state, and where if it is not."""
        as_now = [bool(code >> bit & 1) for bit in self.bits]
        taken = np.array([*as_now, False])[self.place]
        return np.where(taken, self.high, self.low), np.where(taken, self.low, self.high)
