"""Fewest improvements: against a search over sets of moves."""

from __future__ import annotations

import numpy as np
import pytest
from tests.contracts.games import Game, draw

from detente.kernels import gains, moves
from detente.kernels.gains import FAR, improvement_steps, last_step


def by_search(game: Game, start: int) -> dict[int, int]:
    """How many improvements it takes, by looking at all states one step further each time."""
    steps, last = {start: 0}, {start}
    while last:
        found = {
            q
            for s in last
            for i in game.conflict.everyone
            for q in game.conflict.improvements(i, s)
        }
        last = found - set(steps)
        steps |= dict.fromkeys(last, max(steps.values()) + 1)
    return steps


@pytest.mark.parametrize("dense", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_steps_are_those_of_a_search_and_paths_can_be_walked(dense, seed, monkeypatch):
    if dense:  # one pass over all states each time, as where much is reached at once
        monkeypatch.setattr(gains, "SPARSE", 1 << 30)
    rng = np.random.default_rng(seed)
    for deciders, options in ((1, 3), (2, 4), (3, 5), (4, 6)) * 4:
        game = draw(rng, deciders, options, spare=bool(seed % 2))
        start = int(rng.choice(game.states))
        expected = by_search(game, start)
        steps = improvement_steps(game.ranks, game.moves, start)
        assert {s: n for s, n in enumerate(steps.tolist()) if n != FAR} == expected
        for s in expected:
            if s != start:
                mover, before = last_step(game.ranks, game.moves, steps, s)
                assert s in game.conflict.improvements(mover, before)
                assert expected[before] == expected[s] - 1


def test_paths_are_followed_so_far_only():
    ranks = np.arange(8, dtype=np.int32)[None].repeat(3, axis=0)
    one_each = [moves.Moves((b,)) for b in range(3)]
    assert improvement_steps(ranks, one_each, 0).tolist() == [0, 1, 1, 2, 1, 2, 2, 3]
    cut = improvement_steps(ranks, one_each, 0, within=1)
    assert cut.tolist() == [0, 1, 1, FAR, 1, FAR, FAR, FAR]


def test_nobody_comes_last_where_no_path_leads():
    ranks = np.zeros((1, 2), dtype=np.int32)
    with pytest.raises(ValueError, match="no improvement leads"):
        last_step(ranks, [moves.Moves((0,))], np.array([0, 1], dtype=np.uint16), 1)
