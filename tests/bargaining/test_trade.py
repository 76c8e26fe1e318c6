"""Exchange across issues: equal gains, limits, externalities, rounds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bargaining.drawn import numbers

from detente.bargaining.trade import Table, trade
from detente.errors import UsageError


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return two to five actors with weight on two or three issues."""
    n, p = draw(st.integers(2, 5)), draw(st.integers(2, 3))

    def grid(low: float, high: float) -> list[list[float]]:
        row = st.lists(numbers(low, high), min_size=p, max_size=p)
        return draw(st.lists(row, min_size=n, max_size=n))

    return Table.of(grid(0, 100), grid(0.05, 1), grid(0.1, 1))


def test_two_actors_by_hand() -> None:
    table = Table.of([[0, 0], [100, 100]], [[0.9, 0.1], [0.1, 0.9]])
    (found,) = trade(table)
    (deal,) = found.deals
    assert (deal.first, deal.second, deal.won, deal.given) == (0, 1, 0, 1)
    assert found.after == pytest.approx([0, 100])
    assert deal.gain == pytest.approx(10 * 0.9 - 10 * 0.1)
    assert deal.effects == pytest.approx([8, 8])


def test_an_outsider_may_lose() -> None:
    table = Table.of(
        [[0, 0], [100, 100], [60, 40]], [[0.9, 0.1], [0.1, 0.9], [0.2, 0.2]], [[1, 1]] * 3
    )
    (found,) = trade(table)
    deal = found.deals[0]
    assert deal.effects[0] == pytest.approx(deal.gain)
    assert deal.effects[2] < 0


def test_the_same_salience_or_the_same_side_leaves_nothing_to_trade() -> None:
    assert trade(Table.of([[0, 0], [100, 100]], [[0.5, 0.5], [0.9, 0.9]]))[0].deals == ()
    assert trade(Table.of([[0, 50], [0, 50]], [[0.9, 0.1], [0.1, 0.9]]))[0].deals == ()
    assert trade(Table.of([[5, 5]], [[0.9, 0.1]]))[0].deals == ()


@settings(max_examples=30)
@given(tables())
def test_what_must_hold_of_every_round(table: Table) -> None:
    for found in trade(table, rounds=2):
        used = [(d.second, d.won) for d in found.deals] + [(d.first, d.given) for d in found.deals]
        assert len(used) == len(set(used))
        for deal in found.deals:
            assert deal.gain > 0
        assert (found.after >= table.at.min(axis=0) - 1e-6).all()
        assert (found.after <= table.at.max(axis=0) + 1e-6).all()


@settings(max_examples=30)
@given(tables())
def test_the_first_deal_gains_the_same_for_both_and_is_the_best(table: Table) -> None:
    deals = trade(table)[0].deals
    options = feasible(table)
    if not deals:
        assert max(options, default=0) < 1e-6
        return
    first = deals[0]
    assert first.effects[[first.first, first.second]] == pytest.approx([first.gain] * 2, abs=1e-6)
    assert first.gain == pytest.approx(max(options), abs=1e-6)


def feasible(table: Table) -> list[float]:
    """Return the equal gain of every exchange that is possible, as one reads the definition."""
    x, s, w = table.at, table.salience, table.clout * table.salience
    total, found = w.sum(axis=0), []
    o = (w * x).sum(axis=0) / total
    for i in range(len(x)):
        for j in range(len(x)):
            for p in range(x.shape[1]):
                for q in range(x.shape[1]):
                    opposed = all((x[i, k] - o[k]) * (x[j, k] - o[k]) < 0 for k in (p, q))
                    if p == q or not opposed or not s[i, p] * s[j, q] > s[i, q] * s[j, p]:
                        continue
                    ratio = (s[i, q] + s[j, q]) / (s[i, p] + s[j, p])
                    most_p = min(abs(x[i, p] - x[j, p]) * w[j, p] / total[p], abs(o[p] - x[i, p]))
                    most_q = min(abs(x[i, q] - x[j, q]) * w[i, q] / total[q], abs(o[q] - x[j, q]))
                    d_q = min(most_q, most_p / ratio)
                    found.append(ratio * d_q * s[i, p] - d_q * s[i, q])
    return found


def test_positions_follow_part_of_the_way() -> None:
    table = Table.of([[0, 0], [100, 100]], [[0.9, 0.1], [0.1, 0.9]])
    first, second = trade(table, rounds=2)
    follow = 0.4 * (1 - 0.1) + 0.1  # of the one who gave way on an issue of little salience to it
    moved = 100 * (1 - follow) + 0 * follow
    assert second.before[0] == pytest.approx(0.1 * moved)
    assert first.after[0] != second.before[0]


@pytest.mark.parametrize(
    ("at", "salience", "clout", "said"),
    [
        ([[1, 2]], [[1]], 1, "actors by issues"),
        ([[1, np.nan]], [[1, 1]], 1, "finite"),
        ([[1, 2]], [[1, 1.2]], 1, "0 to 1"),
        ([[1, 2]], [[1, 1]], -1, "0 to 1"),
        ([[1, 2]], [[1, 0]], 1, "nobody has any weight"),
    ],
)
def test_tables_that_do_not_fit_are_refused(at, salience, clout, said) -> None:
    with pytest.raises(UsageError, match=said):
        Table.of(at, salience, clout)
    with pytest.raises(UsageError, match="one round"):
        trade(Table.of([[1, 2]], [[1, 1]]), 0)
