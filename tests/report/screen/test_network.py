"""What is printed of a network."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped

from detente.influence import Scope, build_network
from detente.report.screen.lines import WIDTH
from detente.report.screen.network import network_text

CASE = open_shipped("japan-russia")


def test_nodes_stand_under_their_kind_with_what_acts_on_them() -> None:
    text = network_text(CASE, build_network(CASE))
    parts = [text.index(t) for t in ("Forces from outside:", "States of affairs:", "Outcomes:")]
    assert parts == sorted(parts)
    fear = next(line for line in text.splitlines() if "[BASEFEAR]" in line)
    assert fear.endswith(": +ALLY")
    assert max(map(len, text.splitlines())) <= WIDTH


def test_a_scope_changes_what_acts() -> None:
    text = network_text(CASE, build_network(CASE, Scope(without=("M39",))))
    assert next(line for line in text.splitlines() if "[BASEFEAR]" in line).endswith("[BASEFEAR]")
