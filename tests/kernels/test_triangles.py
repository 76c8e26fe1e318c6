"""Quantiles of a triangular distribution, against its distribution function."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.kernels.triangles import triangular

NUMBER = st.integers(-9, 9)


def share_below(x: float, low: float, best: float, high: float) -> float:
    if x <= best:
        return (x - low) ** 2 / ((high - low) * (best - low)) if best > low else 0.0
    return 1 - (high - x) ** 2 / ((high - low) * (high - best))


@given(NUMBER, st.integers(0, 9), st.integers(1, 9), st.floats(0, 1))
def test_a_quantile_has_its_share_below_it(low: int, left: int, right: int, u: float) -> None:
    best, high = low + left, low + left + right
    (x,) = triangular(np.array([u]), low, best, high)
    assert low - 1e-9 <= x <= high + 1e-9
    assert share_below(x, low, best, high) == pytest.approx(u, abs=1e-6)


def test_bounds_may_differ_from_column_to_column() -> None:
    u = np.array([[0.0, 0.0], [1.0, 1.0]])
    found = triangular(u, np.array([0, 1]), np.array([1, 1]), np.array([2, 5]))
    assert found.tolist() == [[0.0, 1.0], [2.0, 5.0]]
