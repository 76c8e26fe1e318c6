"""Many games at once: each as the definitions have it, in both forms."""

from __future__ import annotations

import numpy as np
import pytest
from tests.contracts.games import Game, by_definition, draw

from detente.kernels import batches
from detente.kernels.batches import FUSED, hold_all
from detente.kernels.bitsets import has
from detente.stability import CONCEPTS

KEYS = ("nash", "gmr", "smr", "seq", "sseq")
KINDS = [(CONCEPTS[k].replies, CONCEPTS[k].countermoves) for k in KEYS]


@pytest.fixture(params=["numpy", "compiled"])
def form(request, monkeypatch):
    if request.param == "compiled":
        pytest.importorskip("numba", reason="the extra `speed` is missing")
    else:
        monkeypatch.setattr(batches, "has_numba", lambda: False)


def many(rng: np.random.Generator, game: Game, count: int) -> list[Game]:
    size = game.feasible.size
    levels = rng.choice([2, 5, size], size=count)
    return [
        game.with_ranks(rng.integers(0, n, (len(game.ranks), size)).astype(np.int32))
        for n in levels
    ]


@pytest.mark.usefixtures("form")
@pytest.mark.parametrize("seed", range(6))
def test_each_game_is_as_defined(seed, monkeypatch):
    monkeypatch.setattr(batches, "BLOCK", 1 << 6)
    rng = np.random.default_rng(seed)
    for deciders, options in ((1, 3), (2, 4), (3, 5), (4, 5)) * 2:
        games = many(rng, draw(rng, deciders, options, spare=bool(seed % 2)), 3)
        feasible, moves = games[0].feasible, games[0].moves
        found = hold_all(np.stack([g.ranks for g in games]), feasible, moves, KINDS)
        for game, sets in zip(games, found, strict=True):
            for key, words in zip(KEYS, sets, strict=True):
                expected = by_definition(CONCEPTS[key], game).all(axis=0).tolist()
                assert [has(words, s) for s in game.states] == expected, (key, game)
                assert not any(has(words, int(s)) for s in np.flatnonzero(~feasible))


@pytest.mark.parametrize("dtype", [np.uint16, np.int32, np.int64])
@pytest.mark.parametrize("options", [3, 7, 8])
def test_both_forms_agree_on_more_games_than_go_side_by_side(options, dtype, monkeypatch):
    pytest.importorskip("numba", reason="the extra `speed` is missing")
    rng = np.random.default_rng(options)
    game = draw(rng, 3, options)
    ranks = rng.integers(0, 1 << options, (150, 3, 1 << options)).astype(dtype)
    fast = hold_all(ranks, game.feasible, game.moves)
    monkeypatch.setattr(batches, "has_numba", lambda: False)
    assert (fast == hold_all(ranks, game.feasible, game.moves)).all()


@pytest.mark.usefixtures("form")
@pytest.mark.parametrize("stretch", [lambda r: r * 100_000, lambda r: r - 7])
def test_ranks_of_more_than_two_bytes(stretch):
    game = draw(np.random.default_rng(5), 3, 5)
    ranks = np.random.default_rng(6).integers(0, 32, (9, 3, 32))
    plain = hold_all(ranks, game.feasible, game.moves)
    assert (hold_all(stretch(ranks), game.feasible, game.moves) == plain).all()


@pytest.mark.usefixtures("form")
def test_what_infeasible_states_hold_does_not_matter():
    rng = np.random.default_rng(7)
    game = next(g for g in iter(lambda: draw(rng, 3, 5), None) if not g.feasible.all())
    ranks = rng.integers(0, 32, (9, 3, 32)).astype(np.int32)
    plain = hold_all(ranks, game.feasible, game.moves, KINDS)
    for junk in (-1, 31, 70_000):
        other = np.where(game.feasible, ranks, junk).astype(np.int32)
        assert (hold_all(other, game.feasible, game.moves, KINDS) == plain).all()


@pytest.mark.usefixtures("form")
def test_no_game():
    game = draw(np.random.default_rng(8), 2, 4)
    none = hold_all(np.zeros((0, 2, 16), dtype=np.int32), game.feasible, game.moves)
    assert none.shape == (0, len(FUSED), 1)
