"""Where coalitions go and what may come in answer, against the definitions."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from tests.stability.inverse.wanted import drawn_games

from detente.errors import UsageError
from detente.stability import CONCEPTS
from detente.stability.coalition_definitions import (
    COALITION_CONCEPTS,
    coalition_moves,
    coalition_replies,
)
from detente.stability.game import Ranked
from detente.stability.inverse.reach import reached, replies_by, replies_of, whole_reach


def found(row):
    return frozenset(np.flatnonzero(row).tolist())


def test_a_group_reaches_what_joint_moves_reach():
    for game in drawn_games(1, 25, 3, 6):
        conflict = game.conflict()
        for size in (1, 2, 3):
            for group in combinations(range(3), size):
                rows = reached([game.arcs[j] for j in group], range(6), 6)
                whole = whole_reach(game, group)
                for s in range(6):
                    expected = coalition_moves(conflict, group, s)
                    assert found(rows[s]) == expected
                    assert frozenset(whole.of(s).tolist()) == expected - {s}


def test_answers_are_those_of_the_definitions():
    for game in drawn_games(2, 25, 3, 6):
        conflict = game.conflict()
        for i in range(3):
            others = conflict.others(i)
            expected = {
                "gmr": [conflict.replies(i, s) for s in range(6)],
                "seq": [conflict.gladly(i, s) for s in range(6)],
                "cseq": [coalition_replies(conflict, others, s) for s in range(6)],
            }
            for key, sets in expected.items():
                concept = {**CONCEPTS, **COALITION_CONCEPTS}[key]
                rows = reached(replies_by(game, others, concept), range(6), 6)
                assert [found(row) for row in rows] == sets, key


def test_nobody_answers_under_nash_or_where_nobody_is_left():
    (game,) = drawn_games(3, 1, 2, 4)
    assert replies_by(game, [1], CONCEPTS["nash"]) == []
    assert not reached([], [0, 1], 4).any()


def test_preferences_that_are_no_ranks_are_asked_state_by_state():
    class Odd(Ranked):
        """Gains from what it does not want."""

        def gains(self, s):
            return ~self.tempts(s)

    (game,) = drawn_games(4, 1, 2, 5)
    odd = game.under([game.relations[0], Odd(game.relations[1].ranks)])
    conflict = odd.conflict()
    rows = reached(replies_by(odd, [1], CONCEPTS["seq"]), range(5), 5)
    assert [found(row) for row in rows] == [conflict.gladly(0, s) for s in range(5)]


def test_only_thresholds_can_be_turned_round():
    other = next(c for c in CONCEPTS.values() if c.replies is None)
    with pytest.raises(UsageError, match="the inverse question needs a concept"):
        replies_of(other)
