"""Which of the states that meet a target is nearest to being an equilibrium, and who is in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.case import Formula
from detente.errors import UsageError
from detente.stability.analysis import Analysis
from detente.stability.concept import Concept
from detente.stability.graph import ConflictGraph, State
from detente.stability.inverse.reach import replies_of

__all__ = ["Nearest", "nearest", "where_of"]


@dataclass(frozen=True)
class Nearest:
    """The target state with the fewest parties in the way, among so many.

    `blocked` are those parties. `alone` counts, for each party, the target states at which nobody
    else is in the way; `held` the target states that are equilibria as it is.
    """

    state: State
    states: int
    blocked: tuple[str, ...]
    alone: Mapping[str, int]
    held: int


def nearest(graph: ConflictGraph, target: str | Formula | State, concept: Concept) -> Nearest:
    """Return the target state at which the fewest parties are unstable.

    Of several, the one that has to rise by the fewest levels of their rankings in all, then the
    one that differs in the fewest options from today. Raises `UsageError` where no feasible state
    meets the target.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> graph = build_graph(open_case("japan-russia"), "2016-12")
    >>> found = nearest(graph, "two_islands", CONCEPTS["nash"])
    >>> found.states, found.blocked, dict(found.alone)
    (384, ('ru',), {'jp': 0, 'ru': 8, 'us': 0})
    """
    replies_of(concept)
    codes = np.flatnonzero(where_of(graph, target))
    if not len(codes):
        raise UsageError("no feasible state meets the target", found=target)
    thresholds = Analysis(graph).thresholds(concept)[:, codes]
    levels = np.maximum(thresholds - graph.ranks[:, codes], 0)
    needy = levels > 0
    changed = np.array([(c ^ graph.status_quo.code).bit_count() for c in codes.tolist()])
    best = int(np.lexsort((codes, changed, levels.sum(axis=0), needy.sum(axis=0)))[0])
    only = needy & (needy.sum(axis=0) == 1)
    return Nearest(
        state=graph.state(int(codes[best])),
        states=len(codes),
        blocked=tuple(d for d, out in zip(graph.deciders, needy[:, best], strict=True) if out),
        alone=dict(zip(graph.deciders, only.sum(axis=1).tolist(), strict=True)),
        held=int((~needy).all(axis=0).sum()),
    )


def where_of(graph: ConflictGraph, target: str | Formula | State) -> NDArray[np.bool_]:
    """Return the feasible states that meet a target, or the one state that it is; shape (S,).

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> graph = build_graph(open_case("syria-iraq-1975"), "main")
    >>> np.flatnonzero(where_of(graph, "s2")).tolist()
    [1]
    """
    if not isinstance(target, State):
        return graph.where(target)
    only = np.zeros_like(graph.feasible)
    only[target.code] = graph.feasible[target.code]
    return only
