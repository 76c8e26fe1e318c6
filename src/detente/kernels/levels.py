"""Levels that persist: each step they go part of the way to what pushes them, for many runs at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.kernels.pulses import GAIN, Wiring

__all__ = ["relax"]

Levels = NDArray[np.float64]


def relax(
    wiring: Wiring,
    weights: Levels,
    levels: Levels,
    forcing: Levels,
    held: Levels,
    speed: float,
    rounds: int = 4,
) -> Levels:
    """Return the levels one step later; shape (runs, nodes).

    `weights` has shape (runs, edges), with signs; `forcing` and `held` shape (runs, nodes). Each
    of `rounds` moves every node by `speed / rounds` of the way to tanh(0.8 * pushes + forcing);
    where `held` is not NaN the node is held at that value.

    >>> wiring = Wiring(2, np.array([0]), np.array([1]))
    >>> free = np.array([[1.0, np.nan]])
    >>> after = relax(wiring, np.array([[1.0]]), np.zeros((1, 2)), np.zeros((1, 2)), free, 1.0, 1)
    >>> after.round(3).tolist()
    [[1.0, 0.664]]
    """
    order = np.argsort(wiring.effects, kind="stable")
    causes, strengths = wiring.causes[order], GAIN * weights[:, order]
    moved, starts = np.unique(wiring.effects[order], return_index=True)
    free = np.isnan(held)
    current = np.where(free, levels, held)
    for _ in range(rounds):
        push = forcing.copy()
        if len(moved):
            push[:, moved] += np.add.reduceat(current[:, causes] * strengths, starts, axis=1)
        current = np.where(free, current + (speed / rounds) * (np.tanh(push) - current), held)
    return current
