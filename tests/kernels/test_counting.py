"""Exact counts of the ways to meet a condition, against counting set by set and closed formulas."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from tests.kernels.conditions import drawn_clauses, met, subsets

from detente.kernels.counting import TooManyCases, counts_by_size
from detente.kernels.monotone import simplified
from detente.kernels.rankings import strict_share


def one_by_one(clauses):
    items = sorted({x for c in clauses for a in c for x in a})
    counts = [0] * (len(items) + 1)
    for below in subsets(len(items)):
        counts[len(below)] += met(clauses, {items[k] for k in below})
    return tuple(counts)


@pytest.mark.parametrize(("items", "many"), [(4, 200), (7, 150)])
def test_counts_are_those_of_trying_every_set(items, many):
    rng = np.random.default_rng(items)
    for _ in range(many):
        clauses = simplified(drawn_clauses(rng, items))
        assert counts_by_size(clauses) == one_by_one(clauses), clauses


def test_conditions_as_they_come_need_not_be_simplified():
    rng = np.random.default_rng(5)
    for _ in range(60):
        clauses = [frozenset(map(frozenset, c)) for c in drawn_clauses(rng, 5)]
        assert counts_by_size(clauses) == one_by_one(clauses), clauses


def test_a_condition_that_is_never_met_and_one_that_always_is():
    assert counts_by_size(()) == (1,)
    assert counts_by_size((frozenset(),)) == (0,)


def test_case_distinctions_are_limited():
    """A ring of pairs: no two items always come together, and no part stands alone."""
    ring = simplified([[[k], [(k + 1) % 12]] for k in range(12)])
    assert counts_by_size(ring) == one_by_one(ring)
    with pytest.raises(TooManyCases):
        counts_by_size(ring, most=3)


def integral(polynomial):
    return sum(Fraction(c, k + 1) for k, c in enumerate(polynomial))


def multiply(first, second):
    found = [0] * (len(first) + len(second) - 1)
    for a, x in enumerate(first):
        for b, y in enumerate(second):
            found[a + b] += x * y
    return found


def power(polynomial, n):
    found = [1]
    for _ in range(n):
        found = multiply(found, polynomial)
    return found


def minus(polynomial):
    """Return 1 - p(x)."""
    return [1 - polynomial[0], *(-c for c in polynomial[1:])]


def test_large_conditions_equal_their_closed_form():
    """Place the pivot at a random height x: what is below it is independent then."""
    sizes = [3, 40, 7, 1, 12, 25, 2, 90]
    start = np.cumsum([0, *sizes])
    clauses = simplified([[[int(x)] for x in range(a, b)] for a, b in pairwise(start)])
    expected = [1]
    for size in sizes:
        expected = multiply(expected, minus(power([1, -1], size)))
    assert strict_share(counts_by_size(clauses)) == integral(expected)


def test_large_conditions_with_sets_equal_their_closed_form():
    """One of 9 rows of 8 is below the pivot whole, or 7 single items all are."""
    rows = [list(range(8 * r, 8 * r + 8)) for r in range(9)]
    clauses = simplified([[[100 + t], *rows] for t in range(7)])
    misses = multiply(power(minus([0] * 8 + [1]), 9), minus([0] * 7 + [1]))
    assert strict_share(counts_by_size(clauses)) == integral(minus(misses))
