"""Foresight against others who each look to themselves: those who move must gain."""

import pytest
from tests.contracts.games import sketch

from detente.stability.concepts.lci import MEMBER

ARCS = [(0, 1)], [(1, 2)], [(2, 3), (1, 4)]


@pytest.mark.parametrize(
    ("second", "third", "stable"),
    [
        ([0, 0, 0, 1, 0], [0, 0, 0, 1, 0], True),  # both gain from ending in 3, by way of 2
        ([0, 0, 0, 0, 0], [0, 0, 0, 1, 0], False),  # the third needs the second, who does not
        ([1, 1, 0, 0, 0], [0, 0, 0, 0, 1], True),  # the third alone goes to 4; the second loses
        ([0, 0, 0, 2, 1], [0, 0, 0, 1, 2], True),  # each leads to what hurts: 3 or 4
    ],
)
def test_who_leads_and_who_follows(second, third, stable):
    conflict = sketch([[1, 2, 2, 0, 0], second, third], *ARCS)
    assert MEMBER.at(2).holds(conflict, 0, 0) is stable


def test_another_leader_may_spoil_what_one_would_do():
    """The second would lead to 3, which hurts; the third to 4, which does not."""
    ranks = [[1, 2, 2, 0, 2], [0, 0, 0, 2, 0], [0, 0, 0, 1, 2]]
    assert not MEMBER.at(2).holds(sketch(ranks, *ARCS), 0, 0)
