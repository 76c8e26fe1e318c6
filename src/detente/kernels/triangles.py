"""Numbers drawn about a best value: the quantiles of a triangular distribution."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["triangular"]


def triangular(
    u: NDArray[np.float64], low: ArrayLike, best: ArrayLike, high: ArrayLike
) -> NDArray[np.float64]:
    """Return the quantiles at `u` (0 to 1) of a density that rises from low to best and falls to high.

    The bounds are numbers, or arrays that broadcast with `u`.

    >>> triangular(np.array([0.0, 0.25, 1.0]), 0, 1, 4).tolist()
    [0.0, 1.0, 4.0]
    """
    bottom, peak, top = (np.asarray(x, dtype=np.float64) for x in (low, best, high))
    span, left, right = top - bottom, peak - bottom, top - peak
    rising: Any = bottom + np.sqrt(u * span * left)
    return np.where(u * span < left, rising, top - np.sqrt((1 - u) * span * right))
