"""Layered drawings: columns run forward, boxes keep apart, routes pass between them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.report.figures.layers import GAP, layered, ranks_of


@st.composite
def graphs(draw):
    size = draw(st.integers(1, 9))
    node = st.integers(0, size - 1)
    edges = draw(st.lists(st.tuples(node, node).filter(lambda e: e[0] != e[1]), max_size=18))
    return list(range(size)), edges


@given(graphs())
@settings(deadline=None, max_examples=150)
def test_without_cycles_every_edge_runs_forward(graph) -> None:
    nodes, edges = graph
    forward = [(min(e), max(e)) for e in edges]
    ranks = ranks_of(nodes, forward)
    assert all(ranks[a] < ranks[b] for a, b in forward)
    assert set(ranks) == set(nodes)
    for b in nodes:
        before = [ranks[a] for a, x in forward if x == b]
        assert ranks[b] == (max(before) + 1 if before else 0)


def test_a_cycle_is_cut_once() -> None:
    ranks = ranks_of([0, 1, 2, 3], [(0, 1), (1, 2), (2, 3), (3, 1)])
    assert [ranks[n] for n in range(4)] == [0, 1, 2, 3]


@given(graphs(), st.data())
@settings(deadline=None, max_examples=150)
def test_boxes_and_routes_of_a_column_keep_apart(graph, data) -> None:
    nodes, edges = graph
    columns = {n: data.draw(st.integers(0, 3)) for n in nodes}
    heights = {n: data.draw(st.sampled_from([20.0, 40.0])) for n in nodes}
    placed = layered(columns, edges, heights)
    for column in range(4):
        spans = [
            (placed.tops[n], placed.tops[n] + heights[n]) for n in nodes if columns[n] == column
        ]
        spans += [
            (y - 1, y + 1) for e, route in placed.routes.items() for c, y in route if c == column
        ]
        spans.sort()
        for (_, end), (start, _) in itertools.pairwise(spans):
            assert start >= end + GAP - 1e-6
        assert all(a >= -1e-6 and b <= placed.height + 1e-6 for a, b in spans)


@given(graphs(), st.data())
@settings(deadline=None, max_examples=100)
def test_a_route_passes_every_column_between_its_ends(graph, data) -> None:
    nodes, edges = graph
    columns = {n: data.draw(st.integers(0, 4)) for n in nodes}
    placed = layered(columns, edges, dict.fromkeys(nodes, 20.0))
    for e, (a, b) in enumerate(edges):
        step = 1 if columns[b] > columns[a] else -1
        between = (
            list(range(columns[a] + step, columns[b], step)) if columns[a] != columns[b] else []
        )
        assert [c for c, _ in placed.routes.get(e, ())] == between


def test_crossings_that_can_be_avoided_are() -> None:
    edges = [(0, 5), (1, 4), (2, 3)]
    placed = layered({0: 0, 1: 0, 2: 0, 3: 1, 4: 1, 5: 1}, edges, dict.fromkeys(range(6), 20.0))
    order = sorted((placed.tops[a], placed.tops[b]) for a, b in edges)
    assert [b for _, b in order] == sorted(b for _, b in order)


def test_nothing_to_draw() -> None:
    assert layered({}, [], {}).height == pytest.approx(0)
