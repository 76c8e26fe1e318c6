"""Scoring rules against a library of them, and what makes them proper."""

from __future__ import annotations

import math

import numpy as np
import pytest
import scoringrules
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import UsageError
from detente.forecast.scores.rules import brier, crps_normal, crps_sample, log_score, rps

P = st.floats(0, 1)
NUMBERS = st.floats(-1e3, 1e3)


@given(st.lists(st.tuples(P, st.booleans()), min_size=1, max_size=20))
def test_brier_equals_the_library(pairs: list[tuple[float, bool]]) -> None:
    p, o = np.array([x for x, _ in pairs]), np.array([float(x) for _, x in pairs])
    assert brier(p, o) == pytest.approx(scoringrules.brier_score(o, p))


@given(st.lists(st.tuples(st.floats(0.01, 0.99), st.booleans()), min_size=1, max_size=20))
def test_log_equals_the_library_where_nothing_is_clipped(pairs: list[tuple[float, bool]]) -> None:
    p, o = np.array([x for x, _ in pairs]), np.array([float(x) for _, x in pairs])
    assert log_score(p, o) == pytest.approx(scoringrules.log_score(o, p))


def test_log_is_clipped_at_one_percent() -> None:
    assert log_score([0.0, 0.005, 0.01], [1, 1, 1]).tolist() == [-math.log(0.01)] * 3
    assert log_score([1.0, 1.0], [1, 0]) == pytest.approx([-math.log(0.99), -math.log(0.01)])


@given(st.lists(st.integers(0, 9), min_size=2, max_size=6).filter(any), st.data())
def test_rps_equals_the_library(weights: list[int], data: st.DataObject) -> None:
    p = np.array(weights) / sum(weights)
    came = data.draw(st.integers(0, len(weights) - 1))
    expected = scoringrules.rps_score(np.array([came + 1]), p[None, :], k_axis=-1)
    assert rps([p], [came])[0] == pytest.approx(float(np.ravel(expected)[0]), abs=1e-9)


@given(P, st.booleans())
def test_rps_of_two_outcomes_is_brier(p: float, came: bool) -> None:
    assert rps([[1 - p, p]], [int(came)]) == pytest.approx(brier([p], [came]))


@given(st.lists(NUMBERS, min_size=1, max_size=12), NUMBERS)
def test_crps_of_samples_equals_the_definition_and_the_library(
    samples: list[float], outcome: float
) -> None:
    x = np.array(samples)
    naive = np.abs(x - outcome).mean() - np.abs(x[:, None] - x[None, :]).mean() / 2
    found = crps_sample([samples], [outcome])[0]
    assert found == pytest.approx(naive, abs=1e-7)
    library = scoringrules.crps_ensemble(np.array([outcome]), x[None, :], estimator="nrg")
    assert found == pytest.approx(float(np.ravel(library)[0]), abs=1e-7)


@given(NUMBERS, st.floats(0.01, 100), NUMBERS)
def test_crps_of_a_normal_equals_the_library(mean: float, deviation: float, outcome: float) -> None:
    library = scoringrules.crps_normal(outcome, mean, deviation)
    assert crps_normal(mean, deviation, outcome) == pytest.approx(float(library), abs=1e-7)


@given(st.floats(0.02, 0.98), st.floats(0.02, 0.98))
def test_the_rules_are_proper(truth: float, said: float) -> None:
    for rule in (brier, log_score):

        def mean(p: float, rule=rule) -> float:
            return float(truth * rule([p], [1])[0] + (1 - truth) * rule([p], [0])[0])

        assert mean(truth) <= mean(said) + 1e-12


@pytest.mark.parametrize("bad", [-0.1, 1.1, math.nan, math.inf])
def test_what_is_no_probability_is_refused(bad: float) -> None:
    with pytest.raises(UsageError, match="no probability"):
        brier([0.5, bad], [0, 1])


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(UsageError, match="neither 0 nor 1"):
        log_score([0.5], [0.5])
    with pytest.raises(UsageError, match="2 and 1"):
        brier([0.5, 0.5], [1])
    with pytest.raises(UsageError, match="add up"):
        rps([[0.5, 0.6]], [0])
    with pytest.raises(UsageError, match="add up"):
        rps([[1.5, -0.5]], [0])
    with pytest.raises(UsageError, match="none of those"):
        rps([[0.5, 0.5]], [2])
    with pytest.raises(UsageError, match="one row"):
        rps([[0.5, 0.5]], [0, 1])
    with pytest.raises(UsageError, match="not empty"):
        crps_sample([[]], [0.0])
    with pytest.raises(UsageError, match="finite"):
        crps_sample([[math.inf]], [0.0])
    with pytest.raises(UsageError, match="above 0"):
        crps_normal(0, 0, 0)
