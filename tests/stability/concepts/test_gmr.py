"""General metarationality: any answer deters, whatever it costs those who give it."""

import pytest
from tests.contracts.games import sketch

from detente.stability.concepts.gmr import MEMBER


@pytest.mark.parametrize(
    ("ranks", "mine", "theirs", "stable"),
    [
        ([1, 2, 0], [(0, 1)], [(1, 2)], True),
        ([1, 2, 1], [(0, 1)], [(1, 2)], True),  # as good as before is enough
        ([1, 2, 3], [(0, 1)], [(1, 2)], False),
        ([1, 2, 0], [(0, 1)], [], False),
        ([1, 2, 0], [(0, 1)], [(0, 2)], False),  # they must answer from 1
        ([1, 2, 3, 0], [(0, 1)], [(1, 2), (1, 3)], True),  # one answer of several deters
        ([1, 2, 2, 0], [(0, 1), (0, 2)], [(1, 3)], False),  # 2 is unanswered
        ([1, 2, 2, 0], [(0, 1), (0, 2)], [(1, 3), (2, 3)], True),
        ([1, 2, 3, 0], [(0, 1)], [(1, 2), (2, 3)], False),  # twice in succession
    ],
)
def test_each_improvement_needs_an_answer(ranks, mine, theirs, stable):
    spiteful = [9 - r for r in range(len(ranks))]
    assert MEMBER.holds(sketch([ranks, spiteful], mine, theirs), 0, 0) is stable


def test_two_opponents_can_answer_together_and_in_turns():
    answers = [[(1, 2), (3, 4)], [(2, 3)]]
    conflict = sketch([[1, 2, 3, 3, 0], [0] * 5, [0] * 5], [(0, 1)], *answers)
    assert MEMBER.holds(conflict, 0, 0)
    assert not MEMBER.holds(sketch([[1, 2, 3, 3, 0], [0] * 5], [(0, 1)], answers[0]), 0, 0)


def test_the_mover_does_not_help_to_punish_itself():
    conflict = sketch([[1, 2, 3, 0], [0] * 4], [(0, 1), (2, 3)], [(1, 2)])
    assert not MEMBER.holds(conflict, 0, 0)
