"""The way to an outcome: which of its states can be reached from a start, and by which shortest walks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.stability.evolution import By, Evolution, Reached, Step
from detente.stability.graph import ConflictGraph, State, resolve
from detente.stability.graph_form import GraphForm

__all__ = ["Destination", "Way", "destination", "matching"]

WAYS = 10
"""So many shortest walks to one state are kept at most."""

Way = tuple[Step[State], ...]


@dataclass(frozen=True)
class Destination:
    """What leads to the states that are asked for, by some kind of move.

    `states` counts those states, `reached` holds the ones that walks lead to, the nearest first, and
    `ways` up to ten shortest walks to each of the nearest. If none is reached and `complete`, it is
    proven that nothing leads there: all states that walks lead to, `looked` in number, were looked at.
    Otherwise the search went no further than `within` moves.
    """

    target: str
    by: By
    states: int
    reached: tuple[Reached[State], ...]
    ways: tuple[tuple[Way, ...], ...]
    complete: bool
    looked: int
    within: int | None


def destination(evolution: Evolution[State], target: str, where: NDArray[np.bool_]) -> Destination:
    """Return how an evolution leads to the states of a target; `where` marks them, shape (n,).

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> from detente.stability.evolve import evolve
    >>> graph = build_graph(open_case("elmira-1991"), "main")
    >>> found = destination(evolve(graph), "s8", matching(graph, "s8"))
    >>> found.reached, found.complete
    ((), True)
    >>> any_moves = destination(evolve(graph, by="moves"), "s4", matching(graph, "s4"))
    >>> [[s.actor for s in way] for way in any_moves.ways[0]]
    [['moe', 'uniroyal'], ['uniroyal', 'moe']]
    """
    reached = tuple(r for r in evolution.reached if where[r.number])
    nearest = [r for r in reached if r.moves == reached[0].moves]
    return Destination(
        target=target,
        by=evolution.by,
        states=int(where.sum()),
        reached=reached,
        ways=tuple(evolution.ways(r.number, WAYS) for r in nearest),
        complete=evolution.complete,
        looked=len(evolution.reached),
        within=evolution.within,
    )


def matching(model: ConflictGraph | GraphForm, target: str) -> NDArray[np.bool_]:
    """Return the states that a condition, a named outcome or the id of a state stands for.

    Of merged states it is true where all are. Raises `UsageError` for a condition that cannot be
    read, `UnknownName` for a name that the model does not have.
    """
    if isinstance(model, ConflictGraph):
        return model.where(target)
    marks = np.zeros(len(model.states), dtype=bool)
    ids = [s.id for s in model.states]
    if model.options is None or target.casefold() in map(str.casefold, ids):
        marks[ids.index(resolve("state", target, ids))] = True
        return marks
    met = model.options.where(target)
    marks[:] = True
    for code, state in model.classes.items():
        marks[state] &= met[code]
    return marks
