"""The back end is what the engine takes it for: exact sets, a limit of nodes, and a plain table."""

from __future__ import annotations

import sys
from functools import reduce
from itertools import product
from operator import xor

import pytest

from detente.errors import MissingExtra
from detente.stability.diagrams.backend import Diagrams, OutOfNodes


def rows(diagrams, found):
    return diagrams.nodes(found).tolist()


def follow(table, values):
    """Return whether the setting of all levels leads to the end of everything."""
    node = len(table) - 1
    while node > 1:
        level, high, low = table[node]
        node = high if values[level] else low
    return node == 1


def test_quantification_product_and_renaming_mean_what_they_say():
    diagrams = Diagrams(4)
    a, b, c, _ = map(diagrams.level, range(4))
    assert diagrams.exists(a & b | c, diagrams.cube([0, 2])) == diagrams.true
    assert diagrams.exists_both(a | b, ~a | c, diagrams.cube([0])) == b | c
    assert diagrams.exists_both(a, ~a, diagrams.cube([0])) == diagrams.false
    assert diagrams.renamed(a & ~b, {0: 1, 1: 0}) == b & ~a
    assert diagrams.renamed(a & ~b, {}) == a & ~b
    assert diagrams.cube([]) == diagrams.true
    assert [diagrams.count(f) for f in (diagrams.false, a, a | b, diagrams.true)] == [0, 8, 12, 16]


def test_counts_are_exact_however_large():
    diagrams = Diagrams(200)
    assert diagrams.count(diagrams.level(7) | diagrams.level(150)) == 3 << 198


def test_nodes_are_a_table_of_the_set_with_those_below_first():
    diagrams = Diagrams(4)
    a, b, c, d = map(diagrams.level, range(4))
    for found in (a, ~d, a ^ d, (a & ~c) | (b & d), ~(a | b | c | d), b ^ c ^ d):
        table = rows(diagrams, found)
        assert table[:2] == [[4, 0, 0], [4, 1, 1]]
        for node, (level, high, low) in enumerate(table[2:], 2):
            assert max(high, low) < node
            assert level < min(table[high][0], table[low][0])
        truths = [follow(table, values) for values in product([False, True], repeat=4)]
        assert sum(truths) == diagrams.count(found)
        for values, truth in zip(product([False, True], repeat=4), truths, strict=True):
            point = diagrams.true
            for level, value in enumerate(values):
                point &= diagrams.level(level) if value else ~diagrams.level(level)
            assert truth == (point & found != diagrams.false)


def test_the_ends_alone():
    diagrams = Diagrams(3)
    assert rows(diagrams, diagrams.false) == [[3, 0, 0]]
    assert rows(diagrams, diagrams.true) == [[3, 0, 0], [3, 1, 1]]


def test_no_more_nodes_than_allowed():
    diagrams = Diagrams(40, 500)
    products = (diagrams.level(k) & diagrams.level(20 + k) for k in range(20))
    with pytest.raises(OutOfNodes):
        reduce(xor, products)


def test_without_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "oxidd.bdd", None)
    monkeypatch.delitem(sys.modules, "detente.stability.diagrams.backend")
    with pytest.raises(MissingExtra, match=r"pip install 'detente\[diagrams\]'"):
        import detente.stability.diagrams.backend  # noqa: F401
