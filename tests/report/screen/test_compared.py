"""How other states are called."""

from __future__ import annotations

from detente.case import open_case
from detente.report.screen.compared import ByDifference, ByName
from detente.stability import build_graph
from detente.stability.game import game_of
from detente.stability.graph_form import graph_form

CASE = open_case("japan-russia")


def test_differences_are_told_party_by_party():
    graph = build_graph(CASE, "2016-12")
    game = game_of(graph)
    names = ByDifference(CASE, graph, graph.status_quo, game)
    other = graph.find(["jp.partial", "jp.exit", "ru.deals", "ru.outreach", "us.reset"])
    place = game.numbers().tolist().index(other.code)
    assert names.other(place) == (
        "the one with Japan taking up “Leave the sanctions line” and giving up “Lead with an "
        "economic package”, and Russia giving up “Build up and assert control on the islands”, "
        "and the United States taking up “Turn to Moscow”"
    )
    assert names.far(place) == 4
    assert names.lines().startswith("  Japan: Lead with an economic package [jp.econ]")


def test_the_priority_that_stands_against_is_the_first_that_tells_them_apart():
    graph = build_graph(CASE, "treaty-menu")
    game = game_of(graph)
    target = graph.find(["jp.t0", "ru.t0"])
    names = ByDifference(CASE, graph, target, game)
    today = game.today
    assert names.against(0, today) == (
        0,
        "Against that stands the first priority, “Refuse a treaty without islands”.",
    )
    level, _ = names.against(1, today)
    assert level == 3


def test_tied_statements_are_named_together():
    graph = build_graph(CASE, "treaty-menu")
    game = game_of(graph)
    from dataclasses import replace

    first, second, *rest = graph.orders[0]
    tied = (first, second.model_copy(update={"about_equal": True}), *rest)
    graph = replace(graph, orders=(tied, *graph.orders[1:]))
    names = ByDifference(CASE, graph, graph.find(["jp.t0", "ru.t0"]), game)
    said = names.against(0, game.today)[1]
    assert "“Refuse a treaty without islands” and “Keep any returned islands" in said


def test_states_of_a_graph_form_have_names():
    case = open_case("elmira-1991")
    form = graph_form(case, "literature")
    names = ByName(case, form, form.find(["s4"]))
    assert names.lines() == "  s4 (Uniroyal accepts a softer order)"
    assert names.other(0) == "s1 (The appeal drags on)"
    assert (names.far(3), names.against(0, 3)) == (0, (0, ""))
    assert names.head == "literature: The nine states of the literature"
