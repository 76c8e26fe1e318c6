"""The way to an outcome: nearest states, shortest walks, and the proof that there is none."""

from __future__ import annotations

import numpy as np
import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.drawn import made_case, worlds

from detente.case.formula import parse
from detente.errors import UnknownName, UsageError
from detente.stability import build_graph
from detente.stability.destination import WAYS, destination, matching
from detente.stability.evolve import evolve, evolve_form
from detente.stability.graph_form import graph_form

ELMIRA = open_shipped("elmira-1991")


def test_what_is_reached_and_how_far_it_is() -> None:
    proofs = 0
    for plain, graph in worlds(40, 3, 4):
        evolution = evolve(graph)
        found = destination(evolution, "goal", matching(graph, "goal"))
        goals = {s for s in plain.states if plain.true("goal", s)}
        assert found.states == len(goals)
        reached = [(r.moves, r.number) for r in evolution.reached if r.number in goals]
        assert [(r.moves, r.number) for r in found.reached] == sorted(reached)
        nearest = [n for moves, n in reached if moves == min(reached)[0]]
        assert [w[-1].after.code for each in found.ways for w in each if w] == [
            w[-1].after.code for n in nearest for w in evolution.ways(n, WAYS) if w
        ]
        assert len(found.ways) == len(nearest)
        assert (found.by, found.looked, found.within) == (
            "improvements",
            len(evolution.reached),
            None,
        )
        proofs += not reached
    assert proofs


def test_not_within_so_many_moves_is_no_proof() -> None:
    graph = build_graph(ELMIRA, "main")
    found = destination(evolve(graph, by="moves", within=2), "s8", matching(graph, "s8"))
    assert (found.reached, found.ways, found.complete, found.within) == ((), (), False, 2)
    further = destination(evolve(graph, by="moves", within=3), "s8", matching(graph, "s8"))
    assert [r.moves for r in further.reached] == [3]
    assert len(further.ways[0]) == 6


def test_ways_to_one_state_are_cut_at_ten() -> None:
    options = [f"{a}.x" for a in "abcd"]
    graph = build_graph(made_case({a: [f"{a}.x"] for a in "abcd"}, options), "main")
    found = destination(evolve(graph), "", matching(graph, " and ".join(options)))
    assert len(found.ways[0]) == WAYS == 10


def test_a_state_of_a_graph_form_goes_by_its_id() -> None:
    form = graph_form(ELMIRA, "literature")
    assert np.flatnonzero(matching(form, "S8")).tolist() == [7]
    found = destination(evolve_form(form), "s8", matching(form, "s8"))
    assert (found.reached, found.complete) == ((), True)
    with pytest.raises(UnknownName, match="state"):
        matching(form, "s10")


def test_a_merged_state_meets_what_all_its_parts_meet() -> None:
    marks = {}
    for merge in ((), (parse("uniroyal.abandon"),)):
        model = ELMIRA.models["main"].model_copy(update={"merge": merge})
        form = graph_form(ELMIRA.model_copy(update={"models": {"main": model}}), "main")
        for target in ("uniroyal.abandon", "uniroyal.abandon and lg.insist", "lg.insist"):
            marks[len(merge), target] = int(matching(form, target).sum())
    assert marks == {
        (0, "uniroyal.abandon"): 4,
        (0, "uniroyal.abandon and lg.insist"): 2,
        (0, "lg.insist"): 6,
        (1, "uniroyal.abandon"): 1,
        (1, "uniroyal.abandon and lg.insist"): 0,
        (1, "lg.insist"): 4,
    }


def test_a_name_that_the_model_lacks() -> None:
    graph = build_graph(ELMIRA, "main")
    with pytest.raises(UnknownName, match="id in the condition"):
        matching(graph, "s88")
    with pytest.raises(UsageError):
        matching(graph, "s8 and")
