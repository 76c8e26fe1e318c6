"""Ranks: arithmetic on keys against comparing tuples of truth values."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.kernels import lexicographic
from detente.kernels import ranks as ranks_module
from detente.kernels.ranks import compact_ranks, dense, places, totals


def by_tuples(truth: np.ndarray, feasible: np.ndarray, levels: list[int]) -> list[int]:
    """Sort states by how many statements they fulfil on each level, the top level first."""
    keys = [
        tuple(
            sum(bool(row[s]) for row, at in zip(truth, levels, strict=True) if at == level)
            for level in sorted(set(levels))
        )
        for s in range(feasible.size)
    ]
    order = sorted({k for k, ok in zip(keys, feasible, strict=True) if ok})
    return [order.index(k) if ok else -1 for k, ok in zip(keys, feasible, strict=True)]


@st.composite
def statements(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, list[int]]:
    """Truth values of a few statements over a few states, feasibility, and rising levels."""
    count, size = draw(st.integers(0, 6)), draw(st.sampled_from([1, 2, 4, 8]))
    bits = st.lists(st.booleans(), min_size=count * size, max_size=count * size)
    truth = np.array(draw(bits), dtype=bool).reshape(count, size)
    feasible = np.array(draw(st.lists(st.booleans(), min_size=size, max_size=size)))
    rises = draw(st.lists(st.integers(0, 1), min_size=count, max_size=count))
    return truth, feasible, np.cumsum(rises, dtype=int).tolist()


@given(statements())
@settings(deadline=None)
def test_ranks_follow_the_first_level_that_differs(drawn):
    truth, feasible, levels = drawn
    assert lexicographic(truth, feasible, levels).tolist() == by_tuples(truth, feasible, levels)


@given(statements())
@settings(deadline=None)
def test_without_levels_each_statement_outranks_all_below_it(drawn):
    truth, feasible, _ = drawn
    strict = list(range(len(truth)))
    assert lexicographic(truth, feasible).tolist() == by_tuples(truth, feasible, strict)


@pytest.mark.parametrize("count", [61, 62, 63, 64, 130, 400])
@pytest.mark.parametrize("tied", [False, True])
def test_more_statements_than_bits_in_a_word(count, tied):
    rng = np.random.default_rng(count)
    levels = (np.arange(count) // 3 if tied else np.arange(count)).tolist()
    truth = np.repeat(rng.random((count, 1)) < 0.5, 16, axis=1)
    telling = [0, 1, 2, *rng.integers(count, size=2), count - 2, count - 1]
    truth[telling] = rng.random((len(telling), 16)) < 0.5  # all others tell no states apart
    feasible = rng.random(16) < 0.8
    assert lexicographic(truth, feasible, levels).tolist() == by_tuples(truth, feasible, levels)


@given(statements(), st.sampled_from([(3,), (2, 2), (0,)]), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_leading_axes_are_a_batch(drawn, batch, random):
    truth, feasible, levels = drawn
    rng = np.random.default_rng(random.getrandbits(32))
    many = rng.permuted(np.broadcast_to(truth, (*batch, *truth.shape)), axis=-1)
    together = lexicographic(many, feasible, levels)
    assert together.shape == (*batch, feasible.size)
    assert together.dtype == np.int32
    for place in np.ndindex(batch):
        assert together[place].tolist() == by_tuples(many[place], feasible, levels)


@given(statements())
@settings(deadline=None)
def test_ranks_are_dense_and_infeasible_states_hold_minus_one(drawn):
    truth, feasible, levels = drawn
    ranks = lexicographic(truth, feasible, levels)
    assert (ranks[~feasible] == -1).all()
    used = set(ranks[feasible].tolist())
    assert used == set(range(len(used)))


@pytest.fixture(params=[1, 4, 1 << 16])
def many(request, monkeypatch):
    """Keys kept small by tables from the first, later, or never."""
    monkeypatch.setattr(ranks_module, "MANY", request.param)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("count", [0, 1, 5, 12, 40, 130])
def test_few_states_and_many_statements(count):
    rng = np.random.default_rng(count)
    for size in (1, 4, 32, 128):
        truth = rng.random((count, size)) < 0.5
        feasible = rng.random(size) < 0.7
        levels = np.cumsum(rng.integers(0, 2, count)).astype(int).tolist()
        assert lexicographic(truth, feasible, levels).tolist() == by_tuples(truth, feasible, levels)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("seed", range(10))
def test_compact_columns_are_ranked_as_listed_ones(seed):
    rng = np.random.default_rng(seed)
    shape = (2, 2, 2, 8)

    def drawn() -> np.ndarray:
        some = tuple(n if rng.random() < 0.4 else 1 for n in shape)
        return rng.random(some) < 0.5

    def listed(compact: np.ndarray) -> np.ndarray:
        return np.broadcast_to(compact, shape).reshape(-1)

    for _ in range(8):
        columns, feasible = [drawn() for _ in range(rng.integers(0, 9))], drawn() | drawn()
        levels = np.cumsum(rng.integers(0, 2, len(columns))).astype(int).tolist()
        truth = np.array([listed(c) for c in columns], dtype=bool).reshape(len(columns), 64)
        expected = by_tuples(truth, listed(feasible), levels)
        assert listed(compact_ranks(columns, feasible, levels)).tolist() == expected
        weights = rng.integers(-3, 4, len(columns)).tolist()
        assert (listed(totals(columns, weights)) == totals(truth, weights)).all()
        assert (listed(places(columns)) == places(truth)).all()
        sums = totals(columns, weights)
        key = sums if sums.ndim else sums.reshape((1,) * len(shape))
        assert (listed(dense(key, feasible)) == dense(listed(key), listed(feasible))).all()


def test_dense_ranks_of_any_numbers():
    feasible = np.array([True, True, False, True])
    for scale in (1, 1 << 40):
        key = np.array([[-3, 5, 9, -3], [2, 1, 0, 0]]) * scale
        assert dense(key, feasible).tolist() == [[0, 1, -1, 0], [2, 1, -1, 0]]
        assert dense(key[0], np.zeros(4, dtype=bool)).tolist() == [-1] * 4
