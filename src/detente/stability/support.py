"""What holds a state up: each statement deleted, and reversed, in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from detente.kernels import lexicographic
from detente.stability.analysis import Analysis
from detente.stability.concept import Concept
from detente.stability.findings import Support
from detente.stability.graph import ConflictGraph, State, levels_of

__all__ = ["support"]


def support(graph: ConflictGraph, state: State, concepts: Sequence[Concept]) -> tuple[Support, ...]:
    """Return, for every statement of every party, whether the state holds without it or reversed.

    Raises `UsageError` for a concept that is no threshold.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> graph = build_graph(open_case("japan-russia"), "2014")
    >>> falls = [s for s in support(graph, graph.status_quo, [CONCEPTS["nash"]])
    ...          if not s.deleted["nash"]]
    >>> falls[0].actor, str(falls[0].statement.want)
    ('ru', 'ru.ukraine')
    """
    for concept in concepts:
        concept.as_threshold("what holds a state up")
    found = []
    for i, order in enumerate(graph.orders):
        for k, statement in enumerate(order):
            deleted = _holds(graph, i, state, concepts, _without(graph, i, k))
            reverse = _holds(graph, i, state, concepts, _reversed(graph, i, k))
            found.append(Support(graph.deciders[i], k + 1, statement, deleted, reverse))
    return tuple(found)


def _without(
    graph: ConflictGraph, i: int, k: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    levels = levels_of(graph.orders[i])
    keep = [j for j in range(len(levels)) if j != k]
    return lexicographic(graph.truth[i][keep], graph.feasible, [levels[j] for j in keep])


def _reversed(
    graph: ConflictGraph, i: int, k: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    truth = graph.truth[i].copy()
    truth[k] = ~truth[k]
    return lexicographic(truth, graph.feasible, levels_of(graph.orders[i]))


def _holds(
    graph: ConflictGraph,
    i: int,
    state: State,
    concepts: Sequence[Concept],
    ranks: np.ndarray[tuple[int, ...], np.dtype[np.int32]],
) -> dict[str, bool]:
    changed = graph.ranks.copy()
    changed[i] = ranks
    analysis = Analysis(replace(graph, ranks=changed))
    return {c.key: analysis.holds(c, state) for c in concepts}
