"""Credible generalised metarationality: every answer pays where it is given."""

import pytest
from tests.contracts.games import sketch

from detente.stability.concepts.cmr import MEMBER

CHAIN = [(0, 1), (2, 3)], [(1, 2), (3, 4)]


@pytest.mark.parametrize(
    ("theirs", "stable"),
    [
        ([0, 0, 1, 1, 2], [False, True, False, True]),
        ([0, 0, 0, 1, 2], [False, False, False, False]),  # the first answer does not pay
        ([0, 0, 1, 2, 1], [False, True, False, False]),  # the second does not
    ],
)
def test_an_answer_must_pay_at_every_turn(theirs, stable):
    conflict = sketch([[1, 2, 0, 2, 0], theirs], *CHAIN)
    assert [MEMBER.at(h).holds(conflict, 0, 0) for h in (1, 2, 3, 4)] == stable


def test_every_one_who_answers_must_gain():
    ranks = [[1, 2, 2, 0], [0, 0, 0, 0], [0, 0, 0, 1]]
    assert not MEMBER.at(2).holds(sketch(ranks, [(0, 1)], [(1, 2)], [(2, 3)]), 0, 0)
