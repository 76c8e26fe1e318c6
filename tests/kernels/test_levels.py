"""Levels that persist, against the rule applied one run and one node at a time."""

from __future__ import annotations

import math

import numpy as np
import pytest

from detente.kernels.levels import relax
from detente.kernels.pulses import Wiring


def plain(wiring, weights, levels, forcing, held, speed, rounds):
    now = [h if not math.isnan(h) else x for x, h in zip(levels, held, strict=True)]
    for _ in range(rounds):
        push = list(forcing)
        for c, e, w in zip(wiring.causes, wiring.effects, weights, strict=True):
            push[e] += 0.8 * w * now[c]
        now = [
            h if not math.isnan(h) else x + speed / rounds * (math.tanh(p) - x)
            for x, p, h in zip(now, push, held, strict=True)
        ]
    return now


@pytest.mark.parametrize("seed", range(25))
def test_the_kernel_equals_the_rule(seed: int) -> None:
    rng = np.random.default_rng(seed)
    nodes, edges, runs = int(rng.integers(1, 7)), int(rng.integers(0, 15)), 5
    wiring = Wiring(nodes, *rng.integers(nodes, size=(2, edges)))
    weights = rng.uniform(-1, 1, (runs, edges))
    levels, forcing = rng.uniform(-1, 1, (2, runs, nodes))
    held = np.where(rng.random((runs, nodes)) < 0.3, rng.uniform(-1, 1, (runs, nodes)), np.nan)
    speed, rounds = float(rng.uniform(0.1, 1)), int(rng.integers(1, 6))
    found = relax(wiring, weights, levels, forcing, held, speed, rounds)
    for run in range(runs):
        one = plain(wiring, weights[run], levels[run], forcing[run], held[run], speed, rounds)
        assert found[run] == pytest.approx(one, abs=1e-12)


def test_without_a_push_levels_fade_and_nothing_given_is_changed() -> None:
    wiring = Wiring(1, np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
    levels, none = np.array([[1.0]]), np.zeros((1, 1))
    after = relax(wiring, np.zeros((1, 0)), levels, none, np.array([[np.nan]]), 0.5, 1)
    assert after.tolist() == [[0.5]]
    assert (levels[0, 0], none[0, 0]) == (1.0, 0.0)
