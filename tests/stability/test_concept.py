"""A concept: what its forms need to be, and that it cannot be changed by accident."""

from dataclasses import FrozenInstanceError, replace
from typing import get_args

import numpy as np
import pytest
from tests.contracts.graph_games import drawn_graph

from detente.errors import UsageError
from detente.kernels.thresholds import Replies
from detente.stability import CLASSICAL, CONCEPTS, Concept
from detente.stability.concept import Foreseen, Outlook
from detente.stability.families import Family

GAME = drawn_graph(np.random.default_rng(1), 3, 6)


def never(conflict: object, i: int, s: int) -> bool:
    return False


PLAIN = Concept("x", "X", 9, "Nothing holds.", "None.", "This test (2026)", never, "none")


def test_a_concept_looks_no_further_than_one_counter_move_unless_it_says_so():
    assert PLAIN.countermoves is False
    assert PLAIN.outlook is None
    assert PLAIN.helped is False


@pytest.mark.parametrize("concept", CONCEPTS.values(), ids=list(CONCEPTS))
def test_members_are_values_that_cannot_be_changed(concept):
    assert replace(concept) == concept
    assert replace(concept, order=0) != concept
    assert len({concept, replace(concept)}) == 1
    with pytest.raises(FrozenInstanceError):
        concept.key = "other"


@pytest.mark.parametrize("concept", CONCEPTS.values(), ids=list(CONCEPTS))
def test_a_concept_has_one_way_to_be_computed(concept):
    if isinstance(concept, Family):
        assert concept.replies is None
        assert concept.outlook is None
    else:
        assert (concept.replies is None) == (concept.outlook is not None)
        assert concept.replies is None or concept.replies in get_args(Replies)
        assert concept.usage == concept.key


def test_concepts_come_in_the_order_of_the_books():
    thresholds = ["nash", "gmr", "smr", "seq", "sseq"]
    assert list(CLASSICAL) == thresholds
    further = ["sim", "mr", "cmr", "lh", "nm", "lcc", "lci", "stackelberg", "policy", "berge"]
    assert list(CONCEPTS) == thresholds + further


def test_everyone_goes_by_the_same_concept():
    assert PLAIN.of(["a", "b"]) == (PLAIN, PLAIN)
    assert PLAIN.of([]) == ()


def test_stable_is_that_of_the_threshold_or_of_the_outlook():
    assert np.array_equal(PLAIN.stable(GAME), GAME.stable("none"))
    smr = CONCEPTS["smr"]
    assert np.array_equal(smr.stable(GAME), GAME.stable("moves", countermoves=True))
    told = np.eye(3, 6, dtype=bool)
    seen = replace(PLAIN, replies=None, outlook=lambda game: Outlook(told, lambda i, s: []))
    assert np.array_equal(seen.stable(GAME), told)
    assert seen.outlook_on(GAME).stable is told


def test_a_threshold_has_no_outlook_and_the_other_way_round():
    with pytest.raises(UsageError, match="has a threshold, not an outlook: found `x`"):
        PLAIN.outlook_on(GAME)
    assert PLAIN.as_threshold("a search") == "none"
    with pytest.raises(
        UsageError, match="a search needs a concept that is a threshold: found `sim`"
    ):
        CONCEPTS["sim"].as_threshold("a search")


def test_what_is_foreseen_is_a_value():
    assert Foreseen(1, (2, 3), held=True) == (1, (2, 3), True)
