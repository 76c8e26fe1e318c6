"""Coalitions in graph form, held against the definitions."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from tests.casebook.shipped import open_shipped
from tests.contracts.graph_games import drawn_graph
from tests.stability.test_graph_analysis import analysis_of, made

from detente.errors import UnknownName, UsageError
from detente.stability import CONCEPTS
from detente.stability.coalition_definitions import (
    COALITION_CONCEPTS,
    coalition_improvements,
    coalition_moves,
    coalition_replies,
)
from detente.stability.graph_analysis import GraphAnalysis
from detente.stability.graph_coalitions import assess_graph_coalition
from detente.stability.graph_form import graph_form

NASH = CONCEPTS["nash"]


def test_verdicts_are_those_of_the_definitions() -> None:
    rng, seen = np.random.default_rng(1), set()
    for _ in range(12):
        analysis = analysis_of(drawn_graph(rng, 3, 5))
        conflict, names = analysis.game.conflict(), analysis.form.deciders
        for group in (g for size in (1, 2, 3) for g in combinations(range(3), size)):
            others = [j for j in range(3) if j not in group]
            for state in analysis.form.states:
                found = assess_graph_coalition(analysis, [names[i] for i in group], state, NASH)
                for key, concept in COALITION_CONCEPTS.items():
                    verdict = found.verdicts[key]
                    assert verdict.stable == concept.holds(conflict, group, state.code)
                    seen.add((key, verdict.stable))
                better = coalition_improvements(conflict, group, state.code)
                assert {s.code for s in found.improvements} == better
                for answer in found.verdicts["cseq"].answers:
                    reached = coalition_replies(conflict, others, answer.improvement.code)
                    assert answer.sanction is None or answer.sanction.code in reached
                for answer in found.verdicts["csmr"].answers:
                    if answer.sanction is not None:
                        at = answer.sanction.code
                        assert at in coalition_moves(conflict, others, answer.improvement.code)
                        for q in {at, *coalition_moves(conflict, group, at)}:
                            assert any(conflict.at_least(i, state.code, q) for i in group)
    assert seen == {(key, truth) for key in COALITION_CONCEPTS for truth in (True, False)}


def test_jumps_lead_from_one_equilibrium_to_another_that_all_prefer() -> None:
    rng, seen = np.random.default_rng(2), set()
    for _ in range(300):
        analysis = analysis_of(drawn_graph(rng, 3, 8))
        held = {e.state.code for e in analysis.equilibria(NASH)}
        conflict = analysis.game.conflict()
        better = {(s, q) for s in held for q in coalition_improvements(conflict, [0, 2], s)}
        found = assess_graph_coalition(analysis, ["c", "a"], analysis.form.status_quo, NASH)
        jumps = {(j.before.code, j.after.code) for j in found.jumps}
        assert jumps == {(s, q) for s, q in better if q in held}
        assert found.group == ("a", "c")
        seen |= {q in held for _, q in better}
    assert seen == {True, False}


def test_a_coalition_may_move_again_but_nobody_twice_in_succession() -> None:
    again = made([[0, -1, -1, 1], [0, -1, -1, 1]], [(0, 1), (2, 3)], [(1, 2)])
    found = assess_graph_coalition(again, ["a", "b"], again.form.states[0], NASH)
    assert [str(s) for s in found.improvements] == ["s3"]
    twice = made([[0, -1, 1], [0, -1, 1]], [(0, 1), (1, 2)], [])
    assert not assess_graph_coalition(twice, ["a", "b"], twice.form.states[0], NASH).improvements


@pytest.mark.parametrize("model", ["literature", "main"])
def test_elmira_jumps_where_no_party_can_step_alone(model: str) -> None:
    analysis = GraphAnalysis(graph_form(open_shipped("elmira-1991"), model))
    start = next(s for s in analysis.form.states if s.id == "s5" or s.outcomes == ("s5",))
    found = assess_graph_coalition(analysis, ["uniroyal", "moe"], start, NASH)
    (jump,) = found.jumps
    assert jump.before == start
    assert "s8" in (str(jump.after), *analysis.form.states[jump.after.code].outcomes)
    assert not found.verdicts["cnash"].stable


def test_who_is_no_coalition() -> None:
    analysis = GraphAnalysis(graph_form(open_shipped("elmira-1991"), "literature"))
    today = analysis.form.status_quo
    with pytest.raises(UsageError, match="no decision maker is named"):
        assess_graph_coalition(analysis, [], today, NASH)
    with pytest.raises(UnknownName, match="unknown decision maker"):
        assess_graph_coalition(analysis, ["epa"], today, NASH)
