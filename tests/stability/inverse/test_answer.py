"""The inverse question as a whole."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from tests.stability.inverse.wanted import equilibrium, strict, wanting

from detente.case import open_case
from detente.errors import UnknownName, UsageError
from detente.stability import CONCEPTS, build_graph
from detente.stability.coalition_definitions import COALITION_CONCEPTS
from detente.stability.game import game_of
from detente.stability.graph_form import graph_form
from detente.stability.inverse.answer import inverse, inverse_in

CASE = open_case("japan-russia")
GRAPH = build_graph(CASE, "2016-12")


def test_the_flagship():
    found = inverse(CASE, GRAPH, "two_islands", CONCEPTS["nash"])
    assert found.nearest.blocked == ("ru",)
    assert [p.met for p in found.parts] == [True, False, True]
    assert found.together == Fraction(1, 32 * 24 * 4)
    assert found.parts[1].swaps.order is None
    assert found.shifts == ()
    assert found.mediations.size == 1
    assert found.rises.alone == {1: found.parts[1].rise.levels}


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr"])
def test_the_share_of_all_is_that_of_listing_all_pairs_of_rankings(concept):
    case = open_case("chicken")
    graph = build_graph(case, "main")
    game, member = game_of(graph), CONCEPTS[concept]
    for n, state in enumerate(graph.states):
        every = [
            equilibrium(wanting(wanting(game, 0, one), 1, two), member, n)
            for one, two in product(strict(4), strict(4))
        ]
        found = inverse(case, graph, state, member, at_most=0)
        assert found.together == Fraction(sum(every), len(every))
        assert found.mediations is None
        assert inverse(case, graph, state, member, actors=["row"], at_most=0).together is None
        assert inverse(case, graph, state, CONCEPTS["seq"], at_most=0).together is None


def test_each_level_is_moved_up_and_down_by_the_fewest_places():
    found = inverse(CASE, build_graph(CASE, "2017-11"), "treaty_talks", CONCEPTS["smr"], at_most=0)
    moves = [(m.actor, m.start, m.end > m.start) for m in found.shifts]
    assert len(set(moves)) == len(moves) > 2
    assert [m.places for m in found.shifts] == sorted(m.places for m in found.shifts)
    first_down = next(m for m in found.shifts if (m.start, m.end > 1) == (1, True))
    assert first_down.end == 5


def test_what_holds_needs_no_moves():
    found = inverse(CASE, GRAPH, "drift", CONCEPTS["nash"])
    assert found.nearest.held == 1
    assert found.nearest.state == GRAPH.status_quo
    assert found.shifts == ()
    assert found.mediations.size == 0


def test_a_coalition():
    graph, concept = build_graph(CASE, "2014"), COALITION_CONCEPTS["cgmr"]
    found = inverse(CASE, graph, "normalised", concept, group=["RU", "jp"])
    assert found.group == ("jp", "ru")
    assert [p.actor for p in found.parts] == ["jp", "ru"]
    assert (found.rises, found.mediations, found.shifts) == (None, None, ())
    assert found.together is None
    alone = inverse(CASE, graph, "normalised", CONCEPTS["gmr"], at_most=0)
    assert found.nearest == alone.nearest


def test_a_model_in_graph_form():
    form = graph_form(open_case("elmira-1991"), "literature")
    found = inverse_in(form, form.find(["s6"]), CONCEPTS["gmr"], actors=["uniroyal"])
    assert [(p.actor, p.met, p.rise.levels) for p in found.parts] == [("uniroyal", False, 6)]
    assert found.rises.alone == {form.decider("uniroyal"): 6}
    assert (found.nearest.blocked, found.nearest.held) == (("uniroyal",), 0)
    assert inverse_in(form, form.find(["s5"]), CONCEPTS["nash"]).nearest.held == 1
    jump = inverse_in(
        form, form.find(["s5"]), COALITION_CONCEPTS["cnash"], group=["moe", "uniroyal"]
    )
    assert [p.met for p in jump.parts] == [False, False]


def test_refusals():
    with pytest.raises(UsageError, match="go together"):
        inverse(CASE, GRAPH, "two_islands", COALITION_CONCEPTS["cgmr"])
    with pytest.raises(UsageError, match="go together"):
        inverse(CASE, GRAPH, "two_islands", CONCEPTS["gmr"], group=["jp", "ru"])
    with pytest.raises(UsageError, match="no feasible state meets the target"):
        inverse(CASE, GRAPH, "two_islands and ru.fortify", CONCEPTS["gmr"])
    with pytest.raises(UnknownName, match="decision maker"):
        inverse(CASE, GRAPH, "two_islands", CONCEPTS["gmr"], actors=["cn"])
