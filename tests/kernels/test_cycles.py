"""Cycles: where walks lead from each to each, and whether anything leads out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from tests.kernels.strolling import Moves, Node, arcs_of, dense, loops, moves_drawn, onward

from detente.kernels.cycles import closed, cycles
from detente.kernels.movers import ArcMover, Mover


def compare(moves: Moves, among: set[Node]) -> set[bool]:
    movers: list[Mover] = [ArcMover(a) for a in arcs_of(moves)]
    marks = np.zeros((len(moves), len(moves[0])), dtype=bool)
    for node in among:
        marks[node] = True
    found = {
        frozenset((int(j), int(s)) for j, s in np.argwhere(c)): closed(movers, c)
        for c in cycles(movers, marks)
    }
    defined = loops(moves, among)
    assert set(found) == defined
    for cycle, end in found.items():
        assert end == all(onward(moves, node) <= cycle for node in cycle)
    return set(found.values())


@given(moves_drawn())
def test_cycles_of_all_that_there_is(moves: Moves) -> None:
    compare(moves, {(j, s) for j in range(len(moves)) for s in moves[0]})


@given(moves_drawn())
def test_cycles_among_some(moves: Moves) -> None:
    compare(moves, {(j, s) for j in range(len(moves)) for s in moves[0] if (s + j) % 3})


def test_larger_games() -> None:
    seen = set[bool]()
    for seed in range(15):
        rng = np.random.default_rng(seed)
        moves = dense(rng, int(rng.integers(2, 4)), 18)
        seen |= compare(moves, {(j, s) for j in range(len(moves)) for s in moves[0]})
    assert seen == {True, False}


def test_nobody_goes_round_alone() -> None:
    """One decision maker could go round and round, but may not move twice in succession."""
    alone: Moves = [{0: frozenset({1}), 1: frozenset({0})}]
    assert compare(alone, {(0, 0), (0, 1)}) == set()


@pytest.mark.parametrize("out", [False, True])
def test_a_way_out(out: bool) -> None:
    first = {0: frozenset({1}), 1: frozenset[int](), 2: frozenset[int]()}
    second = {0: frozenset[int](), 1: frozenset({0, 2} if out else {0}), 2: frozenset[int]()}
    assert compare([first, second], {(0, 1), (1, 0), (1, 2)}) == {not out}


def test_what_lies_between_two_cycles_is_on_neither() -> None:
    """A cycle of 3 and 4 leads by way of 0, which is looked at first, to one of 1 and 2."""
    first = {0: (), 1: (2,), 2: (), 3: (), 4: (3, 0)}
    second = {0: (1,), 1: (), 2: (1,), 3: (4,), 4: ()}
    moves: Moves = [{s: frozenset(to) for s, to in own.items()} for own in (first, second)]
    every = {(j, s) for j in (0, 1) for s in range(5)}
    assert len(loops(moves, every)) == 2
    assert compare(moves, every) == {True, False}
