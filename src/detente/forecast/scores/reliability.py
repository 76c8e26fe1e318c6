"""Are forecasts reliable: the CORP approach, by isotonic regression instead of bins.

Of all non-decreasing curves, pool-adjacent-violators finds the one with the least Brier score: how
often things came true where so much was said. Scores with that curve in place of the forecasts
split the mean score exactly: miscalibration - discrimination + uncertainty.

Source: Dimitriadis, Gneiting and Jordan, PNAS 118(8), 2021 (recalled; not checked against the paper).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from detente.errors import UsageError
from detente.forecast.scores.rules import brier

__all__ = ["Level", "Reliability", "pooled", "reliability"]

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Level:
    """A stretch of the curve: forecasts from `low` to `high`, and the share that came true."""

    low: float
    high: float
    came_true: float
    count: int


@dataclass(frozen=True)
class Reliability:
    """A reliability curve and the parts of the mean Brier score, which is their sum with signs.

    `miscalibration` is what recalibration would gain, `discrimination` what the recalibrated
    forecasts gain over the base rate, and `uncertainty` the score of that base rate. The base rate is
    that of the very questions scored.
    """

    levels: tuple[Level, ...]
    score: float
    miscalibration: float
    discrimination: float
    uncertainty: float


def reliability(forecasts: ArrayLike, outcomes: ArrayLike) -> Reliability:
    """Return the reliability of yes-or-no forecasts; one question at least.

    >>> r = reliability([0.1, 0.3, 0.3, 0.9], [0, 1, 0, 1])
    >>> [(v.low, v.high, v.came_true) for v in r.levels]
    [(0.1, 0.1, 0.0), (0.3, 0.3, 0.5), (0.9, 0.9, 1.0)]
    >>> abs(r.score - (r.miscalibration - r.discrimination + r.uncertainty)) < 1e-12
    True
    """
    score = float(brier(forecasts, outcomes).mean()) if np.size(forecasts) else 0.0
    p, o = np.asarray(forecasts, dtype=np.float64), np.asarray(outcomes, dtype=np.float64)
    if not p.size:
        raise UsageError("nothing to score", hint="give at least one settled question")
    order = np.argsort(p, kind="stable")
    p, o = p[order], o[order]
    curve = pooled(p, o)
    best = float(brier(curve, o).mean())
    base = float(o.mean())
    uncertainty = base * (1 - base)
    levels = tuple(
        Level(float(p[at][0]), float(p[at][-1]), float(curve[at][0]), int(at.size))
        for at in np.split(np.arange(p.size), np.flatnonzero(np.diff(curve)) + 1)
    )
    return Reliability(levels, score, score - best, uncertainty - best, uncertainty)


def pooled(forecasts: Numbers, outcomes: Numbers) -> Numbers:
    """Return the isotonic regression of outcomes on sorted forecasts; equal ones are pooled first.

    Blocks are kept as (sum, count); one whose mean is below that of the block before is merged into it.
    """
    _, starts = np.unique(forecasts, return_index=True)
    blocks: list[tuple[float, int]] = []
    for group in np.split(outcomes, starts[1:]):
        total, count = float(group.sum()), group.size
        while blocks and blocks[-1][0] * count >= total * blocks[-1][1]:
            before = blocks.pop()
            total, count = total + before[0], count + before[1]
        blocks.append((total, count))
    return np.concatenate([np.full(count, total / count) for total, count in blocks])
