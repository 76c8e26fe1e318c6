"""From a model to its evolution, in every form; facts of the shipped cases."""

from __future__ import annotations

import numpy as np
import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.drawn import worlds

from detente.errors import UsageError
from detente.kernels.arcs import arcs_from
from detente.stability import build_graph
from detente.stability.evolve import evolve, evolve_form, evolve_game
from detente.stability.game import Game, Ranked, game_of
from detente.stability.graph_form import graph_form
from detente.stability.paths import improvement_paths

ELMIRA = open_shipped("elmira-1991")


def test_elmira_from_today_only_local_government_improves_and_then_it_stops() -> None:
    """Published: from s1 the only improvement is LG's, to s5, which is an equilibrium."""
    graph = build_graph(ELMIRA, "main")
    start, end = evolve(graph).reached
    assert start.leavers == ("lg",)
    assert (end.state.on, dict(end.last)) == (("uniroyal.delay", "lg.insist"), {"lg": 1})
    assert end.stops


def test_elmira_no_improvements_lead_from_s5_to_s8_but_the_jump_takes_two_moves() -> None:
    """Published: the coalition of the Ministry and Uniroyal jumps from s5 to s8."""
    graph = build_graph(ELMIRA, "main")
    s5, s8 = (
        graph.find(["uniroyal.delay", "lg.insist"]),
        graph.find(["moe.modify", "uniroyal.accept", "lg.insist"]),
    )
    assert [r.state for r in evolve(graph, s5).reached] == [s5]
    found = evolve(graph, s5, "moves")
    ways = {tuple(s.actor for s in way) for way in found.ways(s8.code)}
    assert ways == {("moe", "uniroyal"), ("uniroyal", "moe")}


def test_elmira_in_graph_form_goes_the_same_ways() -> None:
    form, graph = graph_form(ELMIRA, "literature"), build_graph(ELMIRA, "main")
    found = evolve_form(form, form.find(["s5"]), "moves")
    s8 = form.find(["s8"])
    assert {tuple(s.actor for s in way) for way in found.ways(s8.code)} == {
        ("moe", "uniroyal"),
        ("uniroyal", "moe"),
    }
    abandoned = sum("uniroyal.abandon" in r.state.on for r in evolve(graph, by="moves").reached)
    assert len(evolve_form(form, by="moves").reached) == 12 - abandoned + 1


FLAGSHIP = [
    "1956",
    "1960",
    "1992",
    "2014",
    "2016-09",
    "2016-12",
    "2017-11",
    "2018-05",
    "treaty-menu",
]


@pytest.mark.parametrize("model", FLAGSHIP)
def test_flagship_nobody_leaves_today_by_itself(model: str) -> None:
    graph = build_graph(open_shipped("japan-russia"), model)
    (today,) = evolve(graph).reached
    assert today.stops
    anyhow = evolve(graph, by="moves")
    assert len(anyhow.reached) == len(graph.states)
    assert [r.state for r in anyhow.reached if r.stops] == [today.state]


def test_cuba_can_go_round_without_end_or_stop_after_the_air_strike() -> None:
    graph = build_graph(open_shipped("cuba-1962"), "main")
    found = evolve(graph)
    assert [r.state.on for r in found.reached if r.stops] == [("us.strike", "ussr.withdraw")]
    (cycle,) = found.cycles
    assert {s.on for s in cycle.states} == {
        (),
        ("us.blockade",),
        ("ussr.withdraw",),
        ("us.blockade", "ussr.withdraw"),
    }
    assert not cycle.closed


def test_paths_of_improvements_are_as_long_as_elsewhere() -> None:
    for _, graph in worlds(30, 3, 4):
        for start in graph.states[:4]:
            paths = improvement_paths(graph, start)
            found = evolve(graph, start)
            assert {r.state: r.moves for r in found.reached} == {
                s: len(p) for s, p in paths.items()
            }


@pytest.mark.parametrize("by", ["improvements", "moves"])
def test_both_forms_agree(by: str) -> None:
    for _, graph in worlds(30, 3, 4):
        game = game_of(graph)
        one, other = evolve(graph, by=by), evolve_game(game, by=by)
        told = [(str(r.state), r.moves, dict(r.last), r.leavers) for r in one.reached]
        assert told == [(r.state, r.moves, dict(r.last), r.leavers) for r in other.reached]
        cycles = [tuple(map(str, c.states)) for c in one.cycles]
        assert cycles == [c.states for c in other.cycles]


def test_a_game_without_today_needs_a_start() -> None:
    game = Game(("a",), ("s1", "s2"), (arcs_from([(0, 1)], 2),), (Ranked(np.array([0, 1])),))
    with pytest.raises(UsageError, match="no state to start from"):
        evolve_game(game)
    assert [r.state for r in evolve_game(game, 0, "moves").reached] == ["s1", "s2"]
