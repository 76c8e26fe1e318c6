"""Pulses: the kernel equals the definition, whatever the network and however many draws."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.influence.definition import levels_after
from detente.kernels import pulses
from detente.kernels.pulses import Wiring, respond, tally


def wiring(nodes: int, pairs: list[tuple[int, int]]) -> Wiring:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Wiring(nodes, table[:, 0], table[:, 1])


@st.composite
def worlds(draw):
    nodes = draw(st.integers(1, 7))
    node = st.integers(0, nodes - 1)
    pairs = draw(st.lists(st.tuples(node, node), max_size=20))
    strength = st.floats(-1, 1, allow_nan=False)
    weights = draw(st.lists(strength, min_size=len(pairs), max_size=len(pairs)))
    pushed = draw(
        st.dictionaries(node, st.sampled_from([-1.0, -0.4, 0.3, 1.0]), min_size=1, max_size=3)
    )
    return nodes, pairs, weights, pushed, draw(st.integers(1, 12))


@given(worlds())
@settings(deadline=None, max_examples=300)
def test_the_kernel_equals_the_definition(world) -> None:
    nodes, pairs, weights, pushed, steps = world
    pulse = np.array([pushed.get(n, 0.0) for n in range(nodes)])
    found = respond(wiring(nodes, pairs), np.array([weights]).reshape(1, -1), pulse, steps)
    pushes = [(c, e, w) for (c, e), w in zip(pairs, weights, strict=True)]
    assert found[0] == pytest.approx(levels_after(nodes, pushes, pushed, steps), abs=1e-12)


def test_draws_do_not_disturb_one_another(monkeypatch) -> None:
    rng = np.random.default_rng(3)
    net = wiring(9, rng.integers(9, size=(30, 2)).tolist())
    weights, pulse = rng.uniform(-1, 1, (500, 30)), np.eye(9)[0]
    together = respond(net, weights, pulse)
    alone = np.concatenate([respond(net, w[None], pulse) for w in weights])
    assert together == pytest.approx(alone, abs=1e-13)
    monkeypatch.setattr(pulses, "BLOCK", 64)
    assert respond(net, weights, pulse) == pytest.approx(together, abs=1e-13)


def test_a_tally_counts_the_signs_of_the_levels() -> None:
    rng = np.random.default_rng(4)
    net = wiring(7, rng.integers(6, size=(12, 2)).tolist())  # nothing reaches the last node
    weights, pulse = rng.uniform(-1, 1, (1000, 12)), -np.eye(7)[2]
    levels = respond(net, weights, pulse)
    counts = tally(net, iter([weights[:300], weights[300:]]), pulse)
    assert counts[0].tolist() == (levels > 0).sum(axis=0).tolist()
    assert counts[1].tolist() == (levels < 0).sum(axis=0).tolist()


def test_pushed_nodes_are_held_and_nothing_else_starts() -> None:
    net = wiring(4, [(0, 1), (1, 0), (2, 3)])
    found = respond(net, np.array([[0.5, -0.5, 1.0]]), np.array([-0.7, 0, 0, 0]))[0]
    assert found[0] == -0.7
    assert found[1] < 0
    assert found[2] == found[3] == 0


def test_a_network_without_edges_and_no_draws() -> None:
    assert respond(wiring(2, []), np.zeros((3, 0)), np.array([1.0, 0])).tolist() == [[1, 0]] * 3
    assert respond(wiring(2, [(0, 1)]), np.zeros((0, 1)), np.array([1.0, 0])).shape == (0, 2)


def test_memory_does_not_grow_with_the_draws() -> None:
    rng = np.random.default_rng(5)
    net, pulse = wiring(30, rng.integers(30, size=(80, 2)).tolist()), np.eye(30)[0]

    def peak(blocks: int) -> int:
        tracemalloc.start()
        tally(net, (np.random.default_rng(b).random((1000, 80)) for b in range(blocks)), pulse)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(60) < 1.3 * peak(3)
