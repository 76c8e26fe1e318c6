"""Zones of agreement: common parts, ranges of a fight, divisions, and what suits all."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bargaining.drawn import numbers
from tests.casebook.shipped import open_shipped

from detente.bargaining.zone import (
    Zone,
    bargaining_range,
    common,
    divisions_in,
    mutual,
    within_reach,
)
from detente.errors import UsageError
from detente.stability.graph import build_graph

ISLANDS = {"none": 0.0, "two small": 0.07, "three": 0.37, "half the area": 0.5, "four": 1.0}


@given(st.lists(st.tuples(numbers(0, 9), numbers(0, 9)), min_size=1, max_size=4), numbers(-1, 10))
def test_a_common_point_is_in_every_zone(ends, point) -> None:
    zones = [Zone(*e) for e in ends]
    assert (point in common(zones)) == all(point in z for z in zones)


def test_an_empty_zone_has_a_gap() -> None:
    found = common([within_reach(0, 10), within_reach(50, 10)])
    assert (found.empty, found.gap) == (True, 30)
    touching = common([Zone(0, 10), Zone(10, 20)])
    assert (touching.empty, touching.gap, 10 in touching) == (False, 0, True)


def test_divisions_that_cannot_be_split_may_miss_the_range() -> None:
    cheap = bargaining_range(0.2, (0.05, 0.05))
    assert divisions_in(ISLANDS, cheap) == ()
    assert divisions_in(ISLANDS, bargaining_range(0.3, (0.1, 0.2))) == ("three", "half the area")
    assert divisions_in(ISLANDS, bargaining_range(0, (0, 0.1))) == ("none", "two small")


def test_the_range_of_a_fight() -> None:
    found = bargaining_range(0.3, (0.1, 0.4))
    assert (found.low, found.high) == pytest.approx((0.2, 0.7))


def test_mutual_leaves_today_out_and_keeps_ties() -> None:
    values = [[1, 1, 2, 0], [1, 2, 1, 9]]
    assert mutual(values, 0) == (1, 2)
    assert mutual(values, 0, among=[1, 0, 1, 1]) == (2,)
    assert mutual([[0, 1], [1, 0]], 0) == ()


def levels(first: str) -> tuple[np.ndarray, int]:
    """Return ranks of Moscow and Tokyo over islands × money (0 to 3), and today's package."""
    packages = [(islands, money) for islands in (0, 2, 3, 4) for money in range(4)]
    key = (lambda i, m: (-i, m)) if first == "sovereignty" else (lambda i, m: (m, -i))
    moscow = [key(i, m) for i, m in packages]
    tokyo = [(i >= 2, i, -m) for i, m in packages]  # no treaty below two islands
    ranks = np.array([[sorted(k).index(x) for x in k] for k in (moscow, tokyo)])
    return ranks, packages.index((0, 0))


def test_no_money_buys_land_while_sovereignty_ranks_first() -> None:
    ranks, today = levels("sovereignty")
    land = np.array([i > 0 for i in (0, 2, 3, 4) for _ in range(4)])
    assert mutual(ranks, today, land) == ()
    ranks, today = levels("money")
    assert mutual(ranks, today, land)  # the test can fail


@pytest.mark.parametrize("money", [{"jf.invest": True}, {"jf.invest": False}])
def test_the_shipped_case_has_no_territorial_zone_at_any_level_of_money(money) -> None:
    graph = build_graph(open_shipped("japan-russia"), "2018-05")
    rows = [graph.deciders.index(d) for d in ("jp", "ru")]
    codes = np.arange(len(graph.feasible))
    bit = {o: codes >> k & 1 for k, o in enumerate(graph.options)}
    ceded = graph.feasible & (bit["ru.sov"] == 1)
    for option, value in money.items():
        ceded &= bit[option] == value
    assert ceded.any()
    assert mutual(graph.ranks[rows], graph.status_quo.code, ceded) == ()


@pytest.mark.parametrize(
    "call",
    [
        lambda: common([]),
        lambda: within_reach(0, -1),
        lambda: bargaining_range(1.2, (0, 0)),
        lambda: bargaining_range(0.5, (-1, 0)),
        lambda: mutual([[1, 2]], 2),
        lambda: mutual([1, 2], 0),
    ],
)
def test_what_makes_no_sense_is_refused(call) -> None:
    with pytest.raises(UsageError):
        call()
