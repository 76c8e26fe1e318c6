"""Legal sequences: nobody moves twice in succession, everybody may move again later."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contracts.graph_games import drawn_graph

from detente.kernels.arcs import arcs_from, joint_reach
from detente.stability.definition import joint_moves
from detente.stability.legal import legal_sequences

SIZE = 5
pairs = st.sets(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=9)


@given(st.lists(pairs, min_size=1, max_size=4), st.integers(0, SIZE - 1))
@settings(deadline=None, max_examples=150)
def test_the_states_are_those_of_the_definition_and_of_the_kernel(found, start: int) -> None:
    arcs = [arcs_from(own, SIZE) for own in found]
    reached = {state for state, _ in legal_sequences(dict(enumerate(arcs)), start)}
    assert reached == joint_moves(range(len(arcs)), start, lambda j, q: arcs[j].of(q).tolist())
    assert reached == set(np.flatnonzero(joint_reach(arcs)[start]).tolist())


def test_each_sequence_is_legal_and_the_first_is_a_shortest() -> None:
    rng, again = np.random.default_rng(1), 0
    for _ in range(40):
        game = drawn_graph(rng, 3, 7)
        arcs = dict(enumerate(game.arcs))
        first: dict[int, int] = {}
        for state, path in legal_sequences(arcs, 0):
            at, last = 0, -1
            for mover, to in path:
                assert mover != last
                assert to in arcs[mover].of(at)
                at, last = to, mover
            assert at == state
            first.setdefault(state, len(path))
            again += len({mover for mover, _ in path}) < len(path)
        assert list(first.values()) == sorted(first.values())
        for state, length in first.items():
            assert length == shortest(arcs, state)
    assert again, "no path in which somebody moves again: the games are too tame"


def shortest(arcs, goal: int) -> int:
    """The length of a shortest legal sequence from state 0, by trying all of one length in turn."""
    ends, length = {(0, -1)}, 0
    while True:
        length += 1
        ends = {
            (t, j) for s, last in ends for j in arcs if j != last for t in arcs[j].of(s).tolist()
        }
        if goal in {s for s, _ in ends}:
            return length


def test_one_alone_moves_once() -> None:
    line = arcs_from([(0, 1), (1, 2)], 3)
    assert [state for state, _ in legal_sequences({4: line}, 0)] == [1]
    assert list(legal_sequences({}, 0)) == []


def test_the_start_is_there_only_if_a_sequence_returns_to_it() -> None:
    there, back = arcs_from([(0, 1)], 2), arcs_from([(1, 0)], 2)
    assert [path for state, path in legal_sequences({0: there, 1: back}, 0) if state == 0] == [
        ((0, 1), (1, 0))
    ]
    both = arcs_from([(0, 1), (1, 0)], 2)
    assert [state for state, _ in legal_sequences({0: both}, 0)] == [1]
