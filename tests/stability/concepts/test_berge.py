"""Berge stability: whether the others could do more for one."""

import pytest
from tests.contracts.games import sketch

from detente.stability.concepts.berge import MEMBER


@pytest.mark.parametrize(
    ("ranks", "stable"),
    [([0, 0, 0], True), ([0, 0, 1], False), ([0, 1, 0], False), ([1, 0, 0], True)],
)
def test_any_joint_move_of_the_others_counts(ranks, stable):
    conflict = sketch([ranks, [1, 0, 0], [1, 1, 0]], [], [(0, 1)], [(1, 2)])
    assert MEMBER.holds(conflict, 0, 0) is stable


def test_what_it_could_do_itself_does_not():
    assert MEMBER.holds(sketch([[0, 1], [0, 0]], [(0, 1)], []), 0, 0)
    assert MEMBER.holds(sketch([[0, 1]], [(0, 1)]), 0, 0)
