"""Limited-move stability: who expects what, so many moves ahead."""

import pytest
from tests.contracts.games import sketch

from detente.errors import UsageError
from detente.stability.concepts.lh import MEMBER

CHAIN = [(0, 1), (2, 3)], [(1, 2), (3, 4)]


@pytest.mark.parametrize(
    ("mine", "theirs", "stable"),
    [
        ([1, 2, 0, 0, 0], [0, 0, 1, 1, 1], [False, True, True, True]),  # it would be answered
        ([1, 2, 0, 0, 0], [0, 1, 0, 0, 0], [False, False, False, False]),  # it would not
        ([1, 2, 0, 2, 0], [0, 0, 1, 2, 3], [False, True, False, True]),
        ([1, 0, 2, 0, 0], [0, 1, 2, 0, 0], [True, False, False, False]),  # through what is worse
        ([1, 1, 1, 1, 1], [0, 1, 2, 3, 4], [True, True, True, True]),  # a tie is no reason to move
    ],
)
def test_what_is_expected_decides(mine, theirs, stable):
    conflict = sketch([mine, theirs], *CHAIN)
    assert [MEMBER.at(h).holds(conflict, 0, 0) for h in (1, 2, 3, 4)] == stable


@pytest.mark.parametrize(("end", "stable"), [(0, True), (1, True), (2, False)])
def test_it_stays_however_ties_are_broken(end, stable):
    """The other does not care whether 1 ends in 2 or in 3."""
    conflict = sketch([[1, 2, 0, end], [0, 0, 1, 1]], [(0, 1)], [(1, 2), (1, 3)])
    assert MEMBER.at(2).holds(conflict, 0, 0) is stable


def test_three_decision_makers():
    with pytest.raises(UsageError, match="two decision makers"):
        MEMBER.at(2).holds(sketch([[0], [0], [0]], [], [], []), 0, 0)
