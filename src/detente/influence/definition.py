"""A pulse as it is defined, one draw and one node at a time: what the kernel is tested against."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

__all__ = ["levels_after"]


def levels_after(
    nodes: int,
    pushes: Sequence[tuple[int, int, float]],
    pulse: Mapping[int, float],
    steps: int = 10,
) -> list[float]:
    """Return the level of every node after a pulse, for one set of strengths.

    `pushes` holds (cause, effect, signed strength); pushed nodes are held at their level, others
    begin at 0. Each step takes tanh(0.8 * what reaches a node), for all nodes at once.

    >>> [round(x, 3) for x in levels_after(3, [(0, 1, 1.0), (1, 2, -1.0)], {0: 1.0})]
    [1.0, 0.664, -0.486]
    """
    levels = [pulse.get(node, 0.0) for node in range(nodes)]
    for _ in range(steps):
        levels = [
            pulse[node]
            if node in pulse
            else math.tanh(0.8 * sum(w * levels[c] for c, e, w in pushes if e == node))
            for node in range(nodes)
        ]
    return levels
