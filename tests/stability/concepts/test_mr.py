"""Generalised metarationality: how far the others can follow."""

import pytest
from tests.contracts.games import sketch

from detente.stability.concepts.mr import MEMBER

CHAIN = [(0, 1), (2, 3)], [(1, 2), (3, 4)]


@pytest.mark.parametrize(
    ("ranks", "stable"),
    [
        ([1, 2, 2, 2, 2], [False, False, False, False]),
        ([1, 2, 0, 0, 0], [False, True, True, True]),
        ([1, 2, 0, 2, 2], [False, True, False, False]),  # the escape to 3 is not answered
        ([1, 2, 0, 2, 0], [False, True, False, True]),  # it is, if there is a fourth move
        ([1, 1, 2, 2, 2], [True, True, True, True]),  # nothing tempts at once
    ],
)
def test_every_further_move_may_turn_the_verdict(ranks, stable):
    conflict = sketch([ranks, [0] * 5], *CHAIN)
    assert [MEMBER.at(h).holds(conflict, 0, 0) for h in (1, 2, 3, 4)] == stable


def test_others_may_hurt_themselves():
    assert MEMBER.at(2).holds(sketch([[1, 2, 0], [9, 9, 0]], [(0, 1)], [(1, 2)]), 0, 0)


def test_a_joint_move_of_the_others_is_one_move():
    conflict = sketch([[1, 2, 2, 0], [0] * 4, [0] * 4], [(0, 1)], [(1, 2)], [(2, 3)])
    assert MEMBER.at(2).holds(conflict, 0, 0)
