"""How far a target must rise, against every ranking there is."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from tests.stability.inverse.wanted import (
    drawn_games,
    equilibrium,
    kendall,
    stable,
    strict,
    strict_games,
    wanting,
)

from detente.errors import UsageError
from detente.stability import CLASSICAL, CONCEPTS
from detente.stability.coalition_definitions import COALITION_CONCEPTS
from detente.stability.game import Ranked
from detente.stability.inverse.conditions import conditions_of
from detente.stability.inverse.raising import (
    holds_for_all,
    raised,
    ranks_of,
    rise_of,
    rises_of,
)

every_concept = pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))


@every_concept
def test_no_ranking_that_does_is_nearer_in_swaps(concept):
    found = set()
    for n, game in enumerate(strict_games(21, 10, 3, 5)):
        s, own = n % 5, ranks_of(game, 0).tolist()
        enough = [r for r in strict(5) if stable(wanting(game, 0, r), concept, 0, s)]
        rise = rise_of(conditions_of(game, s, 0, concept))
        assert rise.levels == rise.passed == min(kendall(own, r) for r in enough)
        assert stable(wanting(game, 0, raised(np.array(own), s, rise.levels)), concept, 0, s)
        found.add(rise.levels)
    assert len(found) > 2


@every_concept
def test_with_ties_a_level_is_one_place(concept):
    for n, game in enumerate(drawn_games(22, 25, 2, 6)):
        s, own = n % 6, ranks_of(game, 1)
        rise = rise_of(conditions_of(game, s, 1, concept))
        higher = range(int(own.max() - own[s]) + 1)
        held = [stable(wanting(game, 1, raised(own, s, k)), concept, 1, s) for k in higher]
        assert rise.levels == held.index(True)
        assert (rise.place, rise.of) == (own.max() - own[s] + 1, own.max() + 1)
        assert rise.passed == sum(own[s] < r <= own[s] + rise.levels for r in own)


def test_a_member_of_a_coalition():
    for n, game in enumerate(strict_games(23, 20, 3, 5)):
        s, concept = n % 5, COALITION_CONCEPTS["cgmr"]
        rise = rise_of(conditions_of(game, s, 0, concept, (0, 2)))
        own = ranks_of(game, 0)
        held = [
            stable(wanting(game, 0, raised(own, s, k)), concept, 0, s, (0, 2)) for k in range(5)
        ]
        assert rise.levels == held.index(True)


def test_raising_moves_nothing_else():
    ranks = np.array([3, 0, 2, 2, 1])
    assert raised(ranks, 1, 0).tolist() == ranks.tolist()
    assert raised(ranks, 1, 2).tolist() == [3, 2, 1, 1, 0]
    assert raised(ranks, 2, 1).tolist() == [3, 0, 4, 2, 1]
    assert raised(np.array([5, 9, 5]), 0, 1).tolist() == [2, 1, 0]


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr"])
def test_the_least_total_is_that_of_trying_all_rankings(concept):
    alone = set()
    for n, game in enumerate(strict_games(24, 8, 2, 4)):
        s, member = n % 4, CONCEPTS[concept]
        own = [ranks_of(game, i).tolist() for i in range(2)]
        every = [[(kendall(own[i], r), r) for r in strict(4)] for i in range(2)]
        costs = {
            (a, b)
            for (a, one), (b, two) in product(*every)
            if equilibrium(wanting(wanting(game, 0, one), 1, two), member, s)
        }
        found = rises_of(game, s, member)
        assert found.total == found.at_least == min(a + b for a, b in costs)
        assert found.exact
        least = {0: [a for a, b in costs if b == 0], 1: [b for a, b in costs if a == 0]}
        assert found.alone == {i: min(c) for i, c in least.items() if c and min(c) > 0}
        alone.add(len(found.alone))
    assert alone == {0, 1}


@pytest.mark.parametrize("concept", ["seq", "sseq"])
def test_under_sequential_stability_the_limits_hold(concept):
    """No profile of rankings does it in fewer swaps than said, and the total said is enough."""
    exact = set()
    for n, game in enumerate(strict_games(25, 14, 2, 4)):
        s, member = n % 4, CONCEPTS[concept]
        own = [ranks_of(game, i).tolist() for i in range(2)]
        every = [[(kendall(own[i], r), r) for r in strict(4)] for i in range(2)]
        least = min(
            a + b
            for (a, one), (b, two) in product(*every)
            if equilibrium(wanting(wanting(game, 0, one), 1, two), member, s)
        )
        found = rises_of(game, s, member)
        assert found.at_least <= least
        assert found.total is None or least <= found.total
        exact.add(found.exact)
    assert exact == ({True, False} if concept == "seq" else {True})


@pytest.mark.parametrize("concept", ["seq", "sseq"])
def test_who_can_do_it_alone_by_raising_the_target(concept):
    found = set()
    for n, game in enumerate(drawn_games(26, 160, 3, 6)):
        s, member = n % 6, CONCEPTS[concept]
        rises = rises_of(game, s, member)
        if equilibrium(game, member, s):
            assert (rises.total, rises.alone) == (0, {})
            continue
        for i in range(3):
            own = ranks_of(game, i)
            steps = range(int(own.max() - own[s]) + 1)
            held = [
                k
                for k in steps
                if k and equilibrium(wanting(game, i, raised(own, s, k)), member, s)
            ]
            assert rises.alone.get(i) == min(held, default=None)
        together = game
        for rise in rises.each:
            own = ranks_of(game, rise.actor)
            together = wanting(together, rise.actor, raised(own, s, rise.levels))
        enough = [sum(r.levels for r in rises.each)] * equilibrium(together, member, s)
        assert rises.total == min([*enough, *rises.alone.values()], default=None)
        found.add(len(rises.alone) if rises.total is not None else None)
    assert found >= {0, 1, 2} | ({None} if concept == "sseq" else {3})


def test_for_sseq_every_level_is_tried():
    """Here raising the target by two levels does it, and by more does not."""
    *_, game = drawn_games(26, 300, 3, 5)
    s, member, own = 299 % 5, CONCEPTS["sseq"], ranks_of(game, 2)
    held = [equilibrium(wanting(game, 2, raised(own, s, k)), member, s) for k in range(1, 5)]
    assert held == [False, True, False, False]
    assert rises_of(game, s, member).alone[2] == 2


def test_raising_the_target_for_anyone_never_undoes_sequential_stability():
    """The proof in the docstring of `rises_of`, put to the test; SSEQ has no such rule."""
    undone = {"seq": 0, "sseq": 0}
    for n, game in enumerate(drawn_games(27, 150, 3, 5)):
        s = n % 5
        for key in undone:
            for i, j in product(range(3), repeat=2):
                own = ranks_of(game, i)
                for k in range(1, int(own.max() - own[s]) + 1):
                    after = wanting(game, i, raised(own, s, k))
                    if stable(game, CONCEPTS[key], j, s):
                        undone[key] += not stable(after, CONCEPTS[key], j, s)
    assert undone["seq"] == 0
    assert undone["sseq"] > 0


@every_concept
def test_a_state_that_holds_for_all(concept):
    seen = set()
    for game in drawn_games(28, 12, 3, 5):
        for s in range(5):
            held = holds_for_all(game, s, concept)
            assert held == equilibrium(game, concept, s)
            seen.add(held)
    assert seen == {True, False}


def test_preferences_that_are_no_ranks_have_no_smallest_change():
    class Odd:
        def tempts(self, s):
            return np.zeros(4, dtype=bool)

        deters = gains = tempts

    (game,) = drawn_games(29, 1, 2, 4)
    odd = game.under([Odd(), Ranked(np.arange(4))])
    with pytest.raises(UsageError, match="for ranked preferences only"):
        rise_of(conditions_of(odd, 0, 0, CONCEPTS["nash"]))
