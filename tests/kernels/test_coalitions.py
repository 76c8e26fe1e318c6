"""What a coalition reaches and gains; that stability agrees is for tests/contracts."""

from __future__ import annotations

import numpy as np
import pytest
from tests.contracts.games import draw

from detente.kernels import Coalition, Moves
from detente.stability.coalition_definitions import (
    coalition_improvements,
    coalition_moves,
    coalitions_among,
)


@pytest.mark.parametrize("seed", range(4))
def test_reach_and_improvements_are_those_of_joint_moves(seed):
    rng = np.random.default_rng([seed, 77])
    for _ in range(12):
        game = draw(rng, 3, int(rng.integers(3, 6)), spare=bool(rng.random() < 0.3))
        for group in coalitions_among(range(3)):
            coalition = Coalition(group, game.feasible, game.moves, game.ranks)
            for s in game.states:
                reached = coalition_moves(game.conflict, group, s) - {s}
                assert coalition.reach(s).tolist() == sorted(reached)
                gains = coalition_improvements(game.conflict, group, s)
                assert coalition.improvements(s).tolist() == sorted(gains)


def test_a_coalition_is_a_set():
    moves, ranks = [Moves((0,)), Moves((1,))], np.zeros((2, 4), dtype=np.int32)
    assert Coalition([1, 0, 1], np.ones(4, dtype=bool), moves, ranks).members == (0, 1)


def test_members_move_in_turn_through_feasible_states_only():
    """One decision maker turns two bits in one move; two need a feasible state between."""
    feasible, ranks = np.array([True, False, False, True]), np.zeros((2, 4), dtype=np.int32)
    one = Coalition([0], feasible, [Moves((0, 1)), Moves()], ranks)
    two = Coalition([0, 1], feasible, [Moves((0,)), Moves((1,))], ranks)
    assert one.reach(0).tolist() == [3]
    assert two.reach(0).tolist() == []


def test_moves_that_cannot_be_taken_back_are_not():
    """Bit 0 only rises, bit 1 only falls."""
    moves, ranks = [Moves(up=(0,)), Moves(down=(1,))], np.zeros((2, 4), dtype=np.int32)
    pair = Coalition([0, 1], np.ones(4, dtype=bool), moves, ranks)
    assert [pair.reach(s).tolist() for s in range(4)] == [[1], [], [0, 1, 3], [1]]


def test_nobody_is_left_to_answer_all_of_them():
    ranks = np.array([[0, 0, 0, 1], [0, 0, 0, 1]], dtype=np.int32)
    pair = Coalition([0, 1], np.ones(4, dtype=bool), [Moves((0,)), Moves((1,))], ranks)
    for replies in ("none", "moves", "improvements"):
        assert pair.answers(0, replies) == {3: -1}


def test_a_lost_answer_stays_lost():
    """Two improvements of the first, and an answer to neither: the second search starts lost."""
    ranks = np.array([[0, 1, 1, 1], [0, 0, 0, 0]], dtype=np.int32)
    alone = Coalition([0], np.ones(4, dtype=bool), [Moves((0, 1)), Moves()], ranks)
    assert alone.answers(0, "improvements") == {1: -1, 2: -1, 3: -1}
