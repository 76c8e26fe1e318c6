"""Moves as arcs: what groups reach, and what holds, against plain walks over pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.kernels.arcs import Arcs, arcs_from, held, joint_reach, kept_arcs

Pairs = set[tuple[int, int]]


@st.composite
def groups(draw: st.DrawFn, movers: int = 4, states: int = 6) -> tuple[int, list[Pairs]]:
    """A number of states, and the moves of some movers among them."""
    size = draw(st.integers(1, states))
    state = st.integers(0, size - 1)
    pairs = st.sets(st.tuples(state, state).filter(lambda p: p[0] != p[1]), max_size=size * 3)
    return size, draw(st.lists(pairs, min_size=1, max_size=movers))


def walks(moves: Sequence[Pairs], start: int) -> set[int]:
    """Follow every legal sequence: who moved last may not move next."""
    seen: set[tuple[int, int]] = set()
    pending = [(start, -1)]
    while pending:
        q, last = pending.pop()
        for j, own in enumerate(moves):
            for _, t in (p for p in own if p[0] == q and j != last):
                if (t, j) not in seen:
                    seen.add((t, j))
                    pending.append((t, j))
    return {q for q, _ in seen}


def pairs_of(arcs: Arcs) -> Pairs:
    return set(zip(arcs.sources().tolist(), arcs.targets.tolist(), strict=True))


def test_arcs_hold_every_pair_once_in_order() -> None:
    arcs = arcs_from([(2, 1), (0, 2), (2, 0), (2, 1), (1, 1)], 4)
    assert arcs.size == 4
    assert [arcs.of(s).tolist() for s in range(4)] == [[2], [], [0, 1], []]
    assert pairs_of(arcs) == {(0, 2), (2, 0), (2, 1)}


def test_no_arc_at_all() -> None:
    arcs = arcs_from([], 2)
    assert [arcs.of(s).tolist() for s in range(2)] == [[], []]
    assert kept_arcs(arcs, lambda s: np.ones(2, dtype=bool)).targets.tolist() == []
    assert not joint_reach([arcs, arcs]).any()


@given(groups(), st.randoms())
def test_kept_arcs_are_those_marked(drawn, random) -> None:
    size, moves = drawn
    keep = np.array([[random.random() < 0.5 for _ in range(size)] for _ in range(size)])
    kept = kept_arcs(arcs_from(moves[0], size), keep.__getitem__)
    assert pairs_of(kept) == {(s, t) for s, t in moves[0] if keep[s, t]}


@given(groups())
def test_joint_reach_is_what_legal_sequences_lead_to(drawn) -> None:
    size, moves = drawn
    reached = joint_reach([arcs_from(own, size) for own in moves])
    for s in range(size):
        assert set(np.flatnonzero(reached[s]).tolist()) == walks(moves, s)


@pytest.mark.parametrize("size", [7, 8, 9, 40])
def test_joint_reach_on_dense_and_on_long_games(size: int) -> None:
    """Sizes about a byte, and chains as long as the game, where growth goes on for many rounds."""
    rng = np.random.default_rng([30, size])
    chain = [{(s, s + 1) for s in range(j, size - 1, 3)} for j in range(3)]
    dense = [
        {(s, t) for s in range(size) for t in range(size) if s != t and rng.random() < 0.3}
        for _ in range(3)
    ]
    for moves in (chain, dense, [*chain, dense[0]]):
        reached = joint_reach([arcs_from(own, size) for own in moves])
        for s in range(size):
            assert set(np.flatnonzero(reached[s]).tolist()) == walks(moves, s)


def test_nobody_moves_twice_in_succession_but_may_again_later() -> None:
    moves = [{(0, 1), (1, 2), (3, 4)}, {(1, 3)}]
    assert np.flatnonzero(joint_reach([arcs_from(m, 5) for m in moves])[0]).tolist() == [1, 3, 4]


def test_a_joint_move_needs_a_mover() -> None:
    with pytest.raises(ValueError, match="at least one mover"):
        joint_reach([])


@given(groups(movers=3), st.data(), st.booleans(), st.booleans())
def test_held_is_what_the_definition_says(drawn, data, answered: bool, counter: bool) -> None:
    size, moves = drawn
    table = st.lists(st.booleans(), min_size=size * size, max_size=size * size)
    tempts, deters, replies = (np.array(data.draw(table)).reshape(size, size) for _ in range(3))
    own = arcs_from(moves[0], size)
    found = held(
        own, tempts.__getitem__, deters.__getitem__, replies if answered else None, counter
    )

    def sanctions(s: int, s2: int) -> bool:
        onward = [t for q, t in moves[0] if q == s2] if counter else []
        return all(deters[s, q] for q in (s2, *onward))

    for s in range(size):
        tempting = [t for q, t in moves[0] if q == s and tempts[s, t]]
        assert found[s] == all(
            answered and any(replies[s1, s2] and sanctions(s, s2) for s2 in range(size))
            for s1 in tempting
        )


def test_rows_are_left_as_they_were() -> None:
    """A row may be a view of a table; counter-moves must not write into it."""
    deters = np.array([[True, True, True]] * 3)
    own = arcs_from([(0, 1), (1, 2)], 3)
    before = deters.copy()
    replies = np.ones((3, 3), dtype=bool)
    held(own, lambda s: np.ones(3, dtype=bool), deters.__getitem__, replies, True)
    assert np.array_equal(deters, before)
    assert replies.all()
