"""Metarational trees: the mover and the others in turn, and who can keep whom from gaining.

The moves of the others count as one: between two moves of the mover they make a joint move.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.kernels.rounds import Rounds
from detente.kernels.thresholds import Replies
from detente.stability.concept import Foreseen, Outlook
from detente.stability.game import Game

__all__ = ["metarational"]


def metarational(replies: Replies, moves: int | None) -> Callable[[Game], Outlook]:
    """Return how stability in a tree of so many moves is computed; the first is the mover's.

    None is for a tree without end, in which going round for ever is no gain.
    """
    if moves == 1:
        replies = "none"
    return lambda game: _Tree(game, replies, None if moves is None else max(moves - 2, 0)).outlook()


class _Tree:
    """The trees of every decision maker; `left` moves remain after the first reply."""

    def __init__(self, game: Game, replies: Replies, left: int | None) -> None:
        self.game, self.kind, self.left = game, replies, left

    def outlook(self) -> Outlook:
        everyone = range(len(self.game.arcs))
        return Outlook(np.stack([self._stable(i) for i in everyone]), self.foresee)

    def _stable(self, i: int) -> NDArray[np.bool_]:
        """Return in which states every move that tempts is answered."""
        everywhere = range(len(self.game.labels))
        rounds = Rounds(self.game.arcs[i], self.game.replies(i, self.kind))
        kept = rounds.answered(self._safe(i, everywhere, rounds))
        tempting = self.game.tempting[i]
        return np.array([kept[s, tempting.of(s)].all() for s in everywhere])

    def _safe(self, i: int, states: Sequence[int], rounds: Rounds) -> NDArray[np.bool_]:
        return rounds.safe(np.stack([self.game.relations[i].deters(s) for s in states]), self.left)

    def foresee(self, i: int, s: int) -> list[Foreseen]:
        """Return each move that tempts, and a state that the others can answer it with."""
        replies, found = self.game.replies(i, self.kind), []
        safe = self._safe(i, [s], Rounds(self.game.arcs[i], replies))[0]
        for t in self.game.tempting[i].of(s).tolist():
            ends = [] if replies is None else np.flatnonzero(safe & replies[t]).tolist()
            found.append(Foreseen(t, tuple(ends[:1]), bool(ends)))
        return found
