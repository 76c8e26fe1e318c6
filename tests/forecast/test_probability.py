"""From shares to probabilities: never 0, never 100 %, and more runs are no evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.fields import Estimate
from detente.case.ledgers import Prior
from detente.errors import UsageError
from detente.forecast.probability import EVEN, Base, Probability, base_of

UNIT = st.floats(0, 1)


@st.composite
def probabilities(draw: st.DrawFn) -> Probability:
    runs = draw(st.integers(1, 5000))
    low, best, high = sorted(draw(st.tuples(UNIT, UNIT, UNIT)))
    base = Base(low, best, high, draw(st.floats(0.01, 1000)))
    return Probability(draw(st.integers(0, runs)), runs, draw(st.floats(0.01, 1000)), base)


@given(probabilities())
def test_it_lies_between_share_and_base_rate_within_its_range(p: Probability) -> None:
    assert 0.01 <= p.low <= p.value <= p.high <= 0.99
    between = sorted((p.share, p.base.best))
    clamped = [min(max(b, 0.01), 0.99) for b in between]
    assert clamped[0] - 1e-12 <= p.value <= clamped[1] + 1e-12


def test_the_mean_of_model_and_base_rate_by_their_worth() -> None:
    p = Probability(100, 400, 20, Base(0.05, 0.10, 0.20, 10))
    assert p.value == pytest.approx((0.25 * 20 + 0.10 * 10) / 30)
    assert p.low == pytest.approx(((0.25 - 2 * p.error) * 20 + 0.05 * 10) / 30)
    assert p.high == pytest.approx(((0.25 + 2 * p.error) * 20 + 0.20 * 10) / 30)


def test_more_runs_lower_the_error_and_nothing_else() -> None:
    few, many = (Probability(n // 4, n, 20, EVEN) for n in (400, 40_000))
    assert few.value == many.value
    assert few.error == pytest.approx(10 * many.error, rel=0.02)


def test_the_error_is_that_of_the_share_given_the_runs() -> None:
    assert Probability(1, 2, 20, EVEN).error == pytest.approx((1 / 20) ** 0.5)  # of Beta(2, 2)
    assert Probability(3, 4, 20, EVEN).error == pytest.approx((8 / 252) ** 0.5)  # of Beta(4, 2)


def test_none_of_four_hundred_is_neither_nothing_nor_without_error() -> None:
    none = Probability(0, 400, 1e9, Base(0, 0, 0, 1))
    assert (none.share, none.value, none.low) == (0, 0.01, 0.01)
    assert 0.002 < none.error < 0.003
    assert Probability(400, 400, 1e9, Base(1, 1, 1, 1)).value == 0.99


def test_the_base_rate_is_the_one_named() -> None:
    prior = Prior(likelihood=Estimate.read("3..8"), strength=12, because="Seldom.")
    base = base_of(prior)
    assert (base.low, base.best, base.high) == pytest.approx((0.03, 0.055, 0.08))
    assert (base.strength, base.because, base.named) == (12, "Seldom.", True)
    assert (base_of(None).best, base_of(None).named) == (0.5, False)
    with pytest.raises(UsageError, match="percentage"):
        base_of(Prior(likelihood=Estimate.read("90..120")))


@pytest.mark.parametrize(("hits", "runs"), [(-1, 3), (4, 3), (0, 0)])
def test_what_is_no_share_is_refused(hits: int, runs: int) -> None:
    with pytest.raises(UsageError, match="no share"):
        Probability(hits, runs, 20, EVEN)
