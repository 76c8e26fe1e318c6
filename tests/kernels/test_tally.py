"""Tallies of sets by size: sums and products equal to counting set by set."""

from __future__ import annotations

from itertools import combinations
from itertools import product as pairs

import numpy as np
import pytest

from detente.kernels.tally import every, product, rest, times


def by_size(sets, items):
    return tuple(sum(len(s) == d for s in sets) for d in range(items + 1))


def drawn(rng, items, first=0):
    every_set = [s for d in range(items + 1) for s in combinations(range(first, first + items), d)]
    return [s for s in every_set if rng.random() < 0.5]


def test_every_and_rest():
    rng = np.random.default_rng(0)
    for items in range(6):
        whole = [s for d in range(items + 1) for s in combinations(range(items), d)]
        found = drawn(rng, items)
        assert every(items) == by_size(whole, items)
        left = [s for s in whole if s not in found]
        assert rest(by_size(found, items)) == by_size(left, items)


def test_times_counts_unions():
    rng = np.random.default_rng(1)
    for _ in range(40):
        a, b = rng.integers(0, 5, size=2).tolist()
        one, two = drawn(rng, a), drawn(rng, b, a)
        unions = [s + t for s, t in pairs(one, two)]
        assert times(by_size(one, a), by_size(two, b)) == by_size(unions, a + b)


def test_products_of_many_are_exact_with_large_numbers():
    assert product([(1, 1)] * 300) == every(300)
    assert product([every(7)] * 9) == every(63)
    assert sum(product([(0, 3)] * 50)) == 3**50
    assert product([(0, 0), (1, 1)]) == (0, 0, 0)


@pytest.mark.parametrize("many", [0, 1, 2, 3, 5, 8])
def test_a_product_of_any_number(many):
    assert product([(0, 1)] * many) == (0,) * many + (1,)
