"""The linear second opinion, against solutions by hand and by iteration."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.influence.nets import drawn, net

from detente.errors import TooLarge
from detente.influence import linear
from detente.influence.linear import at_rest


def test_a_chain_by_hand() -> None:
    found = at_rest(net([("a", "b", "+"), ("b", "c", "-"), ("d", "c", "+")]), {"a": 1}, draws=30)
    assert (found.shares["b"], found.shares["c"], found.settled) == (1.0, 0.0, 30)
    assert math.isnan(found.shares["d"])
    assert "a" not in found.shares


def test_levels_solve_the_equation() -> None:
    for seed in range(20):
        network = drawn(seed)
        (strengths,) = network.strengths(50, seed)
        push = np.array([1.0, 0, -0.5, 0, 0, 0])
        rested = linear._settled(network, strengths, push)
        for levels in rested:
            assert levels[push != 0] == pytest.approx([1.0, -0.5])
        weak = linear._settled(network, strengths * 0.05, push)
        assert len(weak) == 50
        for draw, levels in zip(strengths * 0.05, weak, strict=True):
            x = push.copy()
            for _ in range(200):
                after = push.copy()
                for link, w in zip(network.links, draw, strict=True):
                    if push[link.effect] == 0:
                        after[link.effect] += 0.8 * w * x[link.cause]
                x = after
            assert levels == pytest.approx(x, abs=1e-9)


def test_draws_that_find_no_rest_are_counted_and_left_out() -> None:
    strong = {"strength": "1"}
    edges = [
        ("a", "b", "+"),
        ("b", "c", "+", strong),
        ("c", "b", "+", strong),
        ("b", "b", "+", strong),
    ]
    found = at_rest(net(edges), {"a": 1}, draws=20)
    assert (found.settled, found.draws) == (0, 20)
    assert math.isnan(found.shares["b"])


def test_a_push_that_holds_a_node_cuts_its_loop() -> None:
    strong = {"strength": "1"}
    edges = [("a", "b", "+", strong), ("b", "a", "+", strong), ("b", "b", "+", {"strength": "0.5"})]
    assert at_rest(net(edges), {"a": 1}, draws=5).settled == 5
    assert at_rest(net([*edges, ("c", "b", "+")]), {"c": 1}, draws=5).settled == 0


def test_too_many_nodes_are_refused(monkeypatch) -> None:
    monkeypatch.setattr(linear, "LARGEST", 2)
    with pytest.raises(TooLarge, match="at most 2"):
        at_rest(net([("a", "b", "+"), ("b", "c", "+")]), {"a": 1})


def test_pushes_that_cancel_out_count_half() -> None:
    same = {"strength": "0.7"}
    edges = [
        ("a", "b", "+", same),
        ("a", "c", "+", same),
        ("b", "d", "+", same),
        ("c", "d", "-", same),
    ]
    assert at_rest(net(edges), {"a": 1}, draws=10).shares["d"] == 0.5


def test_what_is_reached_is_a_matter_of_paths_and_not_of_rounding(monkeypatch) -> None:
    """Whether 0.7 - 0.7 leaves a rest of 1e-17 depends on the machine."""
    monkeypatch.setattr(linear, "_settled", lambda *_: np.zeros((10, 3)))
    found = at_rest(net([("a", "b", "+"), ("c", "b", "+")]), {"a": 1}, draws=10).shares
    assert found["b"] == 0.5
    assert math.isnan(found["c"])
