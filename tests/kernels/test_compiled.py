"""Compiled sweeps equal the NumPy ones, whatever the bits and how they turn."""

from __future__ import annotations

import numpy as np
import pytest
from tests.kernels.drawn import WORST, drawn_moves, drawn_ranks, drawn_values

from detente.kernels import Moves, best_elsewhere, spread

compiled = pytest.importorskip("detente.kernels.compiled", reason="the extra `speed` is missing")
seeds = pytest.mark.parametrize("seed", range(8))
EXTREMES = {True: np.maximum, False: np.minimum}


def games(seed: int):
    rng = np.random.default_rng([7, seed])
    for options in (1, 2, 3, 5, 6, 7, 8, 9, 10, 11):  # shorter and longer than a run of 2**6
        yield rng, drawn_moves(rng, options), drawn_ranks(rng, options)


@pytest.mark.parametrize("largest", EXTREMES)
@seeds
def test_spread(largest, seed):
    for _, moves, values in games(seed):
        found = compiled.spread(values, moves, largest=largest)
        assert np.array_equal(found, spread(values, moves, EXTREMES[largest])), moves
        assert found.dtype == values.dtype


@seeds
def test_elsewhere(seed):
    for _, moves, values in games(seed):
        for nothing in (-1, 1, -9):
            found = compiled.elsewhere(values, moves, nothing)
            assert np.array_equal(found, best_elsewhere(values, moves, nothing)), moves


@seeds
def test_lower_leaves_infeasible_states_alone_and_says_whether_anything_fell(seed):
    for rng, moves, ranks in games(seed):
        values = drawn_values(rng, ranks)
        least = np.where(values == WORST, WORST, spread(values, moves, np.minimum))
        lowered = values.copy()
        assert compiled.lower(lowered, moves) == (values != least).any()
        assert np.array_equal(lowered, least), moves
        assert not compiled.lower(lowered, moves)


def test_values_given_are_left_alone():
    values = np.array([0, 1], dtype=np.int32)
    assert compiled.spread(values, Moves((0,)), largest=True).tolist() == [1, 1]
    assert compiled.elsewhere(values, Moves((0,)), -1).tolist() == [1, 0]
    assert values.tolist() == [0, 1]


def test_one_value_that_falls_is_not_forgotten():
    """It falls in the first of many tiles, or in the last: either is told."""
    for place in (0, 1 << 12 - 1, (1 << 12) - 2):
        values = np.ones(1 << 12, dtype=np.int32)
        values[place + 1] = 0
        assert compiled.lower(values, Moves((0,)))
        assert values[place] == 0
        assert not compiled.lower(values, Moves((0,)))
