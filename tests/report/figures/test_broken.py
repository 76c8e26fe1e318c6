"""The broken axis: order is kept, nothing leaves the page, only empty years are cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.report.figures.broken import CUT, broken_axis

TIMES = st.lists(st.floats(1850, 2050), min_size=1, max_size=30)


@given(TIMES)
def test_times_keep_their_order_and_stay_on_the_page(times: list[float]) -> None:
    axis = broken_axis(times, 600)
    places = [axis.at(t) for t in sorted(times)]
    assert all(a <= b for a, b in pairwise(places))
    assert places[0] >= 0
    assert places[-1] <= 600 + 1e-6
    assert axis.places[-1][1] == pytest.approx(600)


@given(TIMES)
def test_only_years_without_anything_are_cut(times: list[float]) -> None:
    axis = broken_axis(times, 600, longest=5)
    for (_, last), (first, _) in pairwise(axis.stretches):
        assert not any(last < t < first for t in times)
        assert first - last > 3
    assert len(axis.cuts) == len(axis.stretches) - 1
    for (_, right), (left, _) in pairwise(axis.places):
        assert left - right == pytest.approx(CUT)


def test_by_hand() -> None:
    axis = broken_axis([1905.5, 2014.2, 2016.9], 100, longest=5)
    assert axis.stretches == ((1905.0, 1906.0), (2014.0, 2017.0))
    assert axis.at(1905) == 0
    assert axis.at(1990) == axis.places[1][0]
    assert axis.at(2030) == 100
    assert axis.ticks(1) == (1905, 2014, 2015, 2016)
    assert axis.ticks(20) == (1905, 2014, 2016)
    assert axis.ticks(90) == (1905, 2014)


def test_crowded_years_take_more_room() -> None:
    axis = broken_axis([1900.5, *(2010 + n / 10 for n in range(9))], 200)
    widths = [right - left for left, right in axis.places]
    assert widths[1] > 2 * widths[0]


def test_nothing_at_all() -> None:
    assert broken_axis([], 100).places == ((0.0, 100.0),)
