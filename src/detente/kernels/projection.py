"""The nearest point that meets linear conditions: a small quadratic programme, solved exactly.

Source: Lawson & Hanson (1974), Solving Least Squares Problems, chapter 23: non-negative least
squares (NNLS) and least distance programming (LDP). Algorithm implemented from memory of the
book, not checked against it; tests hold it to the conditions of Karush, Kuhn and Tucker.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["nearest", "non_negative"]

Floats = NDArray[np.float64]
_SMALL = 1e-10


def non_negative(matrix: Floats, target: Floats) -> Floats:
    """Return the x >= 0 that brings `matrix @ x` nearest to `target` (least squares).

    `matrix` has shape (m, n), `target` (m,). An active-set method: finite, exact up to rounding,
    with one small least-squares solution a step. Raises `ArithmeticError` if rounding keeps it
    from settling, rather than return what is not the nearest.

    >>> non_negative(np.eye(2), np.array([1.0, -1.0])).tolist()
    [1.0, 0.0]
    """
    n = matrix.shape[1]
    x, free = np.zeros(n), np.zeros(n, dtype=bool)
    scale = max(1.0, float(np.abs(matrix).max(initial=0.0)))
    for _ in range(10 * n + 10):
        gradient = matrix.T @ (target - matrix @ x)
        gradient[free] = -np.inf
        if not n or gradient.max() <= _SMALL * scale:
            return x
        free[int(gradient.argmax())] = True
        x, free = _inner(matrix, target, x, free)
    raise ArithmeticError("non-negative least squares did not settle")


def _inner(
    matrix: Floats, target: Floats, x: Floats, free: NDArray[np.bool_]
) -> tuple[Floats, NDArray[np.bool_]]:
    """Solve on the free columns; step back to the boundary while that leaves x >= 0."""
    while True:
        trial = np.zeros_like(x)
        trial[free] = np.linalg.lstsq(matrix[:, free], target, rcond=None)[0]
        below = free & (trial <= 0)
        if not below.any():
            return trial, free
        step = float((x[below] / (x[below] - trial[below])).min(initial=1.0))
        x = x + step * (trial - x)
        free = free & (x > _SMALL)
        x[~free] = 0.0


def nearest(point: Floats, normals: Floats, bounds: Floats) -> Floats | None:
    """Return the point nearest to `point` with `normals @ x >= bounds`, None where there is none.

    `normals` has shape (conditions, n). An equation is two conditions. Distance is Euclidean; for
    weights scale the columns first.

    >>> nearest(np.array([0.9, 0.3]), np.array([[1.0, 1.0], [-1.0, -1.0]]), np.array([1.0, -1.0]))
    array([0.8, 0.2])
    """
    offset = bounds - normals @ point
    if not len(bounds) or offset.max() <= 0:
        return point.copy()
    stacked = np.vstack([normals.T, offset])
    target = np.zeros(len(point) + 1)
    target[-1] = 1.0
    residual = stacked @ non_negative(stacked, target) - target
    if np.linalg.norm(residual) < 1e-9 or residual[-1] >= 0:
        return None
    moved: Floats = point - residual[:-1] / residual[-1]
    return moved
