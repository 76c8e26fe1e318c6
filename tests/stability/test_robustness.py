"""Single edits: every one of them, and what holds after it as the definitions say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest
from tests.stability.drawn import made_case, worlds
from tests.stability.plain import Column, Plain

from detente.stability import CLASSICAL, ConflictGraph, build_graph, robustness
from detente.stability.robustness import SingleEdit, held_after, single_edits
from detente.stability.support import support

Order = list[tuple[Column, int]]
"""The columns of a decision maker's statements with their levels."""
EVERY = list(CLASSICAL.values())


def edited(order: Order) -> Iterator[tuple[str, int, int, Order]]:
    """Yield every single edit of an order, as it is defined."""
    for k, (column, level) in enumerate(order):
        for n, (other, below) in enumerate(order):
            if below == level + 1:
                changed = list(order)
                changed[k], changed[n] = (other, level), (column, below)
                yield "swap", k + 1, n + 1, changed
        yield "delete", k + 1, 0, [*order[:k], *order[k + 1 :]]
        turned = tuple(not v for v in column)
        yield "reverse", k + 1, 0, [*order[:k], (turned, level), *order[k + 1 :]]


def ranks(order: Order, states: int) -> list[int]:
    """Return how many different achievements lie below that of each state."""
    levels = sorted({level for _, level in order})
    scores = [
        tuple(sum(column[s] for column, own in order if own == level) for level in levels)
        for s in range(states)
    ]
    return [sorted(set(scores)).index(score) for score in scores]


def orders(plain: Plain) -> list[Order]:
    return [[(plain.column(want), level) for want, level in order] for order in plain.orders]


def key(edit: SingleEdit) -> tuple[str, str, int, int]:
    return edit.actor, edit.operation, edit.position, edit.other


@pytest.mark.parametrize("concept", EVERY, ids=list(CLASSICAL))
def test_what_holds_after_each_edit(concept) -> None:
    fates = set()
    for plain, graph in worlds(10, 3, 4):
        edits = single_edits(graph)
        found = held_after(graph, edits, [concept])[concept.key]
        told = {
            key(e): set(np.flatnonzero(row).tolist()) for e, row in zip(edits, found, strict=True)
        }
        defined, own = {}, orders(plain)
        for i, actor in enumerate(plain.deciders):
            for operation, k, n, order in edited(own[i]):
                changed = [*own[:i], order, *own[i + 1 :]]
                conflict = plain.conflict([ranks(o, len(plain.states)) for o in changed])
                defined[actor, operation, k, n] = {
                    s
                    for s in plain.states
                    if all(concept.holds(conflict, i, s) for i in conflict.everyone)
                }
        assert told == defined
        held = {
            s
            for s in plain.states
            if all(concept.holds(plain.game.conflict, i, s) for i in range(3))
        }
        fates |= {(bool(held - after), bool(after - held)) for after in told.values()}
    assert fates >= {(False, False), (True, False), (False, True)}


def test_reversals_and_deletions_are_those_of_support() -> None:
    for _, graph in worlds(10, 3, 4):
        edits = single_edits(graph)
        found = held_after(graph, edits, EVERY)
        told = {key(e): n for n, e in enumerate(edits)}
        for s in support(graph, graph.status_quo, EVERY):
            for operation, holds in (("reverse", s.reversed), ("delete", s.deleted)):
                n = told[s.actor, operation, s.position, 0]
                after = {k: bool(column[n, graph.status_quo.code]) for k, column in found.items()}
                assert after == holds


def test_batches_change_nothing(monkeypatch) -> None:
    _, graph = next(worlds(1, 3, 4))
    edits = single_edits(graph)
    whole = held_after(graph, edits, EVERY)
    for cells in (1, 3 * graph.ranks.size):
        monkeypatch.setattr(robustness, "CELLS", cells)
        parts = held_after(graph, edits, EVERY)
        assert all(np.array_equal(whole[k], parts[k]) for k in whole)
    assert held_after(graph, (), EVERY)["nash"].shape == (0, graph.ranks.shape[1])


def test_statements_of_one_level_are_not_swapped_but_all_with_the_next() -> None:
    graph = graph_of({"a": ["a.x", "a.y", "b.x"]}, tied=[1])
    swaps = [(e.position, e.other) for e in single_edits(graph) if e.operation == "swap"]
    assert swaps == [(1, 3), (2, 3)]


def test_a_swap_is_unsure_where_either_place_is() -> None:
    graph = graph_of({"a": ["a.x", "a.y", "b.x", "not a.x"]}, unsure=[1])
    swaps = {(e.position, e.other): e.unsure for e in single_edits(graph) if e.operation == "swap"}
    assert swaps == {(1, 2): True, (2, 3): True, (3, 4): False}
    assert not any(e.unsure for e in single_edits(graph) if e.operation != "swap")


def graph_of(
    wants: dict[str, list[str]], tied: Sequence[int] = (), unsure: Sequence[int] = ()
) -> ConflictGraph:
    """Return a graph in which some statements of `a` are tied to the one above, or unsure."""
    case = made_case({**wants, "b": ["b.x"]}, ["a.x", "a.y", "b.x"])
    graph = build_graph(case, "main")
    first = tuple(
        s.model_copy(update={"about_equal": k in tied, "unsure": k in unsure})
        for k, s in enumerate(graph.orders[0])
    )
    return replace(graph, orders=(first, *graph.orders[1:]))
