"""Nash stability statement by statement: against ranks, and ranks against tuples (`test_ranks`)."""

from __future__ import annotations

import numpy as np
import pytest
from tests.kernels.drawn import drawn_moves

from detente.kernels import Moves, lexicographic, refine, stands
from detente.kernels.bitsets import pack
from detente.kernels.refine import keep_best, side

RUN = 8
"""The lower bits share one axis here, so that the others have their own at few states."""


def compact(rng: np.random.Generator, options: int, among: np.ndarray) -> np.ndarray:
    """Draw a condition on some bits: a random table over them, of length 1 along all others."""
    high = [options - 1 - b for b in among if b >= RUN]
    shape = [2 if a in high else 1 for a in range(max(0, options - RUN))]
    low = [b for b in among if b < RUN]
    states = np.arange(1 << min(options, RUN))
    index = sum(((states >> b & 1) << k for k, b in enumerate(low)), np.zeros_like(states))
    table = rng.random((*shape, 1 << len(low))) < rng.choice([0.2, 0.5, 0.8])
    return table[..., index]


def listed(truth: np.ndarray, options: int) -> np.ndarray:
    full = (2,) * max(0, options - RUN) + (1 << min(options, RUN),)
    return np.broadcast_to(truth, full).reshape(-1)


def drawn(rng: np.random.Generator, options: int, count: int) -> list[np.ndarray]:
    some = (rng.choice(options, rng.integers(1, min(options, 4) + 1), False) for _ in range(count))
    return [compact(rng, options, among) for among in some]


def _mover(rng: np.random.Generator, options: int) -> Moves:
    """Draw the moves of one decision maker; not too many that cannot be taken back."""
    drawn = drawn_moves(rng, options)
    return drawn if len(drawn.up + drawn.down) < 5 else _mover(rng, options)


@pytest.mark.parametrize("block", [1, 16, 1 << 16])
@pytest.mark.parametrize("seed", range(6))
def test_what_is_left_is_what_nobody_leaves(block, seed, monkeypatch):
    monkeypatch.setattr(refine, "BLOCK", block)
    rng = np.random.default_rng([seed, block])
    for options in (3, 5, 6, 7, 8, 9, 10):
        movers = [_mover(rng, options) for _ in range(2)]
        rules = drawn(rng, options, int(rng.integers(0, 3)))
        feasible = np.logical_and.reduce([listed(r, options) for r in [*rules, np.array(True)]])
        feasible = np.broadcast_to(feasible, 1 << options)
        into = pack(feasible.reshape((2,) * max(0, options - RUN) + (-1,)))
        expected = feasible
        for moves in movers:
            wants = drawn(rng, options, int(rng.integers(0, 6)))
            levels = np.cumsum(rng.integers(0, 2, len(wants))).astype(int).tolist()
            truth = np.array([listed(w, options) for w in wants], dtype=bool)
            truth = truth.reshape(len(wants), 1 << options)
            ranks = lexicographic(truth, feasible, levels)
            expected = expected & stands(ranks, 0, feasible, [moves], [])
            tied = [
                [pack(w) for w, at in zip(wants, levels, strict=True) if at == level]
                for level in sorted(set(levels))
            ]
            keep_best(into, moves, [pack(r) for r in rules], tied)
        assert (into.reshape(-1) == pack(expected)).all(), (options, movers)


@pytest.mark.parametrize("options", [3, 6, 8, 10])
def test_the_side_of_a_bit(options):
    shape = (2,) * max(0, options - RUN) + (max(1, (1 << min(options, RUN)) // 64),)
    states = np.arange(1 << options)
    for bit in range(options):
        for on in (False, True):
            words = np.broadcast_to(side(bit, on, shape), shape).reshape(-1)
            mask = pack(np.ones(1 << options, dtype=bool))
            assert (words & mask == pack((states >> bit & 1) == on)).all()


def test_blocks_split_no_bits_of_the_mover(monkeypatch):
    """Everything is split that can be; the mover's own choices stay together."""
    monkeypatch.setattr(refine, "BLOCK", 1)
    rng = np.random.default_rng(3)
    whole = [compact(rng, 12, np.arange(12)) for _ in range(5)]
    feasible = np.ones(1 << 12, dtype=bool)
    ranks = lexicographic(np.array([listed(w, 12) for w in whole]), feasible)
    moves = Moves((0, 7, 9, 11), up=(10,))
    into = pack(feasible.reshape(2, 2, 2, 2, -1))
    keep_best(into, moves, [], [[pack(w)] for w in whole])
    assert (into.reshape(-1) == pack(stands(ranks, 0, feasible, [moves], []))).all()
