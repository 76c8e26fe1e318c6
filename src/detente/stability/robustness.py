"""Which equilibria outlast a change of preferences: every single edit of every order, tried exactly.

A single edit exchanges two statements of neighbouring levels (a swap), reverses one statement in its
place, or deletes one. Statements that are about equal share a level and have no order among them, so
there is nothing to swap within it. Additions are left out: `unlock` searches those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.kernels import lexicographic
from detente.stability.analysis import Analysis
from detente.stability.concept import Concept
from detente.stability.graph import ConflictGraph, levels_of

__all__ = ["SingleEdit", "held_after", "single_edits"]

CELLS = 1 << 20
"""So many ranks are held in one batch at most."""


@dataclass(frozen=True, order=True)
class SingleEdit:
    """One change of one party's order; `position` counts from 1, `other` is swapped with it or 0.

    `unsure` says that it swaps a statement whose place is marked as unsure.
    """

    actor: str
    operation: Literal["swap", "reverse", "delete"]
    position: int
    other: int = 0
    unsure: bool = False


def single_edits(graph: ConflictGraph) -> tuple[SingleEdit, ...]:
    """Return every single edit of every order: parties in their order, swaps first, then the others.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> edits = single_edits(build_graph(open_case("prisoners-dilemma"), "main"))
    >>> len(edits), edits[0].operation, edits[0].position, edits[0].other
    (22, 'swap', 1, 2)
    """
    return tuple(e for i in range(len(graph.deciders)) for e in _edits(graph, i))


def _edits(graph: ConflictGraph, i: int) -> Iterator[SingleEdit]:
    actor, order, levels = graph.deciders[i], graph.orders[i], levels_of(graph.orders[i])
    places = range(len(order))
    for k in places:
        for n in places:
            if levels[n] == levels[k] + 1:
                unsure = order[k].unsure or order[n].unsure
                yield SingleEdit(actor, "swap", k + 1, n + 1, unsure)
    for k in places:
        yield SingleEdit(actor, "reverse", k + 1)
    for k in places:
        yield SingleEdit(actor, "delete", k + 1)


def held_after(
    graph: ConflictGraph, edits: Sequence[SingleEdit], concepts: Sequence[Concept]
) -> Mapping[str, NDArray[np.bool_]]:
    """Return, by concept, the states that are equilibria after each edit; shape (edits, S).

    Cost: one analysis for each edit, in batches.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> graph = build_graph(open_case("prisoners-dilemma"), "main")
    >>> held_after(graph, single_edits(graph), [CONCEPTS["nash"]])["nash"].shape
    (22, 4)
    """
    size = max(1, CELLS // graph.ranks.size)
    parts: dict[str, list[NDArray[np.bool_]]] = {c.key: [] for c in concepts}
    for first in range(0, len(edits), size):
        some = edits[first : first + size]
        ranks = np.stack([_ranks(graph, e) for e in some], axis=1)
        analysis = Analysis(replace(graph, ranks=ranks))
        for concept in concepts:
            held: NDArray[np.bool_] = np.logical_and.reduce(analysis.stable(concept))
            parts[concept.key].append(held)
    nothing = np.zeros((0, graph.ranks.shape[1]), dtype=bool)
    return {key: np.concatenate([nothing, *found]) for key, found in parts.items()}


def _ranks(graph: ConflictGraph, edit: SingleEdit) -> NDArray[np.int32]:
    """Return the ranks of all decision makers after an edit; shape (decision makers, S)."""
    i, k = graph.deciders.index(edit.actor), edit.position - 1
    truth, ranks = graph.truth[i].copy(), graph.ranks.copy()
    if edit.operation == "swap":
        truth[[k, edit.other - 1]] = truth[[edit.other - 1, k]]
    else:  # a statement that is never true decides nothing
        truth[k] = ~truth[k] if edit.operation == "reverse" else False
    ranks[i] = lexicographic(truth, graph.feasible, levels_of(graph.orders[i]))
    return ranks
