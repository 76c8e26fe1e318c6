"""How sure a mean score is: a bootstrap of whole cases.

Questions of one case hang together, so drawing single questions would make intervals too narrow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.errors import UsageError

__all__ = ["Interval", "bootstrap_means", "interval"]

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Interval:
    """A range that holds the middle 90 % of resampled values."""

    low: float
    high: float


def bootstrap_means(
    values: Numbers, clusters: Sequence[str], draws: int = 2000, seed: int = 0
) -> Numbers:
    """Return the mean of each column in resamples of whole clusters, shape (draws, columns).

    `values` has shape (questions, columns); `clusters` names the case of each row. As many clusters
    are drawn as there are, with replacement; all their questions come along. One seed gives one set of
    draws, so that columns are compared on the same resamples.

    >>> bootstrap_means(np.array([[1.0], [1.0], [4.0]]), ["a", "a", "b"], 3).ravel().tolist()
    [4.0, 2.0, 1.0]
    """
    if len(clusters) != len(values) or not len(values):
        raise UsageError("a bootstrap needs values, each with its case")
    names, place = np.unique(np.asarray(clusters), return_inverse=True)
    sums = np.zeros((names.size, values.shape[1]))
    np.add.at(sums, place, values)
    sizes = np.bincount(place).astype(np.float64)
    random = np.random.Generator(np.random.PCG64(seed))
    drawn = random.integers(names.size, size=(draws, names.size))
    means: Numbers = sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)[:, None]
    return means


def interval(draws: Numbers, clusters: Sequence[str]) -> Interval | None:
    """Return the middle 90 % of draws; None where there is but one cluster to draw."""
    if len(set(clusters)) < 2:
        return None
    low, high = np.quantile(draws, (0.05, 0.95))
    return Interval(float(low), float(high))
