"""The definitions themselves: joint moves against walks and matrices; what counts as a move."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contracts.games import once_each, sketch

from detente.stability.definition import joint_moves

Arcs = dict[tuple[int, int], frozenset[int]]


def digraphs(count: int, movers: int, *, seed: int = 0) -> Iterator[tuple[int, Arcs]]:
    """Draw digraphs, one for each mover: common, intransitive and circular moves all occur."""
    rng = np.random.default_rng([seed, movers])
    for _ in range(count):
        size = int(rng.integers(2, 8))
        adjacent = rng.random((movers, size, size)) < rng.uniform(0.1, 0.5)
        adjacent[:, range(size), range(size)] = False
        yield (
            size,
            {
                (j, s): frozenset(np.flatnonzero(adjacent[j, s]).tolist())
                for j in range(movers)
                for s in range(size)
            },
        )


def step(arcs: Arcs) -> Callable[[int, int], Iterable[int]]:
    return lambda j, s: arcs[j, s]


def by_walks(group: list[int], start: int, arcs: Arcs, size: int) -> set[int]:
    """Walk on (state, last mover), one length after the other, for as long as it can matter."""
    now = {(q, j) for j in group for q in arcs[j, start]}
    seen = set(now)
    for _ in range(size * len(group)):
        now = {(t, j) for q, last in now for j in group if j != last for t in arcs[j, q]}
        seen |= now
    return {q for q, _ in seen}


def by_matrices(group: list[int], start: int, arcs: Arcs, size: int) -> set[int]:
    """Multiply: M_i(t) = J_i . OR of M_j(t-1) over the others (Xu, Li, Hipel & Kilgour 2009)."""
    states = range(size)
    step = {j: np.array([[int(q in arcs[j, s]) for q in states] for s in states]) for j in group}
    first = dict(step)  # first[i]: where legal walks of one length lead that i begins
    total = np.sum(list(first.values()), axis=0)
    for _ in range(size * len(group)):
        every = np.sum(list(first.values()), axis=0)
        first = {i: np.sign(step[i] @ (every - first[i])) for i in group}
        total = total + every
    return set(np.flatnonzero(total[start]).tolist())


@pytest.mark.parametrize("oracle", [by_walks, by_matrices])
@pytest.mark.parametrize("movers", [1, 2, 3, 4])
def test_joint_moves_are_the_ends_of_legal_walks(oracle, movers):
    for size, arcs in digraphs(150, movers):
        for start in range(size):
            found = joint_moves(range(movers), start, step(arcs))
            assert found == oracle(list(range(movers)), start, arcs, size), (start, arcs)


def test_one_decision_maker_makes_one_move():
    for size, arcs in digraphs(50, 2):
        assert all(joint_moves([1], s, step(arcs)) == arcs[1, s] for s in range(size))


def test_a_group_of_nobody_goes_nowhere():
    assert joint_moves([], 0, step({})) == frozenset()


@pytest.mark.parametrize(
    ("path", "end"),
    [
        ("aba", {1, 2, 3}),  # the same one may move again later
        ("abab", {1, 2, 3, 4}),
        ("aa", {1}),  # but not twice in succession
        ("abb", {1, 2}),
        ("abba", {1, 2}),
    ],
)
def test_who_may_move_when(path, end):
    arcs = {("ab".index(mover), s): [s + 1] for s, mover in enumerate(path)}
    assert joint_moves([0, 1], 0, lambda j, s: arcs.get((j, s), [])) == end


def test_a_state_with_two_possible_last_movers_is_open_to_both():
    arcs = {(0, 0): [1], (1, 0): [1], (0, 1): [2], (1, 2): [3]}
    assert joint_moves([0, 1], 0, lambda j, s: arcs.get((j, s), [])) == {1, 2, 3}


def test_moving_again_later_matters_and_often():
    """The once-only rule of an earlier tool falls short; with two movers as with more."""
    for movers in (2, 3, 4):
        short = 0
        for size, arcs in digraphs(200, movers, seed=1):
            for start in range(size):
                full = joint_moves(range(movers), start, step(arcs))
                once = once_each(range(movers), start, step(arcs))
                assert once <= full
                short += once != full
        assert short > 20


def test_with_transitive_moves_the_order_of_movers_does_not_matter():
    """Then joint moves are a plain closure; this is why kernels may sweep to a fixed point."""
    for size, arcs in digraphs(100, 3, seed=2):
        moves = {(j, s): closure(s, [j], arcs) - {s} for j, s in arcs}
        for start in range(size):
            found = joint_moves(range(3), start, step(moves))
            assert found | {start} == closure(start, range(3), moves)


def closure(start: int, group: Iterable[int], arcs: Arcs) -> frozenset[int]:
    found, pending = {start}, [start]
    while pending:
        q = pending.pop()
        new = set().union(*(arcs[j, q] for j in group)) - found
        found |= new
        pending += new
    return frozenset(found)


@given(st.data())
@settings(deadline=None)
def test_improvements_are_moves_to_strictly_better_states(data):
    size = data.draw(st.integers(1, 5))
    ranks = data.draw(st.lists(st.integers(0, 2), min_size=size, max_size=size))
    state = st.integers(0, size - 1)
    arcs = data.draw(st.sets(st.tuples(state, state).filter(lambda arc: arc[0] != arc[1])))
    conflict = sketch([ranks], arcs)
    for s in range(size):
        better = {q for p, q in arcs if p == s and ranks[q] > ranks[s]}
        assert conflict.improvements(0, s) == better
        assert {q for q in conflict.states if conflict.at_least(0, s, q)} == {
            q for q in range(size) if ranks[q] <= ranks[s]
        }


def test_others_are_all_but_oneself():
    conflict = sketch([[0], [0], [0]], [], [], [])
    assert list(conflict.everyone) == [0, 1, 2]
    assert [conflict.others(i) for i in conflict.everyone] == [[1, 2], [0, 2], [0, 1]]


def test_replies_leave_out_the_mover_and_gladly_asks_each_mover_where_it_stands():
    conflict = sketch(
        [[0, 0, 0, 0], [0, 0, 1, 0], [9, 1, 0, 2]],
        [(0, 3)],  # i itself
        [(0, 1), (1, 2)],  # prefers 2 to 1; has nothing from 0 to 1
        [(0, 1), (2, 3)],  # loses from 0 to 1; prefers 3 to 2, though not to 0
    )
    assert conflict.replies(0, 0) == {1, 2, 3}
    assert conflict.gladly(0, 0) == frozenset()
    assert conflict.gladly(0, 1) == {2, 3}


def test_the_start_can_be_a_reply_where_others_can_undo_the_move():
    """Only moves held in common allow it; at_least(s, s) then makes it a sanction."""
    assert sketch([[0, 1], [0, 0]], [(0, 1)], [(1, 0)]).replies(0, 1) == {0}
