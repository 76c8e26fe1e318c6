"""The compiled pull equals the NumPy one, which is tested against sets of joint moves."""

from __future__ import annotations

import numpy as np
import pytest
from tests.kernels.drawn import WORST, drawn_moves, drawn_ranks, drawn_values

from detente.kernels import Improvements, Moves

improving = pytest.importorskip("detente.kernels.improving", reason="the extra `speed` is missing")


def agree(ranks: np.ndarray, moves: Moves, values: np.ndarray) -> None:
    expected = Improvements(ranks, moves)(values)
    pull = improving.SortedImprovements(ranks, moves)
    assert np.array_equal(pull(values), expected), moves
    lowered = values.copy()
    assert pull.lower(lowered) == (values != expected).any()
    assert np.array_equal(lowered, expected)
    assert not pull.lower(lowered)


@pytest.mark.parametrize("seed", range(12))
def test_it_equals_the_numpy_form(seed):
    rng = np.random.default_rng(seed)
    for options in (1, 2, 3, 4, 5, 6, 7, 8):
        moves, ranks = drawn_moves(rng, options), drawn_ranks(rng, options)
        agree(ranks, moves, drawn_values(rng, ranks))


@pytest.mark.parametrize("levels", [3, 1 << 20])
def test_numbers_to_sort_by_that_do_not_fit_into_four_bytes(levels):
    rng = np.random.default_rng(9)
    ranks = rng.integers(0, levels, 1 << 9).astype(np.int32) * ((1 << 26) // levels)
    agree(ranks, Moves((0, 1, 3, 4, 6, 7, 8)), drawn_values(rng, ranks))


def test_a_group_too_large_for_two_bytes_a_state(monkeypatch):
    rng = np.random.default_rng(10)
    ranks = rng.permutation(1 << 16).astype(np.int32)
    pull = improving.SortedImprovements(ranks, Moves(tuple(range(16))))
    assert pull.order.dtype == np.uint32
    agree(ranks, Moves(tuple(range(16))), drawn_values(rng, ranks))


def test_blocks_of_tiles_are_sorted_one_by_one(monkeypatch):
    monkeypatch.setattr(improving, "BLOCK", 64)
    rng = np.random.default_rng(11)
    for _ in range(10):
        moves, ranks = drawn_moves(rng, 9), drawn_ranks(rng, 9)
        agree(ranks, moves, drawn_values(rng, ranks))


def test_whoever_ties_does_not_move():
    ranks, moves = np.zeros(8, dtype=np.int32), Moves((0,), up=(1,), down=(2,))
    pull = improving.SortedImprovements(ranks, moves)
    values = np.arange(8, dtype=np.int32)
    assert not pull.lower(values)
    everything = np.full(8, WORST, dtype=np.int32)
    assert not pull.lower(everything)
