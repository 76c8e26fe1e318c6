"""How far from a state self-interested moves lead: the fewest improvements to every other one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detente.kernels.moves import Moves, reach, settings, spread

__all__ = ["FAR", "improvement_steps", "last_step"]

FAR = np.iinfo(np.uint16).max
"""The distance of a state that improvements do not lead to."""
SPARSE = 4
"""Moves are looked at one by one where they are fewer than the states by this factor."""

Steps = NDArray[np.uint16]


def improvement_steps(
    ranks: NDArray[np.int32], moves: Sequence[Moves], start: int, within: int = FAR - 1
) -> Steps:
    """Return the fewest improvements from a state to every other one, `FAR` where none lead there.

    `ranks` has shape (decision makers, S), -1 where infeasible; the result shape (S,). Each
    improvement is one move of one decision maker to a state that it prefers; paths of up to
    `within` improvements are followed.

    >>> ranks = np.array([[0, 1, 0, 1], [0, 0, 0, 1]], dtype=np.int32)
    >>> improvement_steps(ranks, [Moves((0,)), Moves((1,))], 0).tolist()
    [0, 1, 65535, 2]
    """
    steps = np.full(ranks.shape[-1], FAR, dtype=np.uint16)
    steps[start] = 0
    last = np.array([start], dtype=np.int64)
    for step in range(1, within + 1):
        found = [_gains(last, own, m, steps, step - 1) for own, m in zip(ranks, moves, strict=True)]
        for states in found:
            steps[states] = step
        last = np.unique(np.concatenate(found))
        if not len(last):
            break
    return steps


def _gains(
    last: NDArray[np.int64], own: NDArray[np.int32], moves: Moves, steps: Steps, before: int
) -> NDArray[np.int64]:
    """Return the new states that one decision maker gladly moves to from those found last."""
    if SPARSE * len(last) << len(moves.bits) > len(own):
        offers = np.where(steps == before, own, np.iinfo(np.int32).max)
        least = spread(offers, Moves(moves.free, up=moves.down, down=moves.up), np.minimum)
        return np.flatnonzero((own > least) & (steps == FAR))
    here = last[:, None]
    there = here ^ settings(moves.bits)
    kept = (here & ~there & settings(moves.up)[-1]) == 0
    kept &= (there & ~here & settings(moves.down)[-1]) == 0
    kept &= (own[there] > own[here]) & (steps[there] == FAR)
    return np.unique(there[kept])


def last_step(
    ranks: NDArray[np.int32], moves: Sequence[Moves], steps: Steps, state: int
) -> tuple[int, int]:
    """Return who moves last on a shortest path of improvements to a state, and from where.

    `steps` is what `improvement_steps` returned; the state is neither `FAR` nor the start.
    """
    for i, (own, m) in enumerate(zip(ranks, moves, strict=True)):
        back = reach(state, Moves(m.free, up=m.down, down=m.up))
        nearer = back[(steps[back] == steps[state] - 1) & (own[back] < own[state])]
        if len(nearer):
            return i, int(nearer.min())
    raise ValueError("no improvement leads to this state")
