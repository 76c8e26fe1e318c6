"""Ratification: quotas, vetoes, win-sets, pivots, chances."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bargaining.drawn import numbers

from detente.bargaining.ratification import Chamber, leader_prefers
from detente.errors import TooLarge, UsageError

NAMES = tuple("abcde")


@st.composite
def chambers(draw: st.DrawFn) -> Chamber:
    """Return one to five factions with small whole weights, a quota and perhaps vetoes."""
    names = NAMES[: draw(st.integers(1, 5))]
    weights = draw(st.lists(st.integers(0, 4), min_size=len(names), max_size=len(names)))
    weights[0] += not any(weights)
    quota = draw(st.sampled_from([0, 0.25, 0.5, 2 / 3, 0.9, 1]))
    vetoes = tuple(sorted(draw(st.sets(st.sampled_from(names), max_size=2))))
    return Chamber(names, tuple(float(w) for w in weights), quota, vetoes)


def wins(chamber: Chamber, members: set[str]) -> bool:
    weight = sum(w for f, w in zip(chamber.factions, chamber.weights, strict=True) if f in members)
    share = weight / sum(chamber.weights)
    enough = share >= 1 if chamber.quota == 1 else share > chamber.quota + 1e-9
    return enough and set(chamber.vetoes) <= members


def votes_of(chamber: Chamber, members) -> list[bool]:
    return [f in members for f in chamber.factions]


def subsets(names):
    return [set(c) for k in range(len(names) + 1) for c in combinations(names, k)]


@given(chambers())
def test_passes_pivots_and_smallest_coalitions_equal_their_definitions(chamber: Chamber) -> None:
    winning = [s for s in subsets(chamber.factions) if wins(chamber, s)]
    for members in subsets(chamber.factions):
        assert bool(chamber.passes(votes_of(chamber, members))) == (members in winning)
        pivots = {f for f in chamber.factions if (members ^ {f} in winning) != (members in winning)}
        assert set(chamber.pivotal(votes_of(chamber, members))) == pivots
    smallest = {frozenset(s) for s in winning if not any(o < s for o in winning)}
    assert {frozenset(c) for c in chamber.smallest_winning()} == smallest


@given(chambers(), st.lists(numbers(0, 100), min_size=5, max_size=5), numbers(0, 100))
def test_the_win_set_of_a_line_is_what_passes(chamber: Chamber, ideals, today) -> None:
    ideals = np.array(ideals[: len(chamber.factions)])
    zone = chamber.line_win_set(ideals, today)
    assert today in zone
    for x in {*np.linspace(-110, 210, 65).tolist(), *(2 * ideals - today).tolist()}:
        accepts = {
            f
            for f, a in zip(chamber.factions, ideals, strict=True)
            if min(2 * a - today, today) <= x <= max(2 * a - today, today)
        }
        if x != today and abs(x - zone.low) > 1e-9 and abs(x - zone.high) > 1e-9:
            assert (x in zone) == wins(chamber, accepts)


def test_a_win_set_by_hand() -> None:
    two_thirds = Chamber(("a", "b", "c"), (1, 1, 1), quota=0.6)
    assert two_thirds.line_win_set([10, 40, 90], 0).high == 80
    veto = Chamber(("a", "b", "c"), (1, 1, 1), quota=0.6, vetoes=("a",))
    assert veto.line_win_set([10, 40, 90], 0).high == 20
    utilities = [[1, 0, 2], [1, 2, 0], [1, 2, 2]]
    assert two_thirds.win_set(utilities, [1, 1, 1]).tolist() == [True, True, True]
    assert veto.win_set(utilities, [1, 1, 1]).tolist() == [True, False, True]


def test_a_majority_is_more_than_half() -> None:
    assert not Chamber(("a", "b"), (1, 1)).passes([1, 0])
    assert not Chamber(("a", "b", "c"), (0.1, 0.2, 0.3)).passes([1, 1, 0])  # 0.3 of 0.6
    assert Chamber(("a", "b"), (1, 1), quota=0.49).passes([1, 0])
    assert Chamber(("a", "b"), (1, 0), quota=1).passes([1, 0])
    assert not Chamber(("a", "b"), (1, 1), quota=1).passes([1, 0])


def test_chances_are_shares_of_draws() -> None:
    chamber = Chamber(("a", "b"), (1, 1), vetoes=("b",), quota=0)
    ideals = [[0, 10], [0, 30], [0, 60], [50, 20]]
    assert chamber.chance(ideals, 0, 40) == pytest.approx(0.75)  # 20 takes 40 as no worse than 0
    assert chamber.chance(ideals, [0, 35, 0, 0], 40) == pytest.approx(0.5)


def test_a_leader_follows_the_balance_of_factions() -> None:
    chamber = Chamber(("a", "b"), (3, 1), quota=0.9, vetoes=("b",))
    assert leader_prefers(chamber, [[0, 1], [1, 0]]).order == (1, 0)
    assert leader_prefers(Chamber(("a", "b"), (1, 3)), [[0, 1], [1, 0]]).order == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (((), ()), "one at least"),
        ((("a", "a"), (1, 1)), "each faction once"),
        ((("a",), (1, 2)), "one weight"),
        ((("a",), (0,)), "not all 0"),
        ((("a",), (-1,)), "0 or more"),
        ((("a",), (1,), 1.5), "0 to 1"),
        ((("a",), (1,), 0.5, ("b",)), "veto of no faction"),
    ],
)
def test_chambers_that_do_not_fit_are_refused(arguments, said) -> None:
    with pytest.raises(UsageError, match=said):
        Chamber(*arguments)


def test_too_many_factions_and_too_few_ideals_are_refused() -> None:
    with pytest.raises(UsageError, match="one ideal"):
        Chamber(("a", "b"), (1, 1)).line_win_set([1], 0)
    with pytest.raises(TooLarge):
        next(Chamber(tuple(map(str, range(17))), (1.0,) * 17).smallest_winning())
