"""Berge stability: the others could not do anything by which the decision maker would gain.

It asks of each decision maker that the others already serve it as well as they can, as if they
were well disposed; a Berge equilibrium of a strategic game has this property. The refinements of
the same paper (with replies, as GMR, SMR and SEQ have) are not on the shelf: their definitions
could not be checked.

Source: Vieira & Rêgo (2020); Rêgo & Cordeiro (2023); the equilibrium is named after Berge (1957).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.stability.concept import Concept, Foreseen, Outlook
from detente.stability.definition import Conflict
from detente.stability.game import Game

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int) -> bool:
    """Return whether no joint move of the others from s would please i.

    >>> moves = [{0: frozenset(), 1: frozenset()}, {0: frozenset({1}), 1: frozenset({0})}]
    >>> both = Conflict([0, 1], moves, [{0: 0, 1: 1}, {0: 1, 1: 0}])
    >>> holds(both, 0, 0), holds(both, 0, 1)
    (False, True)
    """
    return not any(conflict.tempts(i, s, q) for q in conflict.replies(i, s))


def outlook(game: Game) -> Outlook:
    """Return where the others could help each decision maker, and how."""

    def help_for(i: int, s: int, replies: NDArray[np.bool_] | None) -> NDArray[np.intp]:
        tempting = game.relations[i].tempts(s)
        return np.flatnonzero(tempting & (False if replies is None else replies[s]))

    def stable(i: int) -> list[bool]:
        replies = game.replies(i, "moves")
        return [not len(help_for(i, s, replies)) for s in range(len(game.labels))]

    def foresee(i: int, s: int) -> list[Foreseen]:
        found = help_for(i, s, game.replies(i, "moves"))
        return [Foreseen(int(t), (), held=False) for t in found]

    return Outlook(np.array([stable(i) for i in range(len(game.arcs))]), foresee)


MEMBER = Concept(
    key="berge",
    name="Berge stability",
    order=15,
    meaning="The others could do nothing by which the decision maker would gain.",
    limits="Says nothing of whether the decision maker itself would leave.",
    source="Vieira & Rêgo (2020); Rêgo & Cordeiro (2023); Berge (1957)",
    holds=holds,
    outlook=outlook,
    helped=True,
)
