"""Conditions on a ranking: met by just those rankings that the definitions find stable."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from tests.stability.inverse.wanted import drawn_games, stable, strict, tied, wanting

from detente.errors import UsageError
from detente.kernels.monotone import simplified
from detente.stability import CLASSICAL, CONCEPTS
from detente.stability.coalition_definitions import COALITION_CONCEPTS
from detente.stability.game import Ranked
from detente.stability.inverse.conditions import conditions_of

every_concept = pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))
every_coalition_concept = pytest.mark.parametrize(
    "concept", COALITION_CONCEPTS.values(), ids=list(COALITION_CONCEPTS)
)


def by_clauses(conditions, below):
    return all(any(all(below[s] for s in a) for a in c) for c in conditions.clauses)


def agree(game, concept, s, i, ranks, group=()):
    """Return whether the state is stable, having made sure that all three say the same."""
    conditions = conditions_of(game, s, i, concept, group)
    below = np.array(ranks) <= ranks[s]
    held = conditions.holds(below)
    assert held == by_clauses(conditions, below)
    assert held == stable(wanting(game, i, ranks), concept, i, s, group), (concept.key, s, i)
    return held


@every_concept
@pytest.mark.parametrize(("deciders", "states"), [(1, 4), (2, 4), (3, 4), (3, 6)])
def test_every_ranking_is_judged_as_defined(concept, deciders, states):
    rng = np.random.default_rng(states)
    seen = set()
    for game in drawn_games(5, 8, deciders, states):
        s, i = int(rng.integers(states)), int(rng.integers(deciders))
        every = list(tied(states)) if states < 5 else list(strict(states))
        for k in rng.permutation(len(every))[:60]:
            seen.add(agree(game, concept, s, i, every[k]))
    assert seen == {True, False}


@every_coalition_concept
def test_every_member_is_judged_with_the_others_as_they_are(concept):
    rng = np.random.default_rng(1)
    seen = set()
    for game in drawn_games(6, 25, 3, 5):
        s = int(rng.integers(5))
        for group in [g for size in (1, 2, 3) for g in combinations(range(3), size)]:
            i = int(rng.choice(group))
            for _ in range(4):
                ranks = rng.integers(4, size=5).tolist()
                seen.add(agree(game, concept, s, i, ranks, group))
    assert seen == {True, False}


def test_other_members_may_want_in_ways_that_no_ranking_tells():
    class Cyclic(Ranked):
        """Prefers each state to the one before it, round the circle, and to no other."""

        def tempts(self, s):
            return np.arange(5) == (s + 1) % 5

    rng = np.random.default_rng(2)
    for game in drawn_games(7, 25, 3, 5):
        odd = game.under([*game.relations[:2], Cyclic(game.relations[2].ranks)])
        for key in ("cgmr", "csmr", "cseq"):
            ranks = rng.permutation(5).tolist()
            agree(odd, COALITION_CONCEPTS[key], int(rng.integers(5)), 0, ranks, (0, 2))
        for concept in CLASSICAL.values():
            agree(odd, concept, int(rng.integers(5)), 0, rng.permutation(5).tolist())


@every_concept
def test_conditions_say_whether_they_hang_together(concept):
    """Those that do not are the same whatever the others want."""
    rng = np.random.default_rng(3)
    differ = False
    for game in drawn_games(8, 20, 3, 5):
        other = game.under([game.relations[0], *(Ranked(rng.permutation(5)) for _ in range(2))])
        one, two = (conditions_of(g, 0, 0, concept) for g in (game, other))
        assert one.coupled == two.coupled == (concept.key in ("seq", "sseq"))
        differ |= one.clauses != two.clauses
    assert differ == (concept.key in ("seq", "sseq"))
    assert conditions_of(game, 0, 0, COALITION_CONCEPTS["cnash"], (0, 1)).coupled


def test_what_follows_is_left_out():
    for game in drawn_games(9, 20, 3, 6):
        for concept in CLASSICAL.values():
            conditions = conditions_of(game, 1, 0, concept)
            assert conditions.clauses == simplified(conditions.clauses)
            assert conditions.target not in conditions.mentioned


def test_a_coalition_needs_its_own_concept_and_its_member():
    (game,) = drawn_games(10, 1, 3, 4)
    with pytest.raises(UsageError, match="a concept for one decision maker"):
        conditions_of(game, 0, 0, CONCEPTS["gmr"], (0, 1))
    with pytest.raises(UsageError, match="not a member of the coalition"):
        conditions_of(game, 0, 2, COALITION_CONCEPTS["cgmr"], (0, 1))
