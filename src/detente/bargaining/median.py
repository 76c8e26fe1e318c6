"""The weighted median: what no other point of a line beats by a majority of weight.

Source: Black (1948), not checked. It holds for preferences with a single peak, however they fall
off on either side; in more than one dimension there is no such point in general.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.bargaining.positions import Numbers, Positions

__all__ = ["Median", "weighted_median"]

ROUNDING = 1e-12


@dataclass(frozen=True, eq=False)
class Median:
    """The unbeaten points: from `low` to `high`, which are the same unless weights tie."""

    low: Numbers
    high: Numbers

    @property
    def middle(self) -> Numbers:
        """The point half-way between the two."""
        half: Numbers = self.low + (self.high - self.low) / 2
        return half


def weighted_median(positions: Positions) -> Median:
    """Return the points with at most half of the weight on either side, for each draw.

    >>> m = weighted_median(Positions.of(["a", "b", "c"], [0, 40, 100], clout=[1, 1, 2]))
    >>> float(m.low), float(m.high)
    (40.0, 100.0)
    """
    order = np.argsort(positions.at, axis=-1, kind="stable")
    at = np.take_along_axis(positions.at, order, axis=-1)
    reached = np.take_along_axis(positions.shares, order, axis=-1).cumsum(axis=-1)
    first = (reached >= 0.5 - ROUNDING).argmax(axis=-1)
    last = (reached > 0.5 + ROUNDING).argmax(axis=-1)
    low, high = (np.take_along_axis(at, p[..., None], axis=-1)[..., 0] for p in (first, last))
    return Median(low, high)
