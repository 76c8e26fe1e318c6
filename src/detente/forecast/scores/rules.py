"""Proper scoring rules, on arrays. Lower is better everywhere; 0 is a perfect forecast.

None knows a case. Forecasts are probabilities from 0 to 1 and outcomes 0 or 1, unless said otherwise.
"""

from __future__ import annotations

from math import erf, pi, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from detente.errors import UsageError

__all__ = ["CLIP", "brier", "crps_normal", "crps_sample", "log_score", "rps"]

Numbers = NDArray[np.float64]

CLIP = 0.01
"""The logarithmic score takes a forecast to be no nearer to 0 or 1 than this."""


def brier(forecasts: ArrayLike, outcomes: ArrayLike) -> Numbers:
    """Return the one-sided Brier score of each forecast: (p - o)², from 0 to 1.

    It counts one side of a yes-or-no question; Brier's sum over both sides is twice as much.

    >>> brier([0.9, 0.5], [1, 0]).round(2).tolist()
    [0.01, 0.25]
    """
    p, o = _pair(forecasts, outcomes)
    return (p - o) ** 2


def log_score(forecasts: ArrayLike, outcomes: ArrayLike) -> Numbers:
    """Return the logarithmic score: -ln of what was given to the outcome, clipped to 0.01–0.99.

    So no forecast costs more than 4.61, and none costs less than 0.01.

    >>> log_score([0.5, 0.0], [1, 1]).round(3).tolist()
    [0.693, 4.605]
    """
    p, o = _pair(forecasts, outcomes)
    clipped = np.clip(p, CLIP, 1 - CLIP)
    score: Numbers = -np.log(np.where(o == 1, clipped, 1 - clipped))
    return score


def rps(forecasts: ArrayLike, outcomes: ArrayLike) -> Numbers:
    """Return the ranked probability score of forecasts over ordered outcomes.

    `forecasts` has shape (questions, outcomes), each row adding up to 1; `outcomes` holds the place of
    what came true. The score is the sum of squared differences of cumulative probabilities, not
    divided by the number of outcomes: with two it is the one-sided Brier score.

    >>> rps([[0.2, 0.5, 0.3]], [2]).round(2).tolist()
    [0.53]
    """
    p, places = np.asarray(forecasts, dtype=np.float64), np.asarray(outcomes)
    if p.ndim != 2 or places.shape != p.shape[:1]:
        raise UsageError("forecasts over outcomes are a table with one row for each question")
    if not (p >= 0).all() or not np.allclose(p.sum(axis=1), 1, atol=1e-6):
        raise UsageError("the probabilities of a question do not add up to 1")
    if not np.isin(places, np.arange(p.shape[1])).all():
        raise UsageError("an outcome is none of those forecast")
    came = np.arange(p.shape[1]) >= places[:, None]
    score: Numbers = ((p.cumsum(axis=1) - came) ** 2).sum(axis=1)
    return score


def crps_sample(samples: ArrayLike, outcomes: ArrayLike) -> Numbers:
    """Return the continuous ranked probability score of samples, shape (questions, samples).

    E|X - y| - E|X - X'| / 2 with the samples as the whole distribution (every pair counted, each
    with itself too), in the unit of the quantity. Sorting makes it O(n log n).

    >>> crps_sample([[0.0, 2.0]], [1.0]).tolist()
    [0.5]
    """
    x, y = np.sort(np.asarray(samples, dtype=np.float64)), np.asarray(outcomes, dtype=np.float64)
    if x.ndim != 2 or y.shape != x.shape[:1] or not x.shape[1]:
        raise UsageError("samples are a table with one row for each question, not empty")
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise UsageError("a sample or an outcome is not finite")
    n = x.shape[1]
    ranks = 2 * np.arange(1, n + 1) - n - 1
    apart = (x * ranks).sum(axis=1) / n**2  # half the mean distance of two samples
    score: Numbers = np.abs(x - y[:, None]).mean(axis=1) - apart
    return score


def crps_normal(mean: float, deviation: float, outcome: float) -> float:
    """Return the continuous ranked probability score of a normal distribution (closed form).

    >>> round(crps_normal(0.0, 1.0, 0.0), 4)
    0.2337
    """
    if not deviation > 0:
        raise UsageError("a standard deviation is above 0", found=deviation)
    z = (outcome - mean) / deviation
    density = np.exp(-z * z / 2) / sqrt(2 * pi)
    return float(deviation * (z * erf(z / sqrt(2)) + 2 * density - 1 / sqrt(pi)))


def _pair(forecasts: ArrayLike, outcomes: ArrayLike) -> tuple[Numbers, Numbers]:
    p, o = np.asarray(forecasts, dtype=np.float64), np.asarray(outcomes, dtype=np.float64)
    if p.shape != o.shape:
        raise UsageError("forecasts and outcomes differ in number", found=f"{p.size} and {o.size}")
    if not ((p >= 0) & (p <= 1)).all():  # false for a missing number, too
        raise UsageError("a forecast is no probability", expected="numbers from 0 to 1")
    if not np.isin(o, (0.0, 1.0)).all():
        raise UsageError("an outcome is neither 0 nor 1")
    return p, o
