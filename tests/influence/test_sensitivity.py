"""Which mechanism carries an answer, against trying every one by hand."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.influence.nets import case_with

from detente.errors import UnknownName
from detente.influence import Scope, build_network, pulse
from detente.influence.sensitivity import flips

EDGES = [
    ("a", "b", "+"),
    ("b", "c", "+"),
    ("a", "c", "-", {"strength": "0.05"}),
    ("c", "d", "+"),
    ("e", "c", "-"),
]


def test_every_flip_and_no_other() -> None:
    case = case_with(EDGES)
    found = {
        (f.mechanism, f.change, f.after) for f in flips(case, Scope(), {"a": 1}, "c", draws=60)
    }
    expected = set()
    before = pulse(build_network(case), {"a": 1}, draws=60).responses["c"].direction
    for id in case.influences.edges:
        for change, scope in (
            ("dropped", Scope(without=(id,))),
            ("reversed", Scope(reversed=(id,))),
        ):
            after = pulse(build_network(case, scope), {"a": 1}, draws=60).responses["c"].direction
            if after != before:
                expected.add((id, change, after))
    assert found == expected != set()


def test_mechanisms_off_the_way_are_not_tried_and_change_nothing() -> None:
    case = case_with(EDGES)
    assert {f.mechanism for f in flips(case, Scope(), {"a": 1}, "c", draws=60)} <= {
        "M1",
        "M2",
        "M3",
    }


def test_a_reversal_in_the_scope_is_turned_back() -> None:
    case = case_with([("a", "b", "+")])
    (dropped, turned) = flips(case, Scope(reversed=("M1",)), {"a": 1}, "b", draws=10)
    assert (dropped.before, dropped.after, dropped.share) == ("down", "none", None)
    assert (turned.before, turned.after, turned.share) == ("down", "up", 1.0)


def test_unknown_nodes_are_refused() -> None:
    with pytest.raises(UnknownName):
        flips(case_with(EDGES), Scope(), {"a": 1}, "z")


def test_one_edge_carries_the_quarrel_on_the_weak_economy() -> None:
    found = flips(open_shipped("japan-russia"), Scope(), {"RECON": 1}, "HARD", draws=400)
    assert {f.mechanism for f in found} == {"M11"}
