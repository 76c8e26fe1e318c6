"""Limited foresight on whole games; that it is as defined is in `tests/contracts`."""

import numpy as np
import pytest
from tests.contracts.graph_games import drawn_graph

from detente.errors import TooLarge, UsageError
from detente.kernels.arcs import arcs_from
from detente.stability import foresight
from detente.stability.game import Game, Ranked


def game(ranks, *arcs) -> Game:
    states = len(ranks[0])
    return Game(
        tuple("abc"[: len(arcs)]),
        tuple(f"s{k}" for k in range(states)),
        tuple(arcs_from(mine, states) for mine in arcs),
        tuple(Ranked(np.array(r)) for r in ranks),
    )


def test_a_mover_may_go_through_what_is_worse():
    """From 0 a goes to 1, which is worse, since b will go on to 2, which is better for both."""
    two = game([[1, 0, 2], [0, 1, 2]], [(0, 1)], [(1, 2)])
    assert foresight.limited(1)(two).stable[0, 0]
    seen = foresight.limited(2)(two)
    assert not seen.stable[0, 0]
    assert seen.foresee(0, 0) == [(1, (2,), False)]
    assert not foresight.non_myopic(two).stable[0, 0]


def test_ties_of_another_leave_the_end_open():
    """b does not care whether 1 ends in 2 or 3, and a does: a stays only if it likes neither."""
    arcs = [(0, 1)], [(1, 2), (1, 3)]
    seen = foresight.limited(2)(game([[1, 2, 0, 3], [0, 0, 1, 1]], *arcs))
    assert seen.foresee(0, 0) == [(1, (2, 3), False)]
    seen = foresight.limited(2)(game([[3, 4, 0, 3], [0, 0, 1, 1]], *arcs))
    assert seen.foresee(0, 0) == [(1, (2, 3), True)]
    assert seen.stable[0, 0]


def test_own_ties_do_not():
    """a does not care between 1 and 2, and neither is better than staying."""
    seen = foresight.limited(3)(game([[1, 1, 1], [0, 1, 2]], [(0, 1), (0, 2)], []))
    assert seen.stable.all()
    assert seen.foresee(0, 0) == []


def test_expectations_go_round():
    """On a ring of four, what a expects at 2 turns with every move that it looks further ahead."""
    ring = game([[0, 3, 1, 2], [2, 0, 3, 1]], [(0, 1), (2, 3)], [(1, 2), (3, 0)])
    stable = [bool(foresight.limited(h)(ring).stable[0, 2]) for h in range(1, 9)]
    assert stable == [False, True] * 4
    seen = foresight.non_myopic(ring)
    assert seen.stable[0].tolist() == [False, True, False, True]
    assert seen.foresee(0, 2) == [(3, (2, 3), False)]  # now back at 2, now at 3


def test_the_search_for_a_cycle_ends(monkeypatch):
    monkeypatch.setattr(foresight, "MOST_HORIZONS", 1)
    with pytest.raises(TooLarge, match="did not begin to repeat: found `1 horizons`"):
        foresight.non_myopic(game([[1, 0, 2], [0, 1, 2]], [(0, 1)], [(1, 2)]))


def test_one_alone_looks_ahead_to_its_best():
    alone = game([[0, 1, 2]], [(0, 1), (1, 2)])
    for rule in (foresight.cooperating, foresight.individualistic):
        seen = foresight.among_many(rule, 3)(alone)
        assert seen.stable.tolist() == [[False, False, True]]


def test_cooperation_needs_all_and_leading_only_those_who_gain():
    """b and c could answer 1 together by 2 and 3; only c gains from 3, and cannot go there alone."""
    arcs = [(0, 1)], [(1, 2)], [(2, 3)]
    both = game([[1, 2, 2, 0], [0, 0, 0, 1], [0, 0, 0, 1]], *arcs)
    one = game([[1, 2, 2, 0], [0, 0, 0, 0], [0, 0, 0, 1]], *arcs)
    for rule in (foresight.cooperating, foresight.individualistic):
        assert foresight.among_many(rule, 2)(both).stable[0, 0]
        assert not foresight.among_many(rule, 2)(one).stable[0, 0]
    arcs = [(0, 1)], [], [(1, 3)]
    alone = game([[1, 2, 2, 0], [1, 1, 1, 0], [0, 0, 0, 1]], *arcs)
    assert not foresight.among_many(foresight.cooperating, 2)(alone).stable[0, 0]
    assert foresight.among_many(foresight.individualistic, 2)(alone).stable[0, 0]


@pytest.mark.parametrize("deciders", [1, 3])
def test_two_decision_makers(deciders):
    several = drawn_graph(np.random.default_rng(4), deciders, 4)
    for outlook in (foresight.limited(2), foresight.non_myopic):
        with pytest.raises(
            UsageError, match=f"found `{deciders}`; for more ask for lcc:N or lci:N"
        ):
            outlook(several)
