"""What is printed of a ranking."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.drawn import made_case

from detente.report.screen.lines import WIDTH
from detente.report.screen.ranking import SHOWN, ranking_text
from detente.stability import CLASSICAL, ConflictGraph, build_graph
from detente.stability.ranking import rank_equilibria

EVERY = list(CLASSICAL.values())


def said(name: str, model: str, by: tuple[str, ...] = ()) -> str:
    case = open_shipped(name)
    graph = build_graph(case, model)
    return ranking_text(case, graph, rank_equilibria(graph, EVERY, by))


@pytest.mark.parametrize("model", ["2014", "2016-09", "2017-11", "treaty-menu"])
def test_every_ranking_keeps_to_the_width(model: str) -> None:
    assert max(map(len, said("japan-russia", model).splitlines())) <= WIDTH


def test_every_criterion_has_its_value_and_its_reason() -> None:
    text = said("elmira-1991", "main")
    s8 = text[text.index("5.* “Softer order accepted over local objections”") :]
    s8, _, s5 = s8.partition("6.* ")
    flat = " ".join(s8.split())
    assert "concepts: 5 of 5; the strongest is Nash stability" in flat
    assert "coalitions: none could gain by leaving it" in flat
    assert "reach: no improvements lead there from today, but 3 moves would" in flat
    assert (
        "edits: keeps every concept after 74 of 78 single edits; not after Uniroyal's third priority, "
        "“Softer order accepted over local objections”, reversed or dropped; Local government's"
    ) in flat
    assert "margin: 2 ranks, Uniroyal's (nash)" in flat
    flat = " ".join(s5.split())
    assert "coalitions: the Ministry and Uniroyal together could gain by taking up “Soften" in flat
    assert "reach: 1 improvement from today" in flat
    assert "a swap of Uniroyal's fourth and fifth priorities; or five more" in flat


def test_the_criteria_in_use_are_said_and_ties_shown() -> None:
    text = said("elmira-1991", "main", ("reach", "concepts"))
    assert "sorted by reach, then concepts; = shares a place" in " ".join(text.split())
    assert "1.* “Appeal drags on, local government insists”" in text
    assert text.count("3=") == 5
    assert "reach: in place today" in text
    assert "No priority is marked as unsure." in " ".join(text.split())


def test_long_lists_are_cut() -> None:
    text = said("japan-russia", "2016-09")
    assert f"… and {26 - SHOWN} more (use --json for all)" in text


def test_what_no_moves_lead_to_and_who_cannot_move() -> None:
    flat = " ".join(said("japan-russia", "2017-11").split())
    assert "; 3 more coalitions could gain" in flat
    case = made_case({"a": ["a.x"], "b": ["b.x"]}, ["a.x", "b.x"], rules=["a.x iff b.x"])
    graph = build_graph(case, "main")
    text = ranking_text(case, graph, rank_equilibria(graph, EVERY))
    assert "reach: no moves lead there from today" in text
    assert "margin: nobody has a move" in text


def test_nothing_holds() -> None:
    wants = {"a": ["a.x iff b.x"], "b": ["not a.x iff b.x"]}
    case = made_case(wants, ["a.x", "b.x"])
    graph = build_graph(case, "main")
    text = ranking_text(case, graph, rank_equilibria(graph, EVERY[:1]))
    assert text.endswith("No state is an equilibrium under Nash stability.")


def unsure(graph: ConflictGraph, actor: str) -> ConflictGraph:
    i = graph.decider(actor)
    order = tuple(s.model_copy(update={"unsure": True}) for s in graph.orders[i])
    return replace(graph, orders=(*graph.orders[:i], order, *graph.orders[i + 1 :]))


def test_unsure_priorities() -> None:
    case = open_shipped("elmira-1991")
    graph = unsure(build_graph(case, "main"), "uniroyal")
    text = " ".join(ranking_text(case, graph, rank_equilibria(graph, EVERY)).split())
    assert "unsure: keeps every concept after each of 8 swaps of unsure priorities" in text
    assert (
        "unsure: loses a concept after 1 of 8 swaps of unsure priorities: a swap of Uniroyal's fourth "
        "and fifth priorities"
    ) in text
    assert "No priority is marked" not in text


def test_parties_without_statements_have_no_edits() -> None:
    case = open_shipped("chicken")
    graph = build_graph(case, "main")
    bare = replace(graph, orders=((),) * 2)
    text = ranking_text(case, bare, rank_equilibria(bare, EVERY))
    assert "edits: no party's preferences are statements in an order" in text
