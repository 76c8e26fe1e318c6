"""Paths: where self-interested moves lead, and how others answer a move."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from detente.kernels import reach
from detente.stability.concept import Concept
from detente.stability.findings import Move
from detente.stability.graph import ConflictGraph, State

__all__ = ["improvement_paths", "sanction_path", "targets"]


def targets(graph: ConflictGraph, i: int, code: int) -> NDArray[np.int64]:
    """Return the feasible states that decision maker i reaches in one move, by number."""
    found = reach(code, graph.moves[i])
    return np.sort(found[graph.feasible[found]])


def improvement_paths(graph: ConflictGraph, start: State) -> dict[State, tuple[Move, ...]]:
    """Return every state that moves of self-interested parties lead to, each by a shortest path.

    Each step is a unilateral improvement of the one who takes it. The start has the empty path.
    """

    def improving(code: int, last: int) -> Iterable[tuple[int, int]]:
        for i, ranks in enumerate(graph.ranks):
            found = targets(graph, i, code)
            yield from ((i, int(t)) for t in found[ranks[found] > ranks[code]])

    came = _search(start.code, improving, lambda code: False)[0]
    return {graph.state(code): _trace(graph, came, code) for code in came}


def sanction_path(
    graph: ConflictGraph,
    concept: Concept,
    mover: int,
    before: int,
    after: int,
    escape: NDArray[np.int32],
) -> tuple[Move, ...]:
    """Return a shortest answer of the others to a move from `before` to `after`; empty if none.

    The answer leaves the mover no better off than `before`; where the concept asks for it, not
    even after the mover's own best counter-move (`escape`, shape (S,)).
    """
    own = graph.ranks[mover]
    bound = escape if concept.countermoves else own
    credible = concept.replies == "improvements"
    if concept.replies == "none":
        return ()

    def replies(code: int, last: int) -> Iterable[tuple[int, int]]:
        for j, ranks in enumerate(graph.ranks):
            if j not in (mover, last):
                found = targets(graph, j, code)
                better = found[ranks[found] > ranks[code]] if credible else found
                yield from ((j, int(t)) for t in better)

    came, end = _search(after, replies, lambda code: code != after and bound[code] <= own[before])
    return () if end is None else _trace(graph, came, end)


Came = dict[int, tuple[int, int]]


def _search(
    start: int,
    steps: Callable[[int, int], Iterable[tuple[int, int]]],
    found: Callable[[int], bool],
) -> tuple[Came, int | None]:
    """Search breadth first; return how each state was come by, and the first one found."""
    came: Came = {start: (-1, start)}
    pending = deque([start])
    while pending:
        code = pending.popleft()
        for mover, to in steps(code, came[code][0]):
            if to not in came:
                came[to] = (mover, code)
                if found(to):
                    return came, to
                pending.append(to)
    return came, None


def _trace(graph: ConflictGraph, came: Came, code: int) -> tuple[Move, ...]:
    path: list[Move] = []
    while came[code][0] >= 0:
        mover, before = came[code]
        path.append(Move(graph.deciders[mover], graph.state(code)))
        code = before
    return tuple(reversed(path))
