"""Projection: optimal by the conditions of Karush, Kuhn and Tucker, and equal to known special cases."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.kernels.projection import nearest, non_negative

SEEDS = st.integers(0, 10**6)


@given(SEEDS, st.integers(1, 6), st.integers(1, 6))
def test_non_negative_least_squares_is_optimal(seed: int, m: int, n: int) -> None:
    draw = np.random.default_rng(seed)
    matrix, target = draw.normal(size=(m, n)), draw.normal(size=m)
    x = non_negative(matrix, target)
    gradient = matrix.T @ (target - matrix @ x)
    assert (x >= 0).all()
    assert (gradient <= 1e-7).all()
    assert np.abs(gradient[x > 1e-9]).max(initial=0) <= 1e-7


def simplex(point: np.ndarray) -> np.ndarray:
    """The nearest point of the simplex, by sorting: subtract one number, cut at zero."""
    ordered = np.sort(point)[::-1]
    sums = (np.cumsum(ordered) - 1) / np.arange(1, len(point) + 1)
    return np.maximum(point - sums[np.flatnonzero(ordered > sums)[-1]], 0)


@given(SEEDS, st.integers(1, 7))
def test_the_simplex_by_sorting(seed: int, n: int) -> None:
    point = np.random.default_rng(seed).uniform(-1, 2, n)
    normals = np.vstack([np.eye(n), np.ones(n), -np.ones(n)])
    bounds = np.array([0.0] * n + [1.0, -1.0])
    assert nearest(point, normals, bounds) == pytest.approx(simplex(point), abs=1e-8)


@given(SEEDS, st.integers(2, 6))
def test_a_rising_chain_by_pooling_neighbours(seed: int, n: int) -> None:
    point = np.random.default_rng(seed).uniform(0, 1, n)
    blocks: list[list[float]] = []
    for value in point:
        blocks.append([value])
        while len(blocks) > 1 and np.mean(blocks[-2]) > np.mean(blocks[-1]):
            last = blocks.pop()
            blocks[-1] += last
    pooled = np.concatenate([[np.mean(b)] * len(b) for b in blocks])
    normals = np.diff(np.eye(n), axis=0)
    assert nearest(point, normals, np.zeros(n - 1)) == pytest.approx(pooled, abs=1e-8)


def test_a_point_that_meets_all_stays() -> None:
    point = np.array([0.2, 0.8])
    assert nearest(point, np.eye(2), np.zeros(2)).tolist() == [0.2, 0.8]
    assert nearest(point, np.zeros((0, 2)), np.zeros(0)).tolist() == [0.2, 0.8]


def test_conditions_that_contradict_have_no_point() -> None:
    normals, bounds = np.array([[1.0], [-1.0]]), np.array([1.0, 0.0])
    assert nearest(np.array([0.5]), normals, bounds) is None
