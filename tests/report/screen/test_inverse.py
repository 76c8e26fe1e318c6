"""What `inverse` prints."""

from __future__ import annotations

from functools import cache

import pytest

from detente.case import open_case
from detente.report.screen.compared import ByDifference, ByName
from detente.report.screen.inverse import inverse_text
from detente.report.screen.lines import WIDTH
from detente.stability import CLASSICAL, CONCEPTS, build_graph
from detente.stability.coalition_definitions import COALITION_CONCEPTS
from detente.stability.graph_form import graph_form
from detente.stability.inverse.answer import inverse, inverse_in

CASE = open_case("japan-russia")


@cache
def asked(model, target, concept, group):
    graph = build_graph(CASE, model)
    member = {**CONCEPTS, **COALITION_CONCEPTS}[concept]
    return graph, inverse(CASE, graph, target, member, at_most=0, group=group)


def said(model, target, concept, group=()):
    graph, found = asked(model, target, concept, group)
    text = inverse_text(
        ByDifference(CASE, graph, found.nearest.state, found.parts[0].conditions.game), found
    )
    assert max(map(len, text.splitlines())) <= WIDTH
    return " ".join(text.split())


def test_the_flagship():
    text = said("2016-12", "two_islands", "nash")
    assert text.startswith("2016-12: December 2016: courtship without a return Target: Peace on")
    assert "None of its 384 states holds. In the nearest, one party is in the way (Russia):" in text
    assert text.index("Japan holds to it") < text.index("Russia would leave it")
    assert "No single priority moved up or down by one party makes a state of the target" in text


@pytest.mark.parametrize("concept", CLASSICAL)
def test_who_can_do_it_and_what_hangs_together(concept):
    text = said("2014", "normalised", concept)
    assert "Russia alone can make this state hold, by ranking it" in text
    together = "The conditions hang together" in text
    assert together == (concept in ("seq", "sseq"))
    assert ("No party's conditions depend" in text) == (not together)


def test_limits_that_are_not_equal_are_told():
    text = said("2016-09", "return", "seq")
    assert "It takes 49 levels in all at least; whether fewer than 125 are enough is open." in text
    assert "is open" not in said("2014", "normalised", "seq")


def test_moves_of_one_priority(monkeypatch):
    text = said("2014", "normalised", "gmr")
    assert "One priority moved makes the target hold:" in text
    assert "- Russia moves “Stay the course in Ukraine” from first to second place" in text
    monkeypatch.setattr("detente.report.screen.inverse.SHOWN", 3)
    text = said("2014", "normalised", "gmr")
    assert text.count(" moves “") == 3
    assert text.endswith("… and 2 more (use --json for all)")


def test_what_holds_already():
    text = said("2016-12", "drift", "nash")
    assert "1 of its 384 states holds already. The one nearest to today:" in text
    assert "alone can make" not in text
    assert "priority moved" not in text
    graph = build_graph(CASE, "2016-12")
    assert "It holds already:" in said("2016-12", graph.status_quo, "nash")


def test_one_state_that_does_not_hold():
    graph = build_graph(CASE, "treaty-menu")
    text = said("treaty-menu", graph.find(["jp.t0", "ru.t0"]), "nash")
    assert "Target: one state (Nash stability) It does not hold; Japan would leave it:" in text


def test_several_parties_in_the_way():
    graph = build_graph(CASE, "treaty-menu")
    text = said("treaty-menu", graph.find(["jp.t0", "ru.t4", "us.waive"]), "nash")
    assert "No party alone can make this state hold; together they would have to rank it" in text


def test_a_coalition():
    text = said("2014", "normalised", "cgmr", group=("jp", "ru"))
    assert "(Coalition general metarationality of Japan and Russia) The coalition holds to" in text
    assert "one member that meets its own is enough" in text
    assert "priority moved" not in text


def test_a_model_in_graph_form():
    case = open_case("elmira-1991")
    form = graph_form(case, "literature")
    state = form.find(["s5"])
    names = ByName(case, form, state)
    concept = COALITION_CONCEPTS["cnash"]
    text = inverse_text(names, inverse_in(form, state, concept, group=["moe", "uniroyal"]))
    assert "The coalition would leave it." in text
    assert "no lower than s8 (Uniroyal accepts a softer order" in " ".join(text.split())
    alone = inverse_text(names, inverse_in(form, form.find(["s6"]), CONCEPTS["gmr"]))
    assert "Uniroyal alone can make this state hold, by ranking it 6 levels higher." in alone
    assert "priority" not in alone
