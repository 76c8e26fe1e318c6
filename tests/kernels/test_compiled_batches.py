"""The compiled form by itself: lanes to spare, and words that are not full."""

from __future__ import annotations

import numpy as np
import pytest

from detente.kernels import Moves
from detente.kernels.bitsets import count
from detente.kernels.classes import classes_of

fused = pytest.importorskip("detente.kernels.compiled_batches", reason="`speed` is missing")


def test_games_do_not_touch_each_other():
    """Every game alone gives what it gives among others, whichever lane it has."""
    rng = np.random.default_rng(1)
    feasible = rng.random(128) < 0.8
    moves = [Moves((0, 3, 5)), Moves((1, 6), up=(2,), down=(4,))]
    own = [classes_of(feasible, [m]) for m in moves]
    others = own[::-1]
    ranks = rng.integers(0, 99, (fused.LANES + 5, 2, 128)).astype(np.uint16)
    together = fused.hold_all(ranks, feasible, own, others)
    for n in (0, 1, fused.LANES - 1, fused.LANES, fused.LANES + 4):
        alone = fused.hold_all(ranks[n : n + 1], feasible, own, others)
        assert (together[n] == alone[0]).all()


def test_what_is_level_holds_everywhere():
    feasible = np.ones(8, dtype=bool)
    everyone = [classes_of(feasible, [Moves((0, 1, 2))])]
    found = fused.hold_all(
        np.zeros((3, 1, 8), np.uint16), feasible, everyone, [classes_of(feasible, [])]
    )
    assert [[count(words) for words in game] for game in found] == [[8, 8, 8]] * 3
