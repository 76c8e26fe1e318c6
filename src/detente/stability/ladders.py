"""Levels that are not all one move apart: what a move may change of an option with levels."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from detente.case import Case
from detente.kernels.arcs import Row, kept_arcs
from detente.stability.game import Game
from detente.stability.graph import ConflictGraph

__all__ = ["Ladder", "ladders", "stepwise"]


@dataclass(frozen=True)
class Ladder:
    """An option with levels: the options that stand for all but the lowest, in rising order.

    A move changes the level by one at most if `adjacent`, and only where `up` and `down` let it.
    """

    id: str
    options: tuple[str, ...]
    adjacent: bool
    up: bool
    down: bool

    def allows(self, rise: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return whether one move may change the level by so much.

        >>> half_way = Ladder("a.pay", ("a.pay.half", "a.pay.full"), True, True, False)
        >>> half_way.allows(np.array([-1, 0, 1, 2])).tolist()
        [False, True, True, False]
        """
        most = 1 if self.adjacent else len(self.options)
        return (rise >= -most * self.down) & (rise <= most * self.up)


def ladders(case: Case, model: str) -> tuple[Ladder, ...]:
    """Return the options with levels of a model from which not every level leads to every other.

    >>> from detente.case import open_case
    >>> ladders(open_case("japan-russia"), "2016-12")
    ()
    """
    found: dict[str, list[str]] = {}
    for id in case.model(model).options:
        if case.option(model, id).bound:
            found.setdefault(id.rpartition(".")[0], []).append(id)
    return tuple(_ladder(case, model, id, tuple(own)) for id, own in found.items())


def _ladder(case: Case, model: str, id: str, own: tuple[str, ...]) -> Ladder:
    option = case.option(model, own[0])
    up, down = option.reversible != "only-off", option.reversible != "no"
    return Ladder(id, own, option.steps == "adjacent", up, down)


def stepwise(case: Case, graph: ConflictGraph, game: Game) -> Game:
    """Return the game of a graph with those arcs only that the levels of its options allow."""
    arcs = list(game.arcs)
    for ladder in ladders(case, graph.model):
        level = np.zeros(len(game.labels), dtype=np.int64)
        for number, option in enumerate(ladder.options, 1):
            level[graph.truths.name(option)[game.numbers()]] = number
        i = graph.deciders.index(ladder.id.partition(".")[0])
        arcs[i] = kept_arcs(arcs[i], _keeping(ladder, level))
    return replace(game, arcs=tuple(arcs))


def _keeping(ladder: Ladder, level: NDArray[np.int64]) -> Row:
    return lambda s: ladder.allows(level - level[s])
