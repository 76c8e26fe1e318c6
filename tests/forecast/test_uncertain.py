"""Uncertain values and draws that depend on nothing but seed, name and run."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from detente.case.fields import Estimate
from detente.errors import UsageError
from detente.forecast.uncertain import Draws, Sure, Triangular, Uniform, drawn_weights, uncertain

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


def test_readings_come_as_often_as_their_weights_say() -> None:
    weights = {"x": Estimate.read("20"), "y": None, "z": Estimate.read("20..40")}
    found = Draws(0).choices("jp", weights, 9000)
    assert "y" not in found
    expected = np.mean(20 / (20 + np.linspace(20, 40, 1001)))
    assert found.count("x") / 9000 == pytest.approx(expected, abs=0.02)


def test_weights_add_up_in_each_run_and_a_word_is_a_weight() -> None:
    weights = {"x": Estimate.read("unlikely"), "z": Estimate.read("likely")}
    table = drawn_weights(Draws(0), "jp", weights, 50)
    assert table.sum(axis=1) == pytest.approx(np.ones(50))
    assert len(set(table[:, 0].tolist())) == 50
    assert (table[20:] == drawn_weights(Draws(0), "jp", weights, 30, first=20)).all()


def test_without_weights_the_first_reading_counts() -> None:
    assert Draws(0).choices("jp", {"x": None, "y": None}, 40) == ["x"] * 40


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ({}, "nothing to choose"),
        ({"x": Estimate(-1, 0, 1)}, "below 0"),
        ({"x": Estimate(0, 0, 0)}, "every weight is 0"),
    ],
)
def test_weights_that_say_nothing_are_refused(weights: dict[str, Estimate], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Draws(0).choices("jp", weights, 3)


def test_only_unsure_statements_change_places_and_only_with_a_neighbour() -> None:
    draws, unsure = Draws(5), [False, True, False, False]
    found = [draws.orders("jp", "abcd", unsure, run) for run in range(600)]
    expected = {tuple("abcd"), tuple("bacd"), tuple("acbd")}
    assert set(found) == expected
    assert all(found.count(order) > 150 for order in expected)
    assert draws.orders("jp", "abcd", [False] * 4, 3) == tuple("abcd")
    ends = {draws.orders("jp", "ab", [True, False], run) for run in range(60)}
    assert ends == {("a", "b"), ("b", "a")}
    assert draws.orders("jp", "a", [True], 0) == ("a",)
    assert found[17] == Draws(5).orders("jp", "abcd", unsure, 17)
