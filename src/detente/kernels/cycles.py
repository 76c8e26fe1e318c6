"""Cycles: where walks can go round without end, nobody moving twice in succession."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from detente.kernels.movers import Mover
from detente.kernels.walks import Nodes, others

__all__ = ["closed", "cycles"]


def cycles(movers: Sequence[Mover], among: Nodes) -> list[Nodes]:
    """Return the cycles among some pairs of last mover and state, each as the pairs on it.

    A cycle is here a largest set of pairs in which walks lead from each to each; walks can go round in
    it without end. Sets that walks cannot come back to are cut off first; what is left is split by
    what one pair leads to and what leads to it.

    >>> from detente.kernels.arcs import arcs_from
    >>> from detente.kernels.movers import ArcMover
    >>> from detente.kernels.walks import walks
    >>> movers = [ArcMover(arcs_from([(0, 1)], 2)), ArcMover(arcs_from([(1, 0)], 2))]
    >>> [c.any(axis=0).tolist() for c in cycles(movers, walks(movers, 0).arrivals > 0)]
    [[True, True]]
    """
    found, pending = [], [among]
    while pending:
        nodes = _trimmed(movers, pending.pop())
        if not nodes.any():
            continue
        seed = np.zeros_like(nodes)
        seed[tuple(np.argwhere(nodes)[0])] = True
        ahead = _closure(partial(_ahead, movers), seed, nodes)
        behind = _closure(partial(_behind, movers), seed, nodes)
        both = ahead & behind
        if both.sum() > 1:
            found.append(both)
        pending += [ahead & ~both, behind & ~both, nodes & ~ahead & ~behind]
    return found


def closed(movers: Sequence[Mover], cycle: Nodes) -> bool:
    """Return whether no walk leads out of a cycle."""
    return not (_ahead(movers, cycle) & ~cycle).any()


def _ahead(movers: Sequence[Mover], nodes: Nodes) -> Nodes:
    """Return the pairs that one step leads to."""
    return np.stack([m.onward(t) for m, t in zip(movers, others(nodes), strict=True)])


def _behind(movers: Sequence[Mover], nodes: Nodes) -> Nodes:
    """Return the pairs from which one step leads into a set of pairs."""
    return others(np.stack([m.into(t) for m, t in zip(movers, nodes, strict=True)]))


def _trimmed(movers: Sequence[Mover], nodes: Nodes) -> Nodes:
    """Return pairs without those that nothing among them leads to or that lead to none of them."""
    while True:
        kept = nodes & _behind(movers, nodes)
        kept &= _ahead(movers, kept)
        if np.array_equal(kept, nodes):
            return kept
        nodes = kept


def _closure(step: Callable[[Nodes], Nodes], seed: Nodes, among: Nodes) -> Nodes:
    """Return what repeated steps lead to within a set of pairs, the seed included."""
    seen = fresh = seed
    while fresh.any():
        fresh = step(fresh) & among & ~seen
        seen = seen | fresh
    return seen
