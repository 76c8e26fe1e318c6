"""States of an option model by a probabilistic Condorcet election among its parties.

It asks which state would prevail in contests of weight, whoever owns which option; stability asks
which state nobody leaves. Ranks are an order and no amounts: rank shares as utilities are a reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from detente.bargaining import Contest, elect
from detente.bargaining.condorcet import PROPORTIONAL, Rule
from detente.errors import UnknownName
from detente.stability.graph import ConflictGraph, State

__all__ = ["ElectedState", "elect_states"]


@dataclass(frozen=True)
class ElectedState:
    """A feasible state and the chance that it prevails over all others."""

    state: State
    chance: float


def elect_states(
    graph: ConflictGraph,
    weights: Mapping[str, float],
    rule: Rule = "conditional",
    contest: Contest = PROPORTIONAL,
) -> tuple[ElectedState, ...]:
    """Return the feasible states, the likeliest first, by an election of weighted parties.

    A party values a state at its rank, as a share of its best. Who has no weight stands at 0.
    Raises `UnknownName` for a weight of nobody, `UsageError` where nobody has any, `TooLarge` for
    more than 2,000 states.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> graph = build_graph(open_case("chicken"), "main")
    >>> found = elect_states(graph, dict.fromkeys(graph.deciders, 1))
    >>> len(found), round(sum(e.chance for e in found), 6)
    (4, 1.0)
    """
    for name in weights:
        if name not in graph.deciders:
            raise UnknownName("decision maker", name, graph.deciders)
    codes = np.flatnonzero(graph.feasible)
    ranks = graph.ranks[:, codes].astype(np.float64)
    values = ranks / np.maximum(ranks.max(axis=1, keepdims=True), 1)
    found = elect(values, [weights.get(d, 0.0) for d in graph.deciders], rule, contest)
    chances = found.chances.tolist()
    return tuple(ElectedState(graph.state(int(codes[k])), chances[k]) for k in found.order)
