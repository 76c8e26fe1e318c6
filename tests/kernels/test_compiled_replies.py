"""Compiled SEQ and SSEQ: the list of moves, and the same answers as the sweeps for whole blocks."""

from __future__ import annotations

import numpy as np
import pytest
from tests.contracts.games import draw

from detente.kernels import batches
from detente.kernels.batches import hold_all
from detente.kernels.moves import Moves

replies = pytest.importorskip("detente.kernels.compiled_replies")

KINDS = [("improvements", False), ("improvements", True)]


def test_links_are_the_moves_between_feasible_states() -> None:
    feasible = np.array([True, True, False, True])
    found = replies.links_of(feasible, [Moves(up=(0,)), Moves(free=(1,))])
    assert sorted(map(tuple, found.tolist())) == [(0, 0, 1), (1, 1, 3), (1, 3, 1)]


def test_a_graph_without_moves() -> None:
    feasible = np.array([True, False])
    links = replies.links_of(feasible, [Moves((0,))])
    ranks = np.zeros((3, 1, 2), dtype=np.uint16)
    found = replies.hold_all(ranks, feasible, links, [False])
    assert (links.shape, found.tolist()) == ((0, 3), [[[1]]] * 3)


@pytest.mark.parametrize("seed", range(8))
def test_blocks_of_games_are_as_swept(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(seed)
    game = draw(rng, 2 + seed % 3, 5, spare=bool(seed % 2))
    size, levels = game.feasible.size, (2, 4, game.feasible.size)[seed % 3]
    ranks = rng.integers(0, levels, (150, len(game.ranks), size)).astype(np.int32)
    compiled = hold_all(ranks, game.feasible, game.moves, KINDS)
    monkeypatch.setattr(batches, "MOST_LINKS", 0)
    assert (hold_all(ranks, game.feasible, game.moves, KINDS) == compiled).all()
    monkeypatch.setattr(batches, "has_numba", lambda: False)
    assert (hold_all(ranks, game.feasible, game.moves, KINDS) == compiled).all()
    assert compiled.any()
