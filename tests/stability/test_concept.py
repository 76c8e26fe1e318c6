"""A concept: what its two forms need to be, and that it cannot be changed by accident."""

from dataclasses import FrozenInstanceError, replace
from typing import get_args

import pytest

from detente.kernels.thresholds import Replies
from detente.stability import CONCEPTS, Concept


def test_a_concept_looks_no_further_than_one_counter_move_unless_it_says_so():
    def never(conflict: object, i: int, s: int) -> bool:
        return False

    plain = Concept("x", "X", 9, "Nothing holds.", "None.", "This test (2026)", never, "none")
    assert plain.countermoves is False


@pytest.mark.parametrize("concept", CONCEPTS.values(), ids=list(CONCEPTS))
def test_members_are_values_that_cannot_be_changed(concept):
    assert concept.replies in get_args(Replies)
    assert replace(concept) == concept
    assert replace(concept, order=0) != concept
    with pytest.raises(FrozenInstanceError):
        concept.key = "other"


def test_concepts_come_in_the_order_of_the_books():
    assert list(CONCEPTS) == ["nash", "gmr", "smr", "seq", "sseq"]
