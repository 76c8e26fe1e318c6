"""What several parties could gain together: joint improvements and the unanimity screen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.errors import UsageError
from detente.kernels import Moves, spread
from detente.stability.findings import JointImprovement
from detente.stability.graph import ConflictGraph, State

__all__ = ["joint_improvements", "preferred_by_all"]


def joint_improvements(
    graph: ConflictGraph, group: Sequence[str], state: State
) -> tuple[JointImprovement, ...]:
    """Return the states that a group can bring about by its own moves and that all of it prefer.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> graph = build_graph(open_case("japan-russia"), "2016-12")
    >>> joint_improvements(graph, ["jp", "ru"], graph.status_quo)
    ()
    """
    members = _members(graph, group)
    # to look ahead from a state is, from where that leads, to look back: one-way moves turn round
    back = {i: Moves(m.free, up=m.down, down=m.up) for i, m in enumerate(graph.moves)}
    reached = np.zeros(graph.feasible.shape, dtype=bool)
    reached[state.code] = True
    while True:
        before = reached
        for i in members:
            reached = spread(reached, back[i], np.maximum) & graph.feasible
        if np.array_equal(before, reached):
            return _found(graph, members, state, reached)


def preferred_by_all(
    graph: ConflictGraph, group: Sequence[str], state: State
) -> tuple[JointImprovement, ...]:
    """Return every feasible state that all of a group prefer, whoever would have to move."""
    return _found(graph, _members(graph, group), state, graph.feasible)


def _members(graph: ConflictGraph, group: Sequence[str]) -> list[int]:
    if not group:
        raise UsageError("no decision maker is named", expected="one or more decision makers")
    return sorted({graph.decider(a) for a in group})


def _found(
    graph: ConflictGraph, members: list[int], state: State, among: NDArray[np.bool_]
) -> tuple[JointImprovement, ...]:
    gain = among & (graph.ranks[members] > graph.ranks[members, state.code, None]).all(axis=0)
    names = tuple(graph.deciders[i] for i in members)
    outside = [i for i in range(len(graph.deciders)) if i not in members]
    return tuple(
        JointImprovement(
            names,
            graph.state(int(c)),
            tuple(
                graph.deciders[i] for i in outside if graph.ranks[i, c] < graph.ranks[i, state.code]
            ),
        )
        for c in np.flatnonzero(gain)
    )
