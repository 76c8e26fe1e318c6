"""Stability as a threshold: a state is stable for a decision maker iff its rank reaches it.

Every classical concept has this max-min form: the threshold is the best, over the states the
decision maker could move to, of the worst that replies then leave it with.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from detente.kernels.moves import Moves, best_elsewhere, spread
from detente.kernels.replies import Pull, any_move, improvements, settle

__all__ = ["Replies", "joint_replies", "stands", "threshold"]

Array = NDArray[Any]
Replies = Literal["none", "moves", "improvements"]


def joint_replies(
    ranks: Sequence[NDArray[np.int32]], moves: Sequence[Moves], replies: Replies
) -> list[Pull]:
    """Return the pull of every decision maker: what it may do in reply to a move.

    `ranks` holds one array of shape (..., S) for each decision maker.
    """
    if replies == "none":
        return []
    if replies == "moves":
        return [any_move(m) for m in moves]
    return [improvements(r, m) for r, m in zip(ranks, moves, strict=True)]


def threshold(
    own: NDArray[np.int32],
    mover: int,
    feasible: NDArray[np.bool_],
    moves: Sequence[Moves],
    pulls: Sequence[Pull],
    *,
    countermoves: bool = False,
) -> NDArray[np.int32]:
    """Return the threshold of one decision maker in every state; -1 where it cannot move.

    `own` are its ranks, shape (..., S), `mover` its place in `moves`, `pulls` the replies of all
    (its own is skipped; empty for Nash). With `countermoves` a sanction must survive the
    decision maker's own best answer. A feasible state is stable iff `own >= threshold`.

    >>> ranks = np.array([1, 0, 2, 3], dtype=np.int32)   # two states apart on bit 0
    >>> everything = np.ones(4, dtype=bool)
    >>> threshold(ranks, 0, everything, [Moves((0,)), Moves((1,))], []).tolist()
    [0, 1, 3, 2]
    """
    kept = _kept(own, mover, feasible, moves, pulls, countermoves)
    return best_elsewhere(kept, moves[mover])


def stands(
    own: NDArray[np.int32],
    mover: int,
    feasible: NDArray[np.bool_],
    moves: Sequence[Moves],
    pulls: Sequence[Pull],
    *,
    countermoves: bool = False,
) -> NDArray[np.bool_]:
    """Return where one decision maker is stable; shape (..., S), False where infeasible.

    The same as `own >= threshold(...)` among feasible states, in fewer passes: what a state is
    worth to its mover is no less than what is kept of it, so it may count among the alternatives.
    """
    kept = _kept(own, mover, feasible, moves, pulls, countermoves)
    stable: NDArray[np.bool_] = own >= spread(kept, moves[mover], np.maximum)
    stable &= feasible
    return stable


def _kept(
    own: NDArray[np.int32],
    mover: int,
    feasible: NDArray[np.bool_],
    moves: Sequence[Moves],
    pulls: Sequence[Pull],
    countermoves: bool,
) -> NDArray[np.int32]:
    """Return what replies leave the mover with in each state."""
    others = [p for j, p in enumerate(pulls) if j != mover]
    if not others:
        return own
    after = spread(own, moves[mover], np.maximum) if countermoves else own
    settled = settle(after, feasible, others)
    return np.minimum(own, settled, out=settled)
