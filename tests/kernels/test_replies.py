"""Replies: fixed points of sweeps against sets of joint moves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contracts.games import Game, draw, games

from detente.kernels import Improvements, joint_replies, settle
from detente.kernels.replies import any_move
from detente.kernels.thresholds import Replies
from detente.stability.definition import joint_moves

WORST = np.iinfo(np.int32).max
seeds = pytest.mark.parametrize("seed", range(6))


def pulls(game: Game, kind: Replies, group: list[int]) -> list:
    every = joint_replies(list(game.ranks), game.moves, kind)
    return [every[j] for j in group]


def joint(game: Game, kind: Replies, group: list[int], s: int) -> frozenset[int]:
    conflict = game.conflict
    steps = {"moves": lambda j, q: conflict.moves[j][q], "improvements": conflict.improvements}
    return joint_moves(group, s, steps[kind])


def least(game: Game, kind: Replies, group: list[int], values: np.ndarray) -> list[int]:
    return [
        min(values[q] for q in {s, *joint(game, kind, group, s)}) if ok else WORST
        for s, ok in enumerate(game.feasible)
    ]


@pytest.mark.parametrize("kind", ["moves", "improvements"])
@seeds
def test_settle_finds_the_least_value_that_joint_moves_bring_about(kind, seed):
    rng = np.random.default_rng([1, seed])
    for deciders, options in ((1, 3), (2, 4), (3, 4), (3, 5), (4, 5)) * 8:
        game = draw(rng, deciders, options)
        group = [int(j) for j in rng.permutation(deciders)[: rng.integers(1, deciders + 1)]]
        values = rng.integers(20, size=game.feasible.size, dtype=np.int32)
        found = settle(values, game.feasible, pulls(game, kind, group))
        assert found.tolist() == least(game, kind, group, values), (game, group)


@pytest.mark.parametrize("kind", ["moves", "improvements"])
@given(game=games(), data=st.data())
@settings(deadline=None)
def test_settle_on_games_that_shrink(kind, game, data):
    size = game.feasible.size
    row = data.draw(st.lists(st.integers(0, 9), min_size=size, max_size=size))
    values = np.array(row, dtype=np.int32)
    group = data.draw(st.permutations(range(len(game.ranks))))
    found = settle(values, game.feasible, pulls(game, kind, group))
    assert found.tolist() == least(game, kind, group, values)


@given(game=games(deciders=3))
@settings(deadline=None)
def test_one_pull_is_one_move(game):
    values = np.where(game.feasible, np.arange(game.feasible.size, dtype=np.int32)[::-1], WORST)
    for j, moves in enumerate(game.moves):
        before = values.copy()
        anywhere = np.where(game.feasible, any_move(moves)(values), WORST)
        assert anywhere.tolist() == least(game, "moves", [j], values)
        gladly = np.where(game.feasible, Improvements(game.ranks[j], moves)(values), WORST)
        assert gladly.tolist() == least(game, "improvements", [j], values)
        assert (values == before).all()


@given(game=games(deciders=3))
@settings(deadline=None)
def test_a_pull_in_place_leaves_infeasible_states_alone_and_says_whether_anything_fell(game):
    values = np.where(game.feasible, np.arange(game.feasible.size, dtype=np.int32)[::-1], WORST)
    for j, moves in enumerate(game.moves):
        for pull in (any_move(moves), Improvements(game.ranks[j], moves)):
            lowered = values.copy()
            fell = pull.lower(lowered)
            assert lowered.tolist() == np.where(game.feasible, pull(values), WORST).tolist()
            assert fell == (lowered != values).any()
            assert not pull.lower(lowered)


def test_nobody_replies_where_there_is_nobody():
    values, feasible = np.array([3, 4], dtype=np.int32), np.array([True, False])
    assert settle(values, feasible, []).tolist() == [3, WORST]


def test_nobody_improves_by_standing_still():
    game = draw(np.random.default_rng(3), 3, 5)
    level = game.with_ranks(np.zeros_like(game.ranks))
    values = np.arange(32, dtype=np.int32)
    found = settle(values, level.feasible, pulls(level, "improvements", [0, 1, 2]))
    assert (found == np.where(level.feasible, values, WORST)).all()


def test_the_order_of_pulls_does_not_matter():
    rng = np.random.default_rng(4)
    for _ in range(60):
        game = draw(rng, 3, 5)
        values = rng.integers(20, size=32, dtype=np.int32)
        found = [
            settle(values, game.feasible, pulls(game, "improvements", group)).tolist()
            for group in ([0, 1, 2], [2, 1, 0], [1, 0, 2])
        ]
        assert found[0] == found[1] == found[2]


def test_turn_about_is_followed_to_its_end():
    """A staircase: two movers climb it by turns, so only a last round finds the least value."""
    options = 8
    steps = [(1 << k) - 1 for k in range(options + 1)]
    ranks = np.zeros((2, 1 << options), dtype=np.int32)
    ranks[:, steps] = np.arange(1, options + 2)
    owners = tuple(b % 2 for b in range(options))
    game = Game(owners, ("free",) * options, np.ones(1 << options, dtype=bool), ranks)
    values = np.full(1 << options, 5, dtype=np.int32)
    values[steps[-1]] = 1
    for group in ([0, 1], [1, 0]):
        assert settle(values, game.feasible, pulls(game, "improvements", group))[0] == 1


@pytest.mark.parametrize("kind", ["moves", "improvements"])
def test_leading_axes_are_a_batch(kind):
    rng = np.random.default_rng(5)
    for _ in range(20):
        game = draw(rng, 3, 4)
        many = game.with_ranks(rng.integers(5, size=(3, 4, 16), dtype=np.int32))
        values = rng.integers(9, size=(4, 16), dtype=np.int32)
        together = settle(values, game.feasible, pulls(many, kind, [0, 1, 2]))
        for k in range(4):
            alone = pulls(game.with_ranks(many.ranks[:, k]), kind, [0, 1, 2])
            assert (together[k] == settle(values[k], game.feasible, alone)).all()
