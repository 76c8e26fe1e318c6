"""Options that the commands on the causal network share."""

from __future__ import annotations

import pytest


def test_levels_are_read_with_their_sign(as_json) -> None:
    code, data = as_json("pulse", "japan-russia", "OIL=1", "USRU=-0.5", "--draws", "20")
    assert (code, data["pushed"]) == (0, {"OIL": 1.0, "USRU": -0.5})


@pytest.mark.parametrize("given", ["OIL", "OIL=", "OIL=up", "=x"])
def test_what_is_no_level_is_refused(detente, given) -> None:
    code, _, err = detente("pulse", "japan-russia", given)
    assert code == 2
    assert "NODE=LEVEL" in err


def test_the_scope_reaches_the_network(as_json) -> None:
    scope = ["--document", "002", "--without", "M11", "--reverse", "M84", "--only", "observed"]
    code, data = as_json("pulse", "japan-russia", "JEAG=1", "--draws", "20", *scope)
    assert (code, data["responses"]["HARD"]["direction"]) == (0, "down")
    _, bridged = as_json("loops", "japan-russia", "--bridges", "--through", "M7")
    assert bridged["loops"]


def test_a_node_is_pushed_once(detente) -> None:
    code, _, err = detente("pulse", "japan-russia", "OIL=1", "oil=-1")
    assert code == 2
    assert "`oil` is given twice" in err
