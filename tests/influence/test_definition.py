"""The definition of a pulse, on cases that can be reckoned by hand."""

from __future__ import annotations

import math

from detente.influence.definition import levels_after


def test_a_chain_by_hand() -> None:
    first = math.tanh(0.8 * 0.5)
    assert levels_after(3, [(0, 1, 0.5), (1, 2, -1.0)], {0: 1.0}, steps=1) == [1.0, first, 0.0]
    assert levels_after(3, [(0, 1, 0.5), (1, 2, -1.0)], {0: 1.0}, steps=2) == [
        1.0,
        first,
        math.tanh(-0.8 * first),
    ]


def test_what_reaches_a_held_node_does_not_move_it() -> None:
    assert levels_after(2, [(0, 1, 1.0), (1, 0, -1.0)], {0: 0.6}, steps=5)[0] == 0.6


def test_a_loop_feeds_back_one_step_later() -> None:
    a, b = levels_after(3, [(0, 1, 1.0), (1, 2, 1.0), (2, 1, -1.0)], {0: 1.0}, steps=3)[1:]
    one = math.tanh(0.8)
    two = math.tanh(0.8 * one)
    assert math.isclose(a, math.tanh(0.8 * (1 - two)))
    assert math.isclose(b, two)
