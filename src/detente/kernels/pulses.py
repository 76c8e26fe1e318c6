"""Pulses through a signed network: levels of every node after so many steps, for many draws at once.

A draw is one set of edge weights. Draws are worked through in blocks that fit the cache, so memory
does not grow with their number; results do not depend on the size of a block.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Wiring", "respond", "tally"]

GAIN = 0.8
"""How much of what reaches a node counts in the next step."""

BLOCK = 1 << 15
"""About so many weights are worked on together."""

Levels = NDArray[np.float64]


class Wiring(NamedTuple):
    """Edges as places of nodes: `causes[e]` acts on `effects[e]`; both have shape (edges,)."""

    nodes: int
    causes: NDArray[np.int64]
    effects: NDArray[np.int64]


def respond(wiring: Wiring, weights: Levels, pulse: Levels, steps: int = 10) -> Levels:
    """Return the level of every node after a pulse; shape (draws, nodes), values in -1..1.

    `weights` has shape (draws, edges), with signs; `pulse` shape (nodes,): nodes where it is not 0
    are held at its value, all others start at 0. In each step every node takes
    tanh(0.8 * the weighted sum of its causes), all at the same time (Kosko 1986).

    >>> wiring = Wiring(3, np.array([0, 1]), np.array([1, 2]))
    >>> levels = respond(wiring, np.array([[1.0, -1.0]]), np.array([1.0, 0.0, 0.0]))
    >>> np.sign(levels).tolist()
    [[1.0, 1.0, -1.0]]
    """
    blocks = list(_blocks(wiring, weights, pulse, steps))
    return np.concatenate([b.T for b in blocks]) if blocks else np.zeros((0, wiring.nodes))


def tally(
    wiring: Wiring, weights: Iterator[Levels], pulse: Levels, steps: int = 10
) -> NDArray[np.int64]:
    """Return in how many draws each node ends above and below 0; shape (2, nodes).

    `weights` yields arrays of shape (draws, edges); only one of them is held at a time.
    """
    counts = np.zeros((2, wiring.nodes), dtype=np.int64)
    for some in weights:
        for levels in _blocks(wiring, some, pulse, steps):
            counts[0] += np.count_nonzero(levels > 0, axis=1)
            counts[1] += np.count_nonzero(levels < 0, axis=1)
    return counts


def _blocks(wiring: Wiring, weights: Levels, pulse: Levels, steps: int) -> Iterator[Levels]:
    """Yield levels of shape (nodes, draws of the block): draws lie next to one another."""
    held = pulse != 0
    kept = np.flatnonzero(~held[wiring.effects])
    kept = kept[np.argsort(wiring.effects[kept], kind="stable")]
    causes, effects = wiring.causes[kept], wiring.effects[kept]
    moved, starts = np.unique(effects, return_index=True)
    size = max(1, BLOCK // max(1, len(kept), wiring.nodes))
    for first in range(0, len(weights), size):
        strengths = GAIN * weights[first : first + size, kept].T
        levels = np.repeat(pulse[:, None], strengths.shape[1], axis=1)
        for _ in range(steps if len(kept) else 0):
            pushes = levels[causes]
            pushes *= strengths
            levels[moved] = np.tanh(np.add.reduceat(pushes, starts, axis=0))
        yield levels
