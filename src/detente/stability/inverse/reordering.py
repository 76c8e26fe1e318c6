"""What a party would have to put higher or lower: the ordinal version of editing its statements.

Nothing is added, deleted or reversed; only the order of a party's own statements changes (after the
minimal priority adjustments of Wu and others, known from an abstract only). Statements that are tied
move together, so that what is moved are the levels of an order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from detente.case import Statement
from detente.kernels import lexicographic
from detente.kernels.reorder import Comparison, Fewest, moved
from detente.kernels.reorder import fewest_swaps as fewest
from detente.stability.analysis import Analysis
from detente.stability.concept import Concept
from detente.stability.graph import ConflictGraph, levels_of
from detente.stability.inverse.conditions import Conditions

__all__ = ["Shifted", "fewest_swaps", "reordered", "shifts"]


@dataclass(frozen=True)
class Shifted:
    """One level of one party's order moved, and the target states that then are equilibria.

    `start` and `end` count levels from 1, the most important; `states` counts target states.
    """

    actor: str
    start: int
    end: int
    statements: tuple[Statement, ...]
    states: int

    @property
    def places(self) -> int:
        """How far it moves."""
        return abs(self.end - self.start)


def shifts(graph: ConflictGraph, where: NDArray[np.bool_], concept: Concept) -> Iterator[Shifted]:
    """Yield every move of one level of one party's order that makes a target state an equilibrium.

    `where` marks the target states, shape (S,). Every move is tried, so what is not yielded does not
    do it; for a move by one place, the equal move of its neighbour is left out.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> graph = build_graph(open_case("syria-iraq-1975"), "main")
    >>> where = graph.where("s2")
    >>> [(s.actor, s.start, s.end) for s in shifts(graph, where, CONCEPTS["nash"])]
    [('syria', 4, 1)]
    """
    for i, levels in enumerate(map(_levels, graph.orders)):
        everyone = range(len(levels))
        for k, to in ((k, to) for k in everyone for to in everyone if to not in (k, k - 1)):
            yield from _tried(graph, where, concept, i, k, to)
        for k in everyone[1:]:
            yield from _tried(graph, where, concept, i, k, k - 1)


def _tried(
    graph: ConflictGraph, where: NDArray[np.bool_], concept: Concept, i: int, k: int, to: int
) -> Iterator[Shifted]:
    levels = _levels(graph.orders[i])
    after = reordered(graph, i, moved(range(len(levels)), k, to))
    states = int((Analysis(after).stable(concept).all(axis=0) & where).sum())
    if states:
        statements = tuple(graph.orders[i][n] for n in levels[k])
        yield Shifted(graph.deciders[i], k + 1, to + 1, statements, states)


def fewest_swaps(graph: ConflictGraph, conditions: Conditions) -> Fewest:
    """Return an order of one party's levels that meets its conditions, by the fewest swaps.

    Exact, or told to be stopped; an order of None with `complete` proves that no order does it.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> from detente.stability.game import game_of
    >>> from detente.stability.inverse.conditions import conditions_of
    >>> graph = build_graph(open_case("syria-iraq-1975"), "main")
    >>> conditions = conditions_of(game_of(graph), 1, 0, CONCEPTS["nash"])
    >>> fewest_swaps(graph, conditions)
    Fewest(order=(3, 0, 1, 2, 4, 5), swaps=3, complete=True)
    """
    levels = _levels(graph.orders[conditions.actor])
    codes = conditions.game.numbers()
    truth = graph.truth[conditions.actor][:, codes].astype(np.int64)
    score = np.stack([truth[level].sum(axis=0) for level in levels])
    states = sorted(conditions.mentioned)
    ahead = score[:, [conditions.target]] - score[:, states]
    pro, con = (_bits(ahead > 0), _bits(ahead < 0))
    comparisons = [Comparison(p, c) for p, c in zip(pro, con, strict=True)]
    place = {s: n for n, s in enumerate(states)}
    clauses = [frozenset(frozenset(place[s] for s in a) for a in c) for c in conditions.clauses]
    return fewest(len(levels), comparisons, clauses)


def _bits(table: NDArray[np.bool_]) -> list[int]:
    """Return each column as a number, the first row being the lowest bit."""
    return [sum(1 << int(k) for k in np.flatnonzero(column)) for column in table.T]


def reordered(graph: ConflictGraph, i: int, order: tuple[int, ...]) -> ConflictGraph:
    """Return a graph in which decision maker i has its levels in another order."""
    levels = _levels(graph.orders[i])
    rows = [n for k in order for n in levels[k]]
    statements = [
        graph.orders[i][n].model_copy(update={"about_equal": n != levels[k][0]})
        for k in order
        for n in levels[k]
    ]
    truth = graph.truth[i][rows]
    ranks = graph.ranks.copy()
    ranks[i] = lexicographic(truth, graph.feasible, levels_of(statements))
    orders = (*graph.orders[:i], tuple(statements), *graph.orders[i + 1 :])
    return replace(graph, orders=orders, ranks=ranks)


def _levels(order: tuple[Statement, ...]) -> list[list[int]]:
    """Return the numbers of the statements on each level, the most important first."""
    found: list[list[int]] = []
    for n, level in enumerate(levels_of(order)):
        found += [[]] * (level == len(found))
        found[level] = [*found[level], n]
    return found
