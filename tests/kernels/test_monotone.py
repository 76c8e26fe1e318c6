"""Monotone conditions: what is dropped follows from the rest, and nothing else is dropped."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from tests.kernels.conditions import drawn_clauses, met, subsets

from detente.kernels.monotone import simplified


def test_the_simplified_condition_means_the_same():
    rng = np.random.default_rng(1)
    for _ in range(300):
        clauses = drawn_clauses(rng)
        lean = simplified(clauses)
        for below in subsets(6):
            assert met(lean, below) == met(clauses, below), clauses


def test_nothing_that_is_left_follows_from_the_rest():
    rng = np.random.default_rng(2)
    for _ in range(200):
        lean = simplified(drawn_clauses(rng))
        for clause in lean:
            assert not any(a < b for a in clause for b in clause)
        for first, second in combinations(lean, 2):
            ways = [(met([first], below), met([second], below)) for below in subsets(6)]
            assert (True, False) in ways
            assert (False, True) in ways


def test_the_order_in_which_it_is_given_does_not_matter():
    rng = np.random.default_rng(3)
    for _ in range(50):
        clauses = drawn_clauses(rng)
        assert simplified(clauses) == simplified([c[::-1] for c in clauses[::-1]])


def test_a_clause_without_alternatives_is_never_met_and_implies_all():
    assert simplified([[[1]], []]) == (frozenset(),)
    assert simplified([]) == ()
    assert simplified([[[1], []], [[2]]]) == simplified([[[2]]])
