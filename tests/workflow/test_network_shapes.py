"""Shapes of the causal network: signs as text, what is not known as null, JSON throughout."""

from __future__ import annotations

import json
import math

from tests.influence.nets import net

from detente.influence import pulse
from detente.influence.linear import AtRest
from detente.influence.loops import find_loops
from detente.workflow.network_shapes import (
    link_shape,
    loop_shape,
    paths_shape,
    pulse_shape,
    rest_shape,
)

NET = net([("a", "b", "+"), ("b", "a", "-"), ("b", "c", "-")], ["a", "b", "c", "alone"])


def test_a_node_that_nothing_reaches_has_no_share() -> None:
    found = pulse_shape(pulse(NET, {"b": 1}, draws=20))
    assert found["responses"]["c"]["share_up"] == 0.0
    alone = found["responses"]["alone"]
    assert (alone["share_up"], alone["low"], alone["high"]) == (None, None, None)
    json.dumps(found, allow_nan=False)


def test_a_path_that_does_not_exist_is_null() -> None:
    found = paths_shape(pulse(NET, {"a": 1}, draws=20), "c")
    assert found["raising"] is None
    assert found["lowering"]["mechanisms"] == ["M1", "M3"]


def test_signs_are_written_out() -> None:
    (loop,) = find_loops(NET).found
    shape = loop_shape(NET.nodes, loop)
    assert (shape["sign"], sorted(shape["nodes"])) == ("-", ["a", "b"])
    assert [link_shape(NET.nodes, k)["sign"] for k in NET.links] == ["+", "-", "-"]


def test_where_nothing_comes_to_rest_there_is_no_share() -> None:
    found = rest_shape(AtRest({"a": math.nan, "b": 0.5}, 0, 10))
    assert found == {"settled": 0, "draws": 10, "share_up": {"a": None, "b": 0.5}}
