"""Statements moved up or down, against trying every order by the definitions."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from tests.stability.drawn import World, made_case, worlds

from detente.case import open_case
from detente.stability import CLASSICAL, CONCEPTS, build_graph
from detente.stability.game import game_of
from detente.stability.inverse.conditions import conditions_of
from detente.stability.inverse.reordering import fewest_swaps, reordered, shifts

every_concept = pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))


def ranks_in(world: World, i: int, order) -> list[int]:
    """Return the ranks of a party whose levels are in another order, compared as tuples."""
    plain, _ = world
    scores = plain.scores(i, plain.unchanged(i))
    again = [tuple(score[k] for k in order) for score in scores]
    places = {score: n for n, score in enumerate(sorted(set(again)))}
    return [places[score] for score in again]


def levels_of(world: World, i: int) -> int:
    return world[0].orders[i][-1][1] + 1


def holds(world: World, concept, s: int, changed=None) -> list[bool]:
    """Return for whom a state is stable, where some parties have other ranks."""
    plain, _ = world
    profile = [(changed or {}).get(i) or plain.ranks(i) for i in range(len(plain.deciders))]
    conflict = plain.conflict(profile)
    return [concept.holds(conflict, i, s) for i in conflict.everyone]


def swaps(order) -> int:
    return sum(order[a] > order[b] for b in range(len(order)) for a in range(b))


@every_concept
def test_the_fewest_swaps_are_those_of_trying_every_order(concept):
    found = set()
    for world in worlds(16, 2, 4):
        plain, graph = world
        game = game_of(graph)
        for i in range(2):
            orders = list(permutations(range(levels_of(world, i))))
            ranks = {order: ranks_in(world, i, order) for order in orders}
            for n in range(0, len(plain.states), 3):
                s = plain.states[n]
                enough = [o for o in orders if holds(world, concept, s, {i: ranks[o]})[i]]
                answer = fewest_swaps(graph, conditions_of(game, n, i, concept))
                assert answer.complete
                assert (answer.order is None) == (not enough)
                if answer.order is not None:
                    assert answer.order in enough
                    assert answer.swaps == min(map(swaps, enough))
                found.add(answer.swaps if enough else None)
    assert found >= {0, 1, 2, None}


@every_concept
def test_moves_of_one_level_are_those_that_make_a_target_state_hold(concept):
    many = 0
    for world in worlds(14, 2, 4):
        plain, graph = world
        goals = [s for s in plain.states if plain.true("goal", s)]
        expected = {}
        for i, actor in enumerate(graph.deciders):
            count = levels_of(world, i)
            for k in range(count):
                for to in range(count):
                    rest = [x for x in range(count) if x != k]
                    order = (*rest[:to], k, *rest[to:])
                    if to == k:
                        continue
                    ranks = ranks_in(world, i, order)
                    if n := sum(all(holds(world, concept, s, {i: ranks})) for s in goals):
                        expected[actor, k + 1, to + 1] = n
        found = list(shifts(graph, graph.where("goal"), concept))
        assert {(m.actor, m.start, m.end): m.states for m in found} == expected
        assert all(m.places == abs(m.start - m.end) for m in found)
        many += len(found)
    assert many > 10


def test_what_a_move_is_called():
    case = made_case({"a": ["a.x", "not a.x", "b.y"], "b": ["b.y"]}, ["a.x", "b.y"])
    graph = build_graph(case, "main")
    up, down = list(shifts(graph, graph.where("not a.x and b.y"), CONCEPTS["nash"]))[:2]
    assert [str(s.want) for s in up.statements + down.statements] == ["a.x", "a.x"]
    assert [(m.actor, m.start, m.end) for m in (up, down)] == [("a", 1, 2), ("a", 1, 3)]


def test_a_reordered_graph_is_that_of_the_case_with_its_statements_moved():
    case = open_case("japan-russia")
    graph = build_graph(case, "treaty-menu")
    order = (2, 0, 1, 4, 3)
    after = reordered(graph, graph.decider("ru"), order)
    model = case.models["treaty-menu"]
    preference = model.preferences["ru"]
    (name,) = preference.readings
    reading = preference.readings[name]
    moved = reading.model_copy(update={"order": tuple(reading.order[k] for k in order)})
    written = case.model_copy(
        update={
            "models": {
                "treaty-menu": model.model_copy(
                    update={
                        "preferences": {
                            **model.preferences,
                            "ru": preference.model_copy(update={"readings": {name: moved}}),
                        }
                    }
                )
            }
        }
    )
    expected = build_graph(written, "treaty-menu")
    assert np.array_equal(after.ranks, expected.ranks)
    assert after.orders == expected.orders
    assert all(np.array_equal(a, b) for a, b in zip(after.truth, expected.truth, strict=True))
