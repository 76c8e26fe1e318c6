"""Alternating offers: published shares, outside options, deadlines by backward induction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bargaining.drawn import numbers

from detente.bargaining.offers import alternate, until_deadline
from detente.errors import UsageError

factors = numbers(0, 0.95)


def iterated(discounts, outside, steps=4000) -> float:
    """Return what the first proposer gets, by looking far ahead instead of solving."""
    share = 0.5
    for _ in range(steps):
        counter = 1 - max(discounts[0] * share, outside[0])
        share = 1 - max(discounts[1] * counter, outside[1])
    return share


def test_known_shares() -> None:
    assert alternate((0.9, 0.9)).proposer == pytest.approx(1 / 1.9)
    assert round(alternate((0.9, 0.9)).proposer, 3) == 0.526
    assert round(alternate((0.8, 0.95)).proposer, 2) == 0.21
    assert alternate((0.5, 0)).proposer == 1  # who cannot wait gets nothing


@given(factors, factors, numbers(0, 0.5), numbers(0, 0.5))
def test_equals_the_definition(first, second, own, other) -> None:
    found = alternate((first, second), (own, other))
    assert found.proposer == pytest.approx(iterated((first, second), (own, other)))
    assert found.proposer + found.responder == pytest.approx(1)
    assert found.agreed == 0
    assert found.proposer >= own - 1e-12
    assert found.responder >= other - 1e-12


@given(factors, factors, factors)
def test_the_less_patient_get_less(first, less, second) -> None:
    low, high = sorted([first, less])
    assert alternate((low, second)).proposer <= alternate((high, second)).proposer + 1e-12
    assert alternate((second, low)).responder <= alternate((second, high)).responder + 1e-12


def test_japan_loses_by_a_better_outside_option_of_russia() -> None:
    shares = [alternate((0.8, 0.95), (0, o)).proposer for o in (0, 0.5, 0.8, 0.9)]
    assert shares[0] == shares[1]  # an option that is worse than waiting is no threat
    assert shares[0] > shares[2] > shares[3] == pytest.approx(0.1)


def test_options_worth_more_than_the_whole_leave_no_agreement() -> None:
    found = alternate((0.9, 0.9), (0.7, 0.4))
    assert (found.proposer, found.responder, found.agreed) == (0.7, 0.4, None)


@given(factors, factors, numbers(0, 0.5), numbers(0, 0.5))
def test_a_far_deadline_is_none(first, second, own, other) -> None:
    far = until_deadline((first, second), 400, (own, other))
    assert far.proposer == pytest.approx(alternate((first, second), (own, other)).proposer)


def test_deadlines_by_hand() -> None:
    assert until_deadline((0.9, 0.5), 1).proposer == 1
    assert until_deadline((0.9, 0.5), 2).proposer == pytest.approx(0.5)
    assert until_deadline((0.9, 0.5), 3).proposer == pytest.approx(1 - 0.5 * (1 - 0.9))
    costly = until_deadline((0.9, 0.5), 1, without=(0.2, 0.3))
    assert (costly.proposer, costly.responder) == pytest.approx((0.7, 0.3))


def test_no_agreement_before_a_deadline() -> None:
    none = until_deadline((0.9, 0.9), 1, without=(0.7, 0.6))
    assert (none.proposer, none.responder, none.agreed) == (0.7, 0.6, None)
    left = until_deadline((0.9, 0.9), 3, outside=(0.7, 0.6))
    assert (left.proposer, left.responder, left.agreed) == (0.7, 0.6, None)
    later = until_deadline((1 - 1e-9, 0), 2, outside=(0, 0), without=(0, 0))
    assert later.agreed == 0


@given(st.integers(1, 12), factors, factors)
def test_the_last_word_is_worth_most(rounds, first, second) -> None:
    found = until_deadline((first, second), rounds)
    assert found.proposer + found.responder == pytest.approx(1)
    if rounds % 2:  # the first proposer also makes the last offer
        assert found.proposer >= until_deadline((first, second), rounds + 1).proposer - 1e-12


@pytest.mark.parametrize(
    ("discounts", "outside", "said"),
    [
        ((1, 0.5), (0, 0), "0 to below 1"),
        ((0.5, -0.1), (0, 0), "0 to below 1"),
        ((0.5, 0.5), (0, 1.2), "share of what is divided"),
        ((0.5, float("nan")), (0, 0), "0 to below 1"),
    ],
)
def test_numbers_out_of_range_are_refused(discounts, outside, said) -> None:
    for call in (alternate, lambda d, o: until_deadline(d, 2, o)):
        with pytest.raises(UsageError, match=said):
            call(discounts, outside)
    with pytest.raises(UsageError, match="one round"):
        until_deadline((0.5, 0.5), 0)
