"""The compiled pull equals the NumPy one, and is taken only where it pays."""

import numpy as np
import pytest

from detente.kernels import Moves
from detente.kernels.replies import LARGE, Improvements, improvements

compiled = pytest.importorskip("detente.kernels.compiled", reason="the extra `speed` is missing")


@pytest.mark.parametrize("seed", range(40))
def test_it_equals_the_numpy_form(seed):
    rng = np.random.default_rng(seed)
    options = int(rng.integers(2, 10))
    bits = rng.permutation(options)[: rng.integers(1, options + 1)]
    moves = Moves(tuple(int(b) for b in sorted(bits)))
    levels = int(rng.choice([2, 5, 1 << options]))  # few levels make many ties
    ranks = rng.integers(0, levels, 1 << options).astype(np.int32)
    ranks[rng.random(ranks.size) < rng.choice([0.0, 0.3])] = -1
    values = rng.integers(0, 50, ranks.size).astype(np.int32)
    values[ranks < 0] = np.iinfo(np.int32).max
    feasible = ranks >= 0
    fast = compiled.CompiledImprovements(ranks, moves)(values)
    assert np.array_equal(fast[feasible], Improvements(ranks, moves)(values)[feasible])


def test_it_is_taken_for_one_large_reversible_game():
    large = np.arange(LARGE, dtype=np.int32)
    assert isinstance(improvements(large, Moves((0, 1))), compiled.CompiledImprovements)
    assert isinstance(improvements(large, Moves((0,), up=(1,))), Improvements)
    assert isinstance(improvements(large[: LARGE // 2], Moves((0, 1))), Improvements)
    assert isinstance(improvements(np.stack([large, large]), Moves((0,))), Improvements)


def test_values_given_are_left_alone():
    ranks = np.array([0, 1], dtype=np.int32)
    values = np.array([5, 3], dtype=np.int32)
    assert compiled.CompiledImprovements(ranks, Moves((0,)))(values).tolist() == [3, 3]
    assert values.tolist() == [5, 3]
