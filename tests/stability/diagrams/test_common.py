"""What sets have in common does not depend on the order in which it is found."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from tests.stability.diagrams.twins import table_of

from detente.stability.diagrams.backend import Diagrams, OutOfNodes
from detente.stability.diagrams.common import _limits, common
from detente.stability.diagrams.table import Table


def test_the_states_in_every_table():
    rng = np.random.default_rng(1)
    for _ in range(40):
        bits = tuple(rng.permutation(5).tolist())
        sets = [set(np.flatnonzero(rng.random(32) < 0.7).tolist()) for _ in range(3)]
        order = tuple(rng.permutation(5).tolist())
        found = common([table_of(bits, codes) for codes in sets], [order], 1 << 12)
        assert found.bits == order
        assert {code for code in range(32) if code in found} == set.intersection(*sets)
        assert found.count == len(set.intersection(*sets))


def test_one_table_alone_and_tables_with_nothing_in_common():
    one, other = table_of((0, 1, 2), [1, 2]), table_of((0, 1, 2), [3, 4])
    assert common([one], [(2, 1, 0)], 100).count == 2
    assert common([one, other], [(2, 1, 0)], 100).count == 0
    assert common([table_of((0, 1), range(4))], [(0, 1)], 100).count == 4


def alike(pairs, order):
    """Return, as one table each, that bits k and k + `pairs` are alike."""
    diagrams = Diagrams(2 * pairs)
    place = {bit: level for level, bit in enumerate(order)}
    for k in range(pairs):
        differ = diagrams.level(place[k]) ^ diagrams.level(place[k + pairs])
        yield Table(order, *diagrams.nodes(~differ).T)


def test_an_order_that_needs_fewer_nodes_is_found():
    bad = tuple(range(40))
    good = tuple(bit for k in range(20) for bit in (k, k + 20))
    tables = list(alike(20, bad))
    found = common(tables, [bad, good], 1 << 20)
    assert (found.bits, found.count) == (good, 1 << 20)
    with pytest.raises(OutOfNodes):
        common(tables, [bad], 1 << 17)


def test_the_first_order_that_does_is_taken():
    orders = [(0, 2, 1, 3), (1, 3, 0, 2)]
    assert common(list(alike(2, (0, 1, 2, 3))), orders, 1 << 10).bits == orders[0]


@pytest.mark.parametrize(
    ("nodes", "limits"),
    [(100, [100]), (1 << 16, [1 << 16]), (1 << 19, [1 << 16, 1 << 18, 1 << 19])],
)
def test_limits_grow_to_what_is_allowed(nodes, limits):
    assert list(islice(_limits(nodes), 99)) == limits
