"""What speaks for an equilibrium: every value is that of its own definition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.drawn import made_case, worlds

from detente.errors import TooLarge
from detente.stability import CLASSICAL, CONCEPTS, build_graph, standing
from detente.stability.analysis import Analysis
from detente.stability.coalition_definitions import cnash, coalitions_among
from detente.stability.evolve import evolve
from detente.stability.robustness import held_after, single_edits
from detente.stability.standing import IMPLIES, Robustness, standings_of

EVERY = list(CLASSICAL.values())


@pytest.mark.slow
def test_every_equilibrium_and_the_concepts_it_holds_under() -> None:
    seen = set()
    for plain, graph in worlds(60, 3, 5):
        conflict = plain.game.conflict
        found = {s.state.code: s for s in standings_of(graph, EVERY)}
        for s in plain.states:
            held = tuple(
                c.key for c in EVERY if all(c.holds(conflict, i, s) for i in conflict.everyone)
            )
            assert (found[s].concepts if s in found else ()) == held
            if held:
                weaker = {w for k in held for w in IMPLIES.get(k, ())}
                assert weaker <= set(held)
                assert found[s].strongest == tuple(k for k in held if k not in weaker)
                seen.add(found[s].strongest)
    assert seen == {("nash",), ("gmr",), ("smr",), ("seq",), ("sseq",), ("smr", "seq")}


def test_the_smallest_margin_and_whose_it_is() -> None:
    immobile = 0
    for _, graph in worlds(60, 3, 4):
        analysis = Analysis(graph)
        for found in standings_of(graph, EVERY):
            assert [m.concept for m in found.margins] == list(found.strongest)
            for margin in found.margins:
                verdicts = [
                    analysis.verdict(margin.concept, d, found.state) for d in graph.deciders
                ]
                known = {v.actor: v.margin for v in verdicts if v.margin is not None}
                assert margin.ranks == min(known.values(), default=None)
                assert margin.actor == next(
                    (d for d in graph.deciders if known.get(d) == margin.ranks and known),
                    None,
                )
                immobile += not known
    assert immobile


def test_reach_is_that_of_walks_from_today() -> None:
    kinds = set()
    for _, graph in worlds(20, 3, 4):
        gladly = {r.state: r.moves for r in evolve(graph).reached}
        anyhow = {r.state: r.moves for r in evolve(graph, by="moves").reached}
        for found in standings_of(graph, EVERY):
            assert found.improvements == gladly.get(found.state)
            assert found.moves == anyhow.get(found.state)
            kinds.add((found.improvements is None, found.moves is None))
    assert kinds == {(False, False), (True, False), (True, True)}


def test_single_edits_that_cost_a_concept() -> None:
    for _, graph in worlds(8, 3, 4):
        first = tuple(s.model_copy(update={"unsure": True}) for s in graph.orders[0])
        graph = replace(graph, orders=(first, *graph.orders[1:]))
        edits = single_edits(graph)
        after = held_after(graph, edits, EVERY)
        for found in standings_of(graph, EVERY):
            lost = {
                e: tuple(k for k in found.concepts if not after[k][n, found.state.code])
                for n, e in enumerate(edits)
            }
            assert {u.edit: u.lost for u in found.edits.unsettled} == {
                e: keys for e, keys in lost.items() if keys
            }
            assert (found.edits.of, found.edits.kept) == (
                len(edits),
                sum(not keys for keys in lost.values()),
            )
            swaps = [e for e in edits if e.operation == "swap" and e.actor == graph.deciders[0]]
            assert found.unsure.of == len(swaps)
            assert [u.edit for u in found.unsure.unsettled] == [e for e in swaps if lost[e]]


def test_coalitions_that_could_gain() -> None:
    seen = set()
    for plain, graph in worlds(12, 3, 4):
        conflict = plain.game.conflict
        for found in standings_of(graph, EVERY):
            upset = [
                tuple(graph.deciders[i] for i in group)
                for group in coalitions_among(conflict.everyone)
                if not cnash(conflict, group, found.state.code)
            ]
            assert [v.group for v in found.upset] == upset
            seen.add(bool(upset))
    assert seen == {True, False}


def test_shares_are_of_what_was_tried() -> None:
    assert (Robustness(0, ()).share, Robustness(4, ()).share) == (None, 1.0)


def test_elmira_the_jump_upsets_s5_and_nothing_upsets_s8() -> None:
    graph = build_graph(open_shipped("elmira-1991"), "main")
    found = {s.outcomes: s for s in standings_of(graph, [CONCEPTS["nash"]])}
    assert set(found) == {("s5",), ("s8",), ("s9",)}
    assert [v.group for v in found["s5",].upset] == [("moe", "uniroyal")]
    assert found["s8",].upset == ()
    assert (found["s5",].improvements, found["s8",].improvements, found["s8",].moves) == (
        1,
        None,
        3,
    )


@pytest.mark.parametrize("model", ["2014", "2016-09", "2016-12", "2018-05", "treaty-menu"])
def test_flagship_today_is_in_place_and_no_coalition_upsets_it(model: str) -> None:
    graph = build_graph(open_shipped("japan-russia"), model)
    today = next(s for s in standings_of(graph, EVERY) if s.state == graph.status_quo)
    assert today.strongest == ("nash",)
    assert (today.improvements, today.moves, today.upset) == (0, 0, ())
    assert today.unsure.of == 0
    assert today.unsure.share is None


def test_too_many_equilibria(monkeypatch) -> None:
    graph = build_graph(made_case({"a": ["a.x or not a.x"]}, ["a.x", "a.y"]), "main")
    assert len(standings_of(graph, EVERY)) == 4
    monkeypatch.setattr(standing, "MOST", 3)
    with pytest.raises(TooLarge, match="too many equilibria to rank: found `4`"):
        standings_of(graph, EVERY)
