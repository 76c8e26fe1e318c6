"""Symmetric sequential stability: an answer that pays and binds at once."""

import pytest
from tests.contracts.games import sketch

from detente.stability.concepts.sseq import MEMBER

PAYS, COSTS = [0, 0, 1, 0], [0, 1, 0, 0]


@pytest.mark.parametrize(
    ("theirs", "mine", "stable"),
    [
        (PAYS, [(0, 1)], True),
        (PAYS, [(0, 1), (2, 3)], False),  # credible, but escaped
        (COSTS, [(0, 1)], False),  # binding, but not credible
        (COSTS, [(0, 1), (2, 3)], False),
    ],
)
def test_an_answer_must_pay_and_bind(theirs, mine, stable):
    assert MEMBER.holds(sketch([[1, 2, 0, 3], theirs], mine, [(1, 2)]), 0, 0) is stable


def test_one_credible_and_another_binding_answer_do_not_add_up():
    """Here SEQ and SMR both hold, and SSEQ does not."""
    conflict = sketch([[1, 2, 0, 3, 0], [0, 1, 2, 0, 0]], [(0, 1), (2, 3)], [(1, 2), (1, 4)])
    assert not MEMBER.holds(conflict, 0, 0)
