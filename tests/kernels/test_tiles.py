"""Tiles: every state lies in one of them, with all that its mover can reach."""

from __future__ import annotations

import numpy as np
import pytest
from tests.kernels.drawn import drawn_moves

from detente.kernels import Moves, reach
from detente.kernels.tiles import DOWN, FREE, UP, groups, tiles


@pytest.mark.parametrize("seed", range(20))
def test_each_state_is_in_one_tile(seed):
    rng = np.random.default_rng(seed)
    options = int(rng.integers(1, 9))
    moves, run = drawn_moves(rng, options), int(rng.integers(0, 8))
    for walk in (tiles(options, moves, run), groups(options, moves, run)):
        at = walk.bases[:, None, None] + walk.rows[:, None] + np.arange(walk.width)
        assert sorted(at.ravel().tolist()) == list(range(1 << options))
        assert walk.width == 1 << min(run, options)


@pytest.mark.parametrize("seed", range(20))
def test_a_group_holds_what_its_mover_turns(seed):
    rng = np.random.default_rng([1, seed])
    options = int(rng.integers(1, 8))
    moves = drawn_moves(rng, options)
    walk = groups(options, moves, int(rng.integers(0, 6)))
    first = walk.bases[:, None] + walk.inner
    every = (first[..., None] + walk.steps).reshape(-1, len(walk.steps))
    assert sorted(every.ravel().tolist()) == list(range(1 << options))
    place = {s: (group, k) for group, row in enumerate(every) for k, s in enumerate(row.tolist())}
    for s, (group, k) in place.items():
        targets = {place[int(q)] for q in reach(s, moves)}
        ahead = [
            j
            for j in range(len(walk.steps))
            if j != k and walk.ahead[j] & walk.ahead[k] == walk.ahead[k]
        ]
        assert targets == {(group, j) for j in ahead}


def test_where_a_state_lies_in_a_copy_of_its_tile():
    walk = groups(5, Moves((1, 3), up=(4,)), run=2)
    copy = np.concatenate([walk.bases[0] + r + np.arange(walk.width) for r in walk.rows])
    for e in walk.inner:
        assert (copy[e + walk.places] == e + walk.steps).all()


def test_what_is_left_to_spread():
    walk = tiles(6, Moves(free=(0, 4), up=(1, 3), down=(5,)), run=2)
    assert walk.patterns.tolist() == [0, 0, 1, 1, 2, 2, 3, 3]
    assert walk.bits.tolist() == [0, 1, 2, 3]
    assert walk.turns.tolist() == [FREE, UP, UP, DOWN]
    assert walk.rows.tolist() == [0, 16, 8, 24, 32, 48, 40, 56]
