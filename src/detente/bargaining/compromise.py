"""The compromise: the mean of positions, each weighed by clout and salience; and what moves it.

Source: the compromise model (van den Bos 1991). Achen (2006) shows that it approximates the Nash
bargaining solution where no agreement is terrible for everybody; neither text was checked here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.bargaining.positions import Numbers, Positions

__all__ = ["Pull", "compromise", "pulls"]


@dataclass(frozen=True)
class Pull:
    """What one actor does to the compromise.

    `position`, `salience` and `clout` are exact derivatives: by how much the compromise moves for
    one unit of each. `without` is where it would lie if the actor had no say, None if nobody else
    has any weight.
    """

    actor: str
    position: float
    salience: float
    clout: float
    without: float | None


def compromise(positions: Positions) -> Numbers:
    """Return the weighted mean, one for each draw: sum c s x / sum c s.

    >>> float(compromise(Positions.of(["north", "south"], [0, 60], clout=[2, 1])))
    20.0
    """
    mean: Numbers = np.asarray((positions.shares * positions.at).sum(axis=-1))
    return mean


def pulls(positions: Positions) -> tuple[Pull, ...]:
    """Return what each actor does to the compromise of a single draw, in the order of the actors.

    With O the compromise and W the sum of weights: dO/dx = c s / W, dO/ds = c (x - O) / W,
    dO/dc = s (x - O) / W.

    >>> north, south = pulls(Positions.of(["north", "south"], [0, 60], clout=[2, 1]))
    >>> round(south.position, 3), round(south.clout, 1), south.without
    (0.333, 13.3, 0.0)
    """
    at, share = positions.at, positions.shares
    mean, total = float(compromise(positions)), float(positions.weights.sum())
    lever = (at - mean) / total
    return tuple(
        Pull(
            actor,
            float(share[k]),
            float(positions.clout[k] * lever[k]),
            float(positions.salience[k] * lever[k]),
            _without(positions, k),
        )
        for k, actor in enumerate(positions.actors)
    )


def _without(positions: Positions, k: int) -> float | None:
    weights = np.delete(positions.weights, k)
    others = np.delete(positions.at, k)
    return float(weights @ others / weights.sum()) if weights.sum() > 0 else None
