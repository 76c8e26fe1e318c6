"""States that count as one: the arcs of all of them together, and a preference that is the same for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from detente.errors import UsageError
from detente.kernels.arcs import Arcs, arcs_from
from detente.stability.game import Game, Ranked, Relation

__all__ = ["quotient"]


@dataclass(frozen=True, eq=False)
class _Represented:
    """A relation read off one member of each class: `chosen` has shape (classes,)."""

    whole: Relation
    chosen: NDArray[np.int64]

    def tempts(self, s: int) -> NDArray[np.bool_]:
        return self.whole.tempts(int(self.chosen[s]))[self.chosen]

    def deters(self, s: int) -> NDArray[np.bool_]:
        return self.whole.deters(int(self.chosen[s]))[self.chosen]

    def gains(self, s: int) -> NDArray[np.bool_]:
        return self.whole.gains(int(self.chosen[s]))[self.chosen]


def quotient(game: Game, classes: NDArray[np.int64], labels: Sequence[str]) -> Game:
    """Return a game whose states are the classes of the given one; arcs within a class are dropped.

    `classes` has shape (states,) and holds numbers from 0 on, `labels` names them. A class can be
    left for another if one of its states can. Raises `UsageError` with the first two states of a
    class that a decision maker does not take for the same.

    >>> arcs = arcs_from([(0, 1), (2, 3)], 4), arcs_from([(1, 2)], 4)
    >>> wants = Ranked(np.array([1, 2, 2, 0])), Ranked(np.array([0, 1, 1, 0]))
    >>> game = Game(("a", "b"), ("s1", "s2", "s3", "s4"), arcs, wants)
    >>> two = quotient(game, np.array([0, 1, 1, 2]), ["s1", "s2", "s4"])
    >>> [a.of(s).tolist() for a in two.arcs for s in range(3)]
    [[1], [2], [], [], [], []]
    """
    chosen = np.unique(classes, return_index=True)[1]
    for name, relation in zip(game.deciders, game.relations, strict=True):
        _refuse_difference(game, name, relation, chosen[classes])
    today = None if game.today is None else int(classes[game.today])
    return Game(
        game.deciders,
        tuple(labels),
        tuple(_united(a, classes, len(chosen)) for a in game.arcs),
        tuple(_seen_from(r, chosen) for r in game.relations),
        today,
    )


def _united(arcs: Arcs, classes: NDArray[np.int64], size: int) -> Arcs:
    pairs = np.stack([classes[arcs.sources()], classes[arcs.targets]], axis=1)
    return arcs_from(map(tuple, np.unique(pairs, axis=0).tolist()), size)


def _seen_from(relation: Relation, chosen: NDArray[np.int64]) -> Relation:
    if isinstance(relation, Ranked):
        return replace(relation, ranks=relation.ranks[chosen])
    return _Represented(relation, chosen)


def _refuse_difference(
    game: Game, name: str, relation: Relation, chosen: NDArray[np.int64]
) -> None:
    """Raise `UsageError` unless each state is as good as the one chosen for its class; shape (n,)."""
    for rows in (relation.tempts, relation.deters, relation.gains):
        for s, c in enumerate(chosen.tolist()):
            row = rows(s)
            odd = np.flatnonzero(row != rows(c)[chosen])
            if len(odd):
                t = int(odd[0])
                second = t if row[t] != row[chosen[t]] else s
                raise UsageError(
                    f"{name} does not take two merged states for the same",
                    found=f"{game.labels[chosen[second]]} and {game.labels[second]}",
                    hint="merge fewer states, or state preferences that are the same in both",
                )
