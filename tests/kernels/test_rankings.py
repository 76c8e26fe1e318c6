"""Shares of rankings, against listing every ranking."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product

import numpy as np
import pytest
from tests.kernels.conditions import subsets

from detente.kernels.rankings import strict_share, weak_orders, weak_share


def tied_rankings(items):
    """Yield every ranking with ties as ranks without a gap."""
    for ranks in product(range(items), repeat=items):
        if set(ranks) == set(range(max(ranks) + 1)):
            yield ranks


def drawn(rng, items):
    return {s for s in subsets(items) if rng.random() < 0.5}


def tally(found, items):
    return [sum(len(s) == d for s in found) for d in range(items + 1)]


@pytest.mark.parametrize("items", [0, 1, 3, 5])
def test_strict_rankings(items):
    rng = np.random.default_rng(items)
    for _ in range(10):
        found = drawn(rng, items)
        ways = [
            frozenset(x for x in range(items) if ranks[x] < ranks[items])
            for ranks in permutations(range(items + 1))
        ]
        expected = Fraction(sum(w in found for w in ways), len(ways))
        assert strict_share(tally(found, items)) == expected


@pytest.mark.parametrize(("items", "others"), [(0, 0), (1, 1), (2, 2), (2, 4), (4, 4), (1, 3)])
def test_rankings_with_ties_count_every_state(items, others):
    rng = np.random.default_rng(items)
    every = list(tied_rankings(others + 1))
    assert len(every) == weak_orders(others + 1)
    for _ in range(10):
        found = drawn(rng, items)
        ways = [frozenset(x for x in range(items) if r[x] <= r[others]) for r in every]
        expected = Fraction(sum(w in found for w in ways), len(every))
        assert weak_share(tally(found, items), others) == expected
