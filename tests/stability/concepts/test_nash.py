"""Nash stability: no better state within one's own reach."""

import pytest
from tests.contracts.games import sketch

from detente.stability.concepts.nash import MEMBER


@pytest.mark.parametrize(
    ("ranks", "mine", "stable"),
    [
        ([0, 1], [], True),  # better, but out of reach
        ([0, 1], [(0, 1)], False),
        ([1, 1], [(0, 1)], True),  # no better is not an improvement
        ([1, 0, 2], [(0, 1)], True),
        ([1, 0, 2], [(0, 1), (0, 2)], False),
        ([1, 0, 2], [(0, 1), (1, 2)], True),  # two moves of one's own are not one
    ],
)
def test_stable_without_an_improvement(ranks, mine, stable):
    assert MEMBER.holds(sketch([ranks, ranks], mine, []), 0, 0) is stable


def test_moves_of_others_do_not_count():
    conflict = sketch([[0, 1], [0, 1]], [], [(0, 1)])
    assert [MEMBER.holds(conflict, i, 0) for i in (0, 1)] == [True, False]
