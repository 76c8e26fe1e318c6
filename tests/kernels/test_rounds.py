"""Moves in turn: against a game tree told state by state."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.contracts.graph_games import drawn_graph

from detente.kernels.arcs import Arcs, arcs_from, joint_reach
from detente.kernels.rounds import Rounds

Table = NDArray[np.bool_]


def ends_safely(own: Arcs, replies: Table, deters: NDArray[np.bool_], moves: int) -> list[bool]:
    """Return for each state whether the mover, with so many moves left, can be kept from gaining."""

    @cache
    def escapes(q: int, left: int) -> bool:
        return not deters[q] or (
            left > 0
            and any(
                not deters[t] and not (left > 1 and kept(t, left - 1)) for t in own.of(q).tolist()
            )
        )

    @cache
    def kept(t: int, left: int) -> bool:
        return any(not escapes(u, left - 1) for u in np.flatnonzero(replies[t]).tolist())

    return [not escapes(q, moves) for q in range(len(deters))]


@pytest.mark.parametrize("moves", [0, 1, 2, 3, 4, 5, None])
def test_who_ends_where_against_a_tree(moves: int | None) -> None:
    rng = np.random.default_rng(1)
    for _ in range(40):
        game = drawn_graph(rng, 3, int(rng.integers(2, 8)))
        own, replies = game.arcs[0], joint_reach(game.arcs[1:])
        size = len(game.labels)
        deters = rng.random((size, size)) < 0.5
        rounds = Rounds(own, replies)
        found = rounds.safe(deters, moves)
        # without a limit the last word is with the others: going round is no gain
        limit = 4 * size if moves is None else moves
        assert found.tolist() == [ends_safely(own, replies, row, limit) for row in deters]
        expected = [[bool((row & replies[q]).any()) for q in range(size)] for row in found]
        assert rounds.answered(found).tolist() == expected


def test_going_round_is_neither_won_by_moving_nor_settled_by_a_longer_tree() -> None:
    """The mover can only ever go round: with an odd number of moves it seems to end well."""
    own, other = arcs_from([(0, 1), (2, 1)], 3), arcs_from([(1, 2)], 3)
    rounds = Rounds(own, joint_reach([other]))
    deters = np.array([[True, False, True]])
    assert [bool(rounds.safe(deters, m)[0, 2]) for m in (2, 3, 98, 99, None)] == [
        True,
        False,
        True,
        False,
        True,
    ]


def test_without_others_nothing_is_answered() -> None:
    rounds = Rounds(arcs_from([(0, 1)], 2), None)
    deters = np.array([[True, False]])
    assert not rounds.answered(np.ones((1, 2), dtype=bool)).any()
    assert rounds.safe(deters, 0).tolist() == [[True, False]]
    assert rounds.safe(deters, 3).tolist() == rounds.safe(deters, None).tolist() == [[False, False]]


def test_some_rows_are_enough() -> None:
    rng = np.random.default_rng(2)
    game = drawn_graph(rng, 2, 7)
    rounds = Rounds(game.arcs[0], joint_reach(game.arcs[1:]))
    deters = rng.random((7, 7)) < 0.5
    assert np.array_equal(rounds.safe(deters, 3)[2:4], rounds.safe(deters[2:4], 3))
