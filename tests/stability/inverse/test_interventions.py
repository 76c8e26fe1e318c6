"""Interventions: what the words of a model are, and that each is the model it says it is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.stability.drawn import made_case

from detente.case import open_case, parse
from detente.stability import Settings, build_graph
from detente.stability.inverse.interventions import (
    Intervention,
    applied,
    asked_for,
    compatible,
    rewarded,
    vocabulary,
)

CASE = open_case("japan-russia")


def same(one, two):
    return (
        np.array_equal(one.ranks, two.ranks)
        and np.array_equal(one.feasible, two.feasible)
        and one.moves == two.moves
        and one.status_quo == two.status_quo
    )


def test_the_vocabulary_is_all_that_the_model_names():
    graph = build_graph(CASE, "2018-05", Settings(fix={"jf.invest": True}))
    words = vocabulary(graph, ["ru.special"])
    assert len(words) == len(set(words))
    kinds = {
        k: [(v.subject, v.value) for v in words if v.kind == k] for k in {v.kind for v in words}
    }
    free = [o for o in graph.options if o != "jf.invest"]
    assert kinds["reward"] == [(o, v) for o in free for v in ("yes", "no")]
    assert kinds["commit"] == [(o, "") for o in free]
    assert kinds["hold"] == [(o, v) for o in free if o != "ru.special" for v in ("yes", "no")]
    assert kinds["fact"] == [("e.profit", "yes")]
    assert kinds["reading"] == [("ru", "wedge"), ("ru", "needed-and-reliable")]


def test_what_is_so_already_is_not_offered():
    settings = Settings({"ru": "wedge"}, {}, {"e.profit": True}, ("jp.front",))
    words = vocabulary(build_graph(CASE, "2018-05", settings))
    assert Intervention("fact", "e.profit", "no") in words
    assert Intervention("commit", "jp.front") not in words
    readings = [v.value for v in words if v.kind == "reading"]
    assert readings == [
        r for r in CASE.models["2018-05"].preferences["ru"].readings if r != "wedge"
    ]


def test_settings_are_those_of_the_command_line():
    graph = build_graph(CASE, "2018-05")
    chosen = (
        Intervention("hold", "ru.special", "no"),
        Intervention("fact", "e.profit", "yes"),
        Intervention("reading", "ru", "wedge"),
        Intervention("commit", "jp.front"),
    )
    settings = Settings({"ru": "wedge"}, {"ru.special": False}, {"e.profit": True}, ("jp.front",))
    assert same(applied(CASE, graph, chosen), build_graph(CASE, "2018-05", settings))


@pytest.mark.parametrize("position", [1, 2, 3, 4])
@pytest.mark.parametrize("value", ["yes", "no"])
def test_a_reward_is_a_statement_in_its_place(position, value):
    orders = {"a": ["b.y", "not a.x", "b.y if a.x"], "b": ["a.x"]}
    graph = build_graph(made_case(orders, ["a.x", "b.y"]), "main")
    want = "a.x" if value == "yes" else "not a.x"
    order = [*orders["a"][: position - 1], want, *orders["a"][position - 1 :]]
    expected = build_graph(made_case({**orders, "a": order}, ["a.x", "b.y"]), "main")
    after = rewarded(graph, [Intervention("reward", "a.x", value, position)])
    assert same(after, expected)
    assert [str(s.want) for s in after.orders[0]] == order
    assert np.array_equal(after.truth[0], expected.truth[0])


def test_a_reward_goes_above_all_that_is_tied():
    graph = build_graph(made_case({"a": ["b.y", "a.x"], "b": ["a.x"]}, ["a.x", "b.y"]), "main")
    tied = graph.orders[0][1].model_copy(update={"about_equal": True})
    graph = replace(graph, orders=((graph.orders[0][0], tied), graph.orders[1]))
    after = rewarded(graph, [Intervention("reward", "a.x", "no", 2)])
    assert [str(s.want) for s in after.orders[0]] == ["b.y", "a.x", "not a.x"]
    top = rewarded(graph, [Intervention("reward", "a.x", "no", 1)])
    assert [str(s.want) for s in top.orders[0]] == ["not a.x", "b.y", "a.x"]


def test_of_two_rewards_the_first_named_stands_higher():
    graph = build_graph(made_case({"a": ["b.y"], "b": ["a.x"]}, ["a.x", "a.z", "b.y"]), "main")
    chosen = [Intervention("reward", "a.z", "yes"), Intervention("reward", "a.x", "no")]
    assert [str(s.want) for s in rewarded(graph, chosen).orders[0]] == ["a.z", "not a.x", "b.y"]


def test_what_cannot_be_made_is_none():
    case = made_case({"a": ["a.x"], "b": ["b.y"]}, ["a.x", "b.y"], rules=["not (a.x and b.y)"])
    graph = build_graph(case, "main")
    both = [Intervention("hold", o, "yes") for o in ("a.x", "b.y")]
    assert applied(case, graph, both) is None
    assert applied(case, graph, both[:1]) is not None


@pytest.mark.parametrize(
    ("chosen", "fit"),
    [
        ([("hold", "a.x", "yes"), ("hold", "b.y", "no")], True),
        ([("hold", "a.x", "yes"), ("hold", "a.x", "no")], False),
        ([("hold", "a.x", "yes"), ("commit", "a.x")], False),
        ([("reward", "a.x", "yes"), ("hold", "a.x", "no")], False),
        ([("reward", "a.x", "yes"), ("commit", "a.x")], True),
        ([("reward", "a.x", "yes"), ("reward", "a.x", "no")], False),
        ([("reading", "a", "one"), ("reading", "a", "two")], False),
        ([("fact", "e.x", "yes"), ("reading", "a", "two")], True),
    ],
)
def test_what_goes_together(chosen, fit):
    assert compatible([Intervention(*v) for v in chosen]) == fit


def test_what_a_target_asks_for():
    graph = build_graph(CASE, "2016-12")
    assert asked_for(graph, parse("two_islands")) == {"jp.partial", "ru.return2"}
    assert asked_for(graph, parse("not us.reset or carve_out")) == {
        *("us.reset", "jp.exempt", "us.waive"),
    }
    assert asked_for(graph, graph.status_quo) == set(graph.status_quo.on)
