"""Where a coalition can take the conflict from a state, and what may come in answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.kernels.arcs import Arcs, joint_reach, kept_arcs
from detente.kernels.movers import ArcMover
from detente.kernels.thresholds import Replies
from detente.kernels.walks import walks
from detente.stability.coalition_definitions import CoalitionConcept, coalitions_among
from detente.stability.concept import Concept
from detente.stability.game import Game, Ranked

__all__ = ["AnyConcept", "reached", "replies_by", "replies_of", "whole_reach"]

AnyConcept = Concept | CoalitionConcept


def reached(movers: Sequence[Arcs], starts: Sequence[int], size: int) -> NDArray[np.bool_]:
    """Return where some movers together can take the conflict from each start; shape (starts, size).

    Legal sequences only. Without a mover nothing is reached.

    >>> from detente.kernels.arcs import arcs_from
    >>> ring = [arcs_from([(0, 1), (2, 3)], 4), arcs_from([(1, 2)], 4)]
    >>> np.flatnonzero(reached(ring, [0], 4)[0]).tolist()
    [1, 2, 3]
    """
    table = np.zeros((len(starts), size), dtype=bool)
    asked = [ArcMover(arcs) for arcs in movers]
    for row, start in zip(table, starts if asked else (), strict=False):
        row[:] = (walks(asked, start).arrivals >= 0).any(axis=0)
    return table


def replies_of(concept: AnyConcept) -> Replies:
    """Return what the others may do in answer. Raises `UsageError` for what is not a threshold."""
    if isinstance(concept, Concept):
        return concept.as_threshold("the inverse question")
    return concept.replies


def replies_by(game: Game, others: Sequence[int], concept: AnyConcept) -> Sequence[Arcs]:
    """Return the arcs of those who may answer: decision makers, or for CSEQ every coalition."""
    kind = replies_of(concept)
    if kind == "none":
        return []
    if kind == "moves":
        return [game.arcs[j] for j in others]
    if isinstance(concept, Concept):
        return [_improving(game, j) for j in others]
    return [_gladly(game, group) for group in coalitions_among(others)]


def _improving(game: Game, j: int) -> Arcs:
    """Return the moves that a decision maker gains from; for ranks without asking state by state."""
    relation, arcs = game.relations[j], game.arcs[j]
    if type(relation) is not Ranked:
        return game.improving[j]
    sources = arcs.sources()
    gain = relation.ranks[arcs.targets] > relation.ranks[sources]
    counts = np.bincount(sources[gain], minlength=arcs.size)
    return Arcs(np.concatenate([[0], np.cumsum(counts)]).astype(np.int64), arcs.targets[gain])


def _gladly(game: Game, group: Sequence[int]) -> Arcs:
    """Return the coalition improvements of a group as arcs."""

    def gains(s: int) -> NDArray[np.bool_]:
        kept = np.logical_or.reduce([game.relations[j].deters(s) for j in group])
        return np.asarray(~kept)

    return kept_arcs(whole_reach(game, group), gains)


def whole_reach(game: Game, group: Sequence[int]) -> Arcs:
    """Return where a group takes the conflict from every state, as arcs."""
    if len(group) == 1:
        return game.arcs[group[0]]
    table = joint_reach([game.arcs[j] for j in group])
    np.fill_diagonal(table, False)
    starts = np.concatenate([[0], np.cumsum(table.sum(axis=1))]).astype(np.int64)
    return Arcs(starts, np.nonzero(table)[1])
