"""Sequential stability: only answers that those who give them gain from."""

import pytest
from tests.contracts.games import sketch

from detente.stability.concepts.seq import MEMBER


@pytest.mark.parametrize(
    ("theirs", "stable"),
    [
        ([0, 0, 1], True),
        ([0, 0, 0], False),  # a tie is no gain
        ([0, 1, 0], False),
        ([2, 0, 1], True),  # better than where it stands, though worse than at the start
        ([0, 2, 1], False),  # better than at the start, though worse than where it stands
    ],
)
def test_an_answer_must_pay_where_it_is_given(theirs, stable):
    assert MEMBER.holds(sketch([[1, 2, 0], theirs], [(0, 1)], [(1, 2)]), 0, 0) is stable


@pytest.mark.parametrize(("second", "stable"), [([0, 0, 0, 1], True), ([0, 1, 1, 0], False)])
def test_every_one_who_answers_must_gain(second, stable):
    conflict = sketch([[1, 2, 3, 0], [0, 0, 1, 0], second], [(0, 1)], [(1, 2)], [(2, 3)])
    assert MEMBER.holds(conflict, 0, 0) is stable


def test_an_opponent_may_gain_twice_if_another_moves_in_between():
    ranks = [[1, 2, 2, 2, 0], [0, 0, 1, 0, 1], [0, 0, 0, 1, 0]]
    assert MEMBER.holds(sketch(ranks, [(0, 1)], [(1, 2), (3, 4)], [(2, 3)]), 0, 0)
    assert not MEMBER.holds(sketch(ranks, [(0, 1)], [(1, 2), (2, 4)], []), 0, 0)
