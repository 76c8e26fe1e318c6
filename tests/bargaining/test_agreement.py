"""Fair agreements: hand examples, the axioms, and a fine grid as the definition on a line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bargaining.drawn import numbers

from detente.bargaining.agreement import LossLine, settle
from detente.bargaining.compromise import compromise
from detente.bargaining.positions import Positions
from detente.errors import UsageError

RULES = ["nash", "kalai-smorodinsky", "egalitarian"]


@st.composite
def tables(draw: st.DrawFn):
    """Return utilities of two or three parties over packages, on a coarse grid so that some tie."""
    parties, packages = draw(st.integers(2, 3)), draw(st.integers(1, 6))
    row = st.lists(st.integers(-2, 8), min_size=packages, max_size=packages)
    return np.array([draw(row) for _ in range(parties)], dtype=float)


def best_of(u, d, rule, powers) -> set[int]:
    """Return the packages that a rule picks, as one reads its definition."""
    good = [k for k in range(u.shape[1]) if all(u[i, k] > d[i] for i in range(len(u)))]
    scores = {}
    for k in good:
        gains = [u[i, k] - d[i] for i in range(len(u))]
        ideals = [max(u[i, g] - d[i] for g in good) for i in range(len(u))]
        if rule == "nash":
            scores[k] = float(np.prod([g**b for g, b in zip(gains, powers, strict=True)]))
        elif rule == "egalitarian":
            scores[k] = min(gains)
        else:
            scores[k] = min(g / i for g, i in zip(gains, ideals, strict=True))
    top = max(scores.values(), default=0)
    return {k for k, s in scores.items() if s >= top * (1 - 1e-9)}


@given(tables(), st.sampled_from(RULES), st.lists(numbers(0.5, 3), min_size=3, max_size=3))
def test_equals_the_definition(u, rule, powers) -> None:
    d = np.zeros(len(u))
    powers = powers[: len(u)] if rule == "nash" else []
    found = settle(u, d, rule, powers)
    assert set(found.packages) == best_of(u, d, rule, powers or [1] * len(u))
    assert found.gains.shape == (len(u), len(found.packages))
    for k in found.packages:  # nothing is better for all
        assert not ((u > u[:, [k]]).all(axis=0)).any()


@given(tables(), numbers(0.1, 9), numbers(-20, 20))
def test_units_of_one_party_do_not_matter(u, scale, shift) -> None:
    d = np.zeros(len(u))
    other, moved = u.copy(), d.copy()
    other[0], moved[0] = u[0] * scale + shift, shift
    for rule in ("nash", "kalai-smorodinsky"):
        assert settle(u, d, rule).packages == settle(other, moved, rule).packages


def test_power_pulls_and_egalitarian_compares() -> None:
    u = [[1, 2, 4], [4, 3, 1]]
    assert [settle(u, [0, 0], "nash", [b, 1]).packages for b in (0.1, 1, 5)] == [(0,), (1,), (2,)]
    assert settle([[1, 30], [4, 1]], [0, 0], "egalitarian").packages == (0, 1)
    assert settle([[1, 30], [4, 1]], [0, 0], "kalai-smorodinsky").packages == (1,)


def test_no_package_that_suits_all_leaves_none() -> None:
    found = settle([[1, 2], [0, -1]], [0, 0])
    assert (found.packages, found.gains.shape) == ((), (2, 0))


@pytest.mark.parametrize(
    ("u", "d", "more", "said"),
    [
        ([[1]], [0, 0], {}, "parties by packages"),
        ([1], [0], {}, "parties by packages"),
        ([[np.nan]], [0], {}, "parties by packages"),
        ([[1]], [0], {"rule": "fair"}, "unknown rule"),
        ([[1]], [0], {"powers": [0]}, "one power above 0"),
        ([[1]], [0], {"powers": [1, 1]}, "one power above 0"),
        ([[1]], [0], {"rule": "egalitarian", "powers": [1]}, "only the Nash rule"),
    ],
)
def test_what_does_not_fit_is_refused(u, d, more, said) -> None:
    with pytest.raises(UsageError, match=said):
        settle(u, d, **more)


@st.composite
def lines(draw: st.DrawFn) -> LossLine:
    """Return two to four parties on a line, all of whom gain somewhere between their ideals."""
    count = draw(st.integers(1, 4))
    ideals = np.array(draw(st.lists(numbers(0, 100), min_size=count, max_size=count)))
    salience = np.array(draw(st.lists(numbers(0.1, 2), min_size=count, max_size=count)))
    reach = np.array(draw(st.lists(numbers(5, 120), min_size=count, max_size=count)))
    return LossLine(ideals, salience, salience * reach**2)


@settings(max_examples=60)
@given(lines(), st.sampled_from(RULES))
def test_no_point_of_a_fine_grid_is_better(line: LossLine, rule) -> None:
    found = line.settle(rule)
    zone = line.zone
    if not zone.low < zone.high:
        assert found is None
        return
    assert found is not None
    ideals = np.array([line.gains(min(max(x, zone.low), zone.high))[k]
                       for k, x in enumerate(line.ideals)])  # fmt: skip

    def score(x: float) -> float:
        gains = line.gains(x)
        if (gains <= 0).any():
            return -np.inf
        if rule == "nash":
            return float(np.log(gains).sum())
        return float((gains / (ideals if rule == "kalai-smorodinsky" else 1)).min())

    best = max(score(x) for x in np.linspace(zone.low, zone.high, 400))
    assert score(found) >= best - 1e-9 * max(1, abs(best))


def test_where_no_agreement_is_terrible_nash_is_the_compromise() -> None:
    found = Positions.of(["a", "b", "c"], [0, 40, 100], [1, 0.5, 0.2], [1, 1, 1])
    line = LossLine(found.at, found.salience, np.full(3, 1e9))
    assert line.settle() == pytest.approx(float(compromise(found)), abs=0.01)


def test_power_on_a_line() -> None:
    line = LossLine(np.array([0.0, 100.0]), np.ones(2), np.full(2, 120.0**2))
    points = [line.settle("nash", [b, 1]) for b in (0.5, 1, 2)]
    assert points == sorted(points, reverse=True)
    assert points[1] == pytest.approx(50)


def test_today_at_one_partys_ideal_leaves_only_today() -> None:
    line = LossLine.against([0, 100], [1, 1], today=0)
    assert (line.zone.low, line.zone.high) == (0, 0)
    assert line.settle() is line.settle("egalitarian") is None
    between = LossLine.against([0, 100], [1, 1], today=50)
    assert (between.zone.low, between.zone.high, between.settle()) == (50, 50, None)


def test_one_party_gets_its_ideal() -> None:
    line = LossLine.against([30], [1], today=10)
    for rule in RULES:
        assert line.settle(rule) == pytest.approx(30)


@pytest.mark.parametrize(
    ("ideals", "salience", "stakes", "said"),
    [
        ([0, 1], [1], [1, 1], "one number for each"),
        ([], [], [], "one number for each"),
        ([np.nan], [1], [1], "finite"),
        ([0], [0], [1], "salience is above 0"),
        ([0], [1], [-1], "salience is above 0"),
    ],
)
def test_lines_that_do_not_fit_are_refused(ideals, salience, stakes, said) -> None:
    with pytest.raises(UsageError, match=said):
        LossLine(*(np.array(a, dtype=float) for a in (ideals, salience, stakes)))
