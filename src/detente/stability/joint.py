"""What several parties could gain together: joint improvements and the unanimity screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from detente.errors import UsageError
from detente.kernels import Coalition
from detente.stability.findings import JointImprovement
from detente.stability.graph import ConflictGraph, State

__all__ = ["Deciding", "joint_improvements", "members", "preferred_by_all"]


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
    places = members(graph, group)
    among = np.zeros(graph.feasible.shape, dtype=bool)
    among[Coalition(places, graph.feasible, graph.moves, graph.ranks).reach(state.code)] = True
    return _found(graph, places, state, among)


def preferred_by_all(
    graph: ConflictGraph, group: Sequence[str], state: State
) -> tuple[JointImprovement, ...]:
    """Return every feasible state that all of a group prefer, whoever would have to move."""
    return _found(graph, members(graph, group), state, graph.feasible)


class Deciding(Protocol):
    """A model that knows its decision makers, in either form."""

    def decider(self, name: str) -> int:
        """Return the place of a decision maker."""
        ...


def members(graph: Deciding, group: Sequence[str]) -> list[int]:
    """Return the places of a group's decision makers, each once and in the order of the model.

    Raises `UnknownName` for an unknown decision maker, `UsageError` for an empty group.
    """
    if not group:
        raise UsageError("no decision maker is named", expected="one or more decision makers")
    return sorted({graph.decider(a) for a in group})


def _found(
    graph: ConflictGraph, places: list[int], state: State, among: NDArray[np.bool_]
) -> tuple[JointImprovement, ...]:
    gain = among & (graph.ranks[places] > graph.ranks[places, state.code, None]).all(axis=0)
    names = tuple(graph.deciders[i] for i in places)
    outside = [i for i in range(len(graph.deciders)) if i not in places]
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
