"""Foresight against others who act as one: all of them must gain."""

import pytest
from tests.contracts.games import sketch

from detente.stability.concepts.lcc import MEMBER

ARCS = [(0, 1)], [(1, 2)], [(2, 3), (1, 4)]


@pytest.mark.parametrize(
    ("second", "third", "stable"),
    [
        ([0, 0, 0, 1, 0], [0, 0, 0, 1, 0], True),  # both gain from ending in 3, by way of 2
        ([0, 0, 0, 0, 0], [0, 0, 0, 1, 0], False),  # the second would not take the first step
        ([0, 0, 0, 1, 2], [0, 0, 0, 1, 2], False),  # 4 is better for both, and does not hurt
        ([0, 0, 0, 2, 1], [0, 0, 0, 1, 2], False),  # either may be chosen: not surely deterred
    ],
)
def test_how_the_coalition_chooses(second, third, stable):
    conflict = sketch([[1, 2, 2, 0, 2], second, third], *ARCS)
    assert MEMBER.at(2).holds(conflict, 0, 0) is stable
