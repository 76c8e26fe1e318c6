"""Uncertain values and draws that depend on nothing but seed, name and run."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from detente.case.fields import Estimate
from detente.forecast.uncertain import Draws, Sure, Triangular, Uniform, uncertain

SEEDS = st.integers(0, 2**64)


def test_estimates_become_distributions() -> None:
    assert uncertain(Estimate.read("70")) == Sure(70)
    assert uncertain(Estimate.read("40..60")) == Uniform(40, 60)
    assert uncertain(Estimate.read("very likely")) == Uniform(80, 95)
    three = Estimate.read({"low": 10, "best": 20, "high": 60})
    assert uncertain(three) == Triangular(10, 20, 60)


@given(st.integers(-9, 9), st.integers(0, 9), st.integers(0, 9), st.floats(0, 1))
def test_quantiles_of_three_points_invert_the_distribution(
    low: int, left: int, right: int, u: float
) -> None:
    best, high = low + left, low + left + right
    assume(high > low)
    x = float(Triangular(low, best, high).at(np.array(u)))
    span = high - low
    if x < best:
        share = (x - low) ** 2 / (span * (best - low))
    else:
        share = 1 - ((high - x) ** 2 / (span * (high - best)) if high > best else 0)
    assert low - 1e-9 <= x <= high + 1e-9
    assert share == pytest.approx(u, abs=1e-4)


def test_means_of_draws() -> None:
    draws = Draws(1)
    three = draws.of("t", Triangular(0, 1, 5), 20_000)
    assert three.mean() == pytest.approx(2.0, abs=0.03)
    assert draws.of("u", Uniform(2, 4), 20_000).mean() == pytest.approx(3.0, abs=0.02)
    assert draws.of("s", Sure(3), 5).tolist() == [3.0] * 5


@given(SEEDS, st.text(max_size=20), st.integers(0, 200), st.integers(0, 50))
def test_a_run_is_drawn_alike_whoever_draws_it(
    seed: int, name: str, first: int, count: int
) -> None:
    draws = Draws(seed)
    whole = draws.shares(name, first + count)
    draws.shares("something else", 7)
    assert (draws.shares(name, count, first) == whole[first:]).all()


def test_names_and_seeds_give_other_draws() -> None:
    a, b = Draws(1).shares("a", 4000), Draws(1).shares("b", 4000)
    assert abs(np.corrcoef(a, b)[0, 1]) < 0.06
    assert (Draws(2).shares("a", 9) != a[:9]).all()
    assert a.min() >= 0
    assert a.max() < 1
    assert a.mean() == pytest.approx(0.5, abs=0.02)
