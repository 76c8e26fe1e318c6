"""Walks: every length, last mover and shortest way is that of the definition."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.contracts.games import draw
from tests.kernels.strolling import (
    Moves,
    Node,
    arcs_of,
    dense,
    legal_walks,
    moves_drawn,
    shortest_lengths,
)

from detente.kernels.movers import ArcMover, BitMover, Mover
from detente.kernels.walks import Walks, before, others, shortest, walks


def movers_of(moves: Moves) -> list[Mover]:
    return [ArcMover(a) for a in arcs_of(moves)]


def lengths(found: Walks) -> dict[Node, int]:
    return {(int(j), int(s)): int(found.arrivals[j, s]) for j, s in np.argwhere(found.arrivals > 0)}


@given(moves_drawn(), st.data())
def test_lengths_and_last_movers(moves: Moves, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(sorted(moves[0])))
    found, defined = walks(movers_of(moves), start), shortest_lengths(moves, start)
    assert lengths(found) == defined
    assert found.complete
    assert set(found.arrivals[found.arrivals <= 0].tolist()) <= {-1}
    for s in moves[0]:
        fewest = min((n for (_, t), n in defined.items() if t == s), default=-1)
        assert found.distances[s] == (0 if s == start else fewest)


@given(moves_drawn(), st.integers(0, 4), st.data())
def test_cut_off_after_some_moves(moves: Moves, within: int, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(sorted(moves[0])))
    found, defined = walks(movers_of(moves), start, within), shortest_lengths(moves, start)
    assert lengths(found) == {node: n for node, n in defined.items() if n <= within}
    assert found.complete == (max(defined.values(), default=0) <= within)


@given(moves_drawn(states=5), st.data())
def test_shortest_walks_are_all_there_is(moves: Moves, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(sorted(moves[0])))
    movers = movers_of(moves)
    found = walks(movers, start)
    for s in moves[0]:
        length = int(found.distances[s])
        every = legal_walks(moves, start, length) if length > 0 else [()] * (length == 0)
        ending = [walk for walk in every if not walk or walk[-1][1] == s]
        assert sorted(shortest(movers, found, s)) == sorted(ending)


@given(moves_drawn(states=5), st.data())
def test_what_comes_before_the_last_step(moves: Moves, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(sorted(moves[0])))
    movers = movers_of(moves)
    found = walks(movers, start)
    for (j, s), length in shortest_lengths(moves, start).items():
        every = [w for w in legal_walks(moves, start, length) if w[-1] == (j, s)]
        assert set(before(movers, found, j, s)) == {w[-2] for w in every if length > 1}


@pytest.mark.parametrize("seed", range(12))
def test_larger_games_in_graph_form(seed: int) -> None:
    rng = np.random.default_rng(seed)
    moves = dense(rng, int(rng.integers(1, 5)), 30)
    assert lengths(walks(movers_of(moves), 0)) == shortest_lengths(moves, 0)


@pytest.mark.parametrize("seed", range(12))
def test_games_in_option_form(seed: int) -> None:
    game = draw(np.random.default_rng(seed), 3, 5, spare=True)
    conflict, start = game.conflict, game.states[0]
    blank = {s: frozenset[int]() for s in range(len(game.feasible))}
    anyhow = [{**blank, **own} for own in conflict.moves]
    gladly = [
        {**blank, **{s: conflict.improvements(i, s) for s in game.states}}
        for i in conflict.everyone
    ]
    every = [BitMover(m, game.feasible) for m in game.moves]
    gains = [BitMover(m, game.feasible, r) for m, r in zip(game.moves, game.ranks, strict=True)]
    assert lengths(walks(every, start)) == shortest_lengths(anyhow, start)
    assert lengths(walks(gains, start)) == shortest_lengths(gladly, start)


def test_a_long_walk_is_found_and_traced() -> None:
    size = 3000
    moves = [
        {s: frozenset({s + 1} if s % 2 == j and s + 1 < size else ()) for s in range(size)}
        for j in (0, 1)
    ]
    movers = movers_of(moves)
    found = walks(movers, 0)
    assert found.distances[-1] == size - 1
    (way,) = shortest(movers, found, size - 1)
    assert way[:2] == ((0, 1), (1, 2))


def test_ways_come_one_at_a_time() -> None:
    """A ladder of squares has more shortest walks than could ever be listed."""
    steps = 60
    up = {
        s: frozenset({s + 1, s + 2} if s % 3 == 0 and s < 3 * steps else ())
        for s in range(3 * steps + 1)
    }
    on = {s: frozenset({s - s % 3 + 3} if s % 3 else ()) for s in range(3 * steps + 1)}
    movers = movers_of([up, on])
    found = walks(movers, 0)
    assert found.distances[-1] == 2 * steps
    assert len(set(islice(shortest(movers, found, 3 * steps), 50))) == 50


def test_who_moved_last_may_not_move_on() -> None:
    nodes = np.array([[True, True, False], [False, True, False], [False, False, True]])
    assert others(nodes).tolist() == [
        [False, True, True],
        [True, True, True],
        [True, True, False],
    ]
    assert others(nodes[:1]).tolist() == [[False, False, False]]
