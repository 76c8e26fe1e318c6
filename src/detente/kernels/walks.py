"""Walks: where a conflict can go from one state, move by move, and who can have moved last.

In a walk nobody moves twice in succession, but may move again later (Fang, Hipel & Kilgour 1993). The
search is breadth first over pairs of a last mover and a state, as in the status quo analysis of Li,
Kilgour & Hipel (2005); their rule of succession is recalled, not checked against the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.kernels.movers import Mover

__all__ = ["Nodes", "Walk", "Walks", "before", "others", "shortest", "walks"]

Nodes = NDArray[np.bool_]
"""Pairs of a last mover and a state; shape (movers, n)."""
Walk = tuple[tuple[int, int], ...]
"""Steps in their order, each as its mover and the state that it leads to."""


class Walks(NamedTuple):
    """Every walk from a state, as the fewest moves to each pair of a last mover and a state.

    `arrivals` has shape (movers, n); -1 where no walk ends so. `complete` says that no longer walk
    would reach another pair; False where the search was cut off before that was known.
    """

    start: int
    arrivals: NDArray[np.int32]
    complete: bool

    @property
    def distances(self) -> NDArray[np.int32]:
        """The fewest moves to each state; 0 for the start, -1 where no walk leads. Shape (n,)."""
        far = np.iinfo(np.int32).max
        least: NDArray[np.int32] = np.where(self.arrivals < 0, far, self.arrivals).min(axis=0)
        least[least == far] = -1
        least[self.start] = 0
        return least


def walks(movers: Sequence[Mover], start: int, within: int | None = None) -> Walks:
    """Follow every walk from a state, or every walk of so many moves at most.

    Cost: one question to each mover for every move of the longest shortest walk.

    >>> from detente.kernels.arcs import arcs_from
    >>> from detente.kernels.movers import ArcMover
    >>> alone, other = arcs_from([(0, 1), (1, 2)], 4), arcs_from([(2, 3)], 4)
    >>> walks([ArcMover(alone), ArcMover(other)], 0).distances.tolist()
    [0, 1, -1, -1]
    """
    origin = np.zeros(movers[0].size, dtype=bool)
    origin[start] = True
    turns = np.stack([origin] * len(movers))
    arrivals = np.full(turns.shape, -1, dtype=np.int32)
    count = 0
    while True:
        ring = np.stack([m.onward(t) for m, t in zip(movers, turns, strict=True)])
        ring &= arrivals < 0
        if not ring.any() or count == within:
            return Walks(start, arrivals, not ring.any())
        count += 1
        arrivals[ring] = count
        turns = others(ring)


def others(nodes: Nodes) -> Nodes:
    """Return, for each mover, the states at which somebody else moved last: where it may move on.

    >>> others(np.array([[True, False], [False, True]])).tolist()
    [[False, True], [True, False]]
    """
    none = np.zeros(nodes.shape[1:], dtype=bool)
    rows = range(len(nodes))
    return np.stack([reduce(np.logical_or, (nodes[k] for k in rows if k != j), none) for j in rows])


def shortest(movers: Sequence[Mover], found: Walks, s: int) -> Iterator[Walk]:
    """Yield every shortest walk to a state ; the empty one where s is the start.

    >>> from detente.kernels.arcs import arcs_from
    >>> from detente.kernels.movers import ArcMover
    >>> movers = [ArcMover(arcs_from([(0, 1), (2, 3)], 4)), ArcMover(arcs_from([(0, 2), (1, 3)], 4))]
    >>> list(shortest(movers, walks(movers, 0), 3))
    [((0, 1), (1, 3)), ((1, 2), (0, 3))]
    """
    length = int(found.distances[s])
    if length == 0:
        yield ()
    last = np.flatnonzero(found.arrivals[:, s] == length).tolist() if length > 0 else []
    pending: list[Walk] = [((j, s),) for j in last]
    while pending:
        way = pending.pop()
        if found.arrivals[way[0]] == 1:
            yield way
        pending += [(step, *way) for step in before(movers, found, *way[0])]


def before(movers: Sequence[Mover], found: Walks, j: int, s: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs (last mover, state) from which j's step ends a shortest walk to (j, s).

    None for a walk of one move, which comes from the start, where nobody has moved.
    """
    for q in movers[j].back(s).tolist():
        for k in np.flatnonzero(found.arrivals[:, q] == found.arrivals[j, s] - 1).tolist():
            if k != j:
                yield k, q
