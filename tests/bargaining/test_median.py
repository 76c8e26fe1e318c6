"""The weighted median: no point of the line beats it, and every other point is beaten."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from tests.bargaining.drawn import positions

from detente.bargaining.median import weighted_median
from detente.bargaining.positions import Positions


def ahead(found: Positions, x: float, y: float) -> float:
    """Return by how much weight x beats y, where all prefer what is nearer."""
    nearer = np.sign(np.abs(found.at - y) - np.abs(found.at - x))
    return float((found.shares * nearer).sum())


@settings(max_examples=40)
@given(positions())
def test_it_is_the_condorcet_winner(found: Positions) -> None:
    m = weighted_median(found)
    low, high = float(m.low), float(m.high)
    rivals = {*found.at.tolist(), *np.linspace(-5, 105, 23).tolist()}
    for x in (low, float(m.middle), high):
        assert all(ahead(found, x, y) >= -1e-9 for y in rivals)
    for y in rivals:  # a point just nearer to the median beats whatever lies outside
        if not low <= y <= high:
            nearest = low if y < low else high
            assert ahead(found, nearest, y) > 1e-9


def test_by_hand() -> None:
    one = weighted_median(Positions.of(["a", "b", "c"], [90, 0, 40], clout=[1, 1, 1]))
    assert (float(one.low), float(one.high)) == (40, 40)
    two = weighted_median(Positions.of(["a", "b"], [0, 100]))
    assert (float(two.low), float(two.high), float(two.middle)) == (0, 100, 50)
    strong = weighted_median(Positions.of(["a", "b", "c"], [0, 50, 100], clout=[0.2, 0.2, 0.7]))
    assert float(strong.low) == float(strong.high) == 100


def test_tenths_that_add_up_to_a_half_tie() -> None:
    found = weighted_median(Positions.of(list("abcd"), [0, 10, 20, 90], clout=[0.1, 0.2, 0.2, 0.5]))
    assert (float(found.low), float(found.high)) == (20, 90)


def test_actors_without_weight_are_no_median() -> None:
    found = weighted_median(Positions.of(list("abc"), [0, 30, 100], clout=[1, 0, 1]))
    assert (float(found.low), float(found.high)) == (0, 100)


def test_each_draw_has_its_own() -> None:
    found = weighted_median(Positions.of(["a", "b", "c"], [[0, 1, 2], [9, 5, 7]]))
    assert found.low.tolist() == found.high.tolist() == [1, 7]
