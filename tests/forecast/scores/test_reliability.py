"""Reliability: the isotonic curve against a library, and an exact decomposition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import isotonic_regression

from detente.errors import UsageError
from detente.forecast.scores.reliability import pooled, reliability
from detente.forecast.scores.rules import brier

PAIRS = st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=1, max_size=40)


def arrays(pairs: list[tuple[int, bool]]) -> tuple[np.ndarray, np.ndarray]:
    ordered = sorted(pairs, key=lambda pair: pair[0])
    return np.array([p / 6 for p, _ in ordered]), np.array([float(o) for _, o in ordered])


@given(PAIRS)
def test_the_curve_equals_the_library(pairs: list[tuple[int, bool]]) -> None:
    p, o = arrays(pairs)
    values, place, count = np.unique(p, return_inverse=True, return_counts=True)
    means = np.bincount(place, weights=o) / count
    expected = isotonic_regression(means, weights=count).x[place]
    assert len(values) == len(means)
    assert pooled(p, o) == pytest.approx(expected)


@given(PAIRS)
def test_the_parts_add_up_and_none_is_negative(pairs: list[tuple[int, bool]]) -> None:
    p, o = arrays(pairs)
    r = reliability(p, o)
    assert r.score == pytest.approx(float(brier(p, o).mean()))
    assert r.miscalibration - r.discrimination + r.uncertainty == pytest.approx(r.score)
    assert min(r.miscalibration, r.discrimination, r.uncertainty) >= -1e-12
    assert r.uncertainty == pytest.approx(o.mean() * (1 - o.mean()))


@given(PAIRS, st.randoms())
def test_order_does_not_matter_and_levels_rise(pairs: list[tuple[int, bool]], random) -> None:
    p, o = arrays(pairs)
    shuffled = list(range(len(p)))
    random.shuffle(shuffled)
    found, again = reliability(p, o), reliability(p[shuffled], o[shuffled])
    assert again.levels == found.levels
    came = [level.came_true for level in found.levels]
    assert came == sorted(set(came))
    assert sum(level.count for level in found.levels) == len(p)
    assert all(a.high < b.low for a, b in zip(found.levels, found.levels[1:], strict=False))


def test_a_perfect_and_an_upside_down_forecaster() -> None:
    perfect = reliability([0.0, 1.0], [0, 1])
    assert (perfect.score, perfect.miscalibration, perfect.discrimination) == (0, 0, 0.25)
    wrong = reliability([0.0, 1.0], [1, 0])
    assert (wrong.score, wrong.discrimination, len(wrong.levels)) == (1.0, 0.0, 1)


def test_nothing_to_score() -> None:
    with pytest.raises(UsageError, match="nothing to score"):
        reliability([], [])
