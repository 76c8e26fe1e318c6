"""Orders of statements that meet a condition, against trying every order."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from tests.kernels.conditions import drawn_clauses

from detente.kernels.reorder import Comparison, fewest_swaps, moved

COMPARED = 6


def drawn(rng, statements):
    """Draw comparisons and a condition on them."""
    comparisons = []
    for _ in range(COMPARED):
        sides = rng.choice([0, 1, -1], size=statements, p=[0.3, 0.4, 0.3])
        pro = sum(1 << k for k in range(statements) if sides[k] > 0)
        con = sum(1 << k for k in range(statements) if sides[k] < 0)
        comparisons.append(Comparison(pro, con))
    clauses = [frozenset(map(frozenset, c)) for c in drawn_clauses(rng, COMPARED)]
    return comparisons, clauses


def no_worse(comparison, order):
    """Read an order as it is meant: the first statement that tells the two apart decides."""
    for k in order:
        if comparison.pro >> k & 1:
            return True
        if comparison.con >> k & 1:
            return False
    return True


def meets(comparisons, clauses, order):
    true = [no_worse(c, order) for c in comparisons]
    return all(any(all(true[x] for x in a) for a in clause) for clause in clauses)


def swaps(order):
    return sum(order[a] > order[b] for b in range(len(order)) for a in range(b))


@pytest.mark.parametrize("statements", [1, 2, 4, 5])
def test_the_fewest_swaps_are_those_of_trying_every_order(statements):
    rng = np.random.default_rng(statements)
    answers = set()
    for _ in range(150):
        comparisons, clauses = drawn(rng, statements)
        enough = [
            order for order in permutations(range(statements)) if meets(comparisons, clauses, order)
        ]
        found = fewest_swaps(statements, comparisons, clauses)
        assert found.complete
        assert (found.order is None) == (not enough)
        if found.order is not None:
            assert tuple(found.order) in enough
            assert found.swaps == swaps(found.order) == min(map(swaps, enough))
        answers.add(found.swaps if enough else None)
    assert answers >= ({0, None} if statements < 4 else {0, 1, 2, 3, None})


def test_a_search_that_is_stopped_tells_how_far_it_got():
    rng = np.random.default_rng(11)
    stopped = 0
    for _ in range(100):
        given = drawn(rng, 5)
        whole, short = fewest_swaps(5, *given), fewest_swaps(5, *given, most=2)
        if not short.complete:
            stopped += 1
            assert short.order is None
            assert whole.order is None or short.swaps <= whole.swaps
    assert stopped > 5


def test_a_move():
    assert moved("abcd", 3, 1) == ("a", "d", "b", "c")
    assert moved("abcd", 1, 3) == ("a", "c", "d", "b")
