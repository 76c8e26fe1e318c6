"""Coalitions in the shipped cases: the equilibrium jump of Elmira, and none for the flagship."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import game_of, open_shipped

from detente.stability import CONCEPTS, build_graph
from detente.stability.analysis import Analysis, outcomes_of
from detente.stability.coalition_definitions import COALITION_CONCEPTS, coalition_moves
from detente.stability.coalitions import (
    coalition_verdict,
    coalitions_of,
    equilibrium_jumps,
    upsetting_coalitions,
)

ELMIRA = build_graph(open_shipped("elmira-1991"), "main")
PAIR = ("moe", "uniroyal")


def named(state):
    """Return the published number of a state; all in which the plant is abandoned are s9."""
    (outcome,) = outcomes_of(ELMIRA, state)
    return outcome


def published(outcome):
    (state,) = [s for s in ELMIRA.states if named(s) == outcome]
    return state


def test_what_the_ministry_and_uniroyal_can_bring_about_from_s5():
    conflict = game_of("elmira-1991", "main").conflict
    places = [ELMIRA.decider(a) for a in PAIR]
    reached = coalition_moves(conflict, places, published("s5").code)
    others = {named(ELMIRA.state(c)) for c in reached} - {"s5"}
    assert others == {"s6", "s7", "s8", "s9"}


@pytest.mark.parametrize("concept", COALITION_CONCEPTS)
def test_their_only_improvement_from_s5_is_s8_and_nothing_answers_it(concept):
    verdict = coalition_verdict(ELMIRA, PAIR, published("s5"), concept)
    (answer,) = verdict.answers
    assert named(answer.improvement) == "s8"
    assert answer.sanction is None
    assert not verdict.stable


@pytest.mark.parametrize("concept", ["nash", "seq"])
def test_the_only_equilibrium_jump_is_theirs_from_s5_to_s8(concept):
    analysis = Analysis(ELMIRA)
    found = {
        group: [
            (named(j.before), named(j.after))
            for j in equilibrium_jumps(analysis, group, CONCEPTS[concept])
        ]
        for group in coalitions_of(ELMIRA)
    }
    assert {group: jumps for group, jumps in found.items() if jumps} == {PAIR: [("s5", "s8")]}


@pytest.mark.parametrize("concept", COALITION_CONCEPTS)
def test_they_alone_upset_s5_and_nobody_upsets_s8(concept):
    assert [v.group for v in upsetting_coalitions(ELMIRA, published("s5"), concept)] == [PAIR]
    assert upsetting_coalitions(ELMIRA, published("s8"), concept) == ()


@pytest.fixture(scope="module")
def december():
    return build_graph(open_shipped("japan-russia"), "2016-12")


def test_no_jump_is_possible_where_there_is_one_equilibrium(december):
    analysis = Analysis(december)
    for group in coalitions_of(december):
        assert equilibrium_jumps(analysis, group, CONCEPTS["nash"]) == ()


@pytest.mark.parametrize("concept", COALITION_CONCEPTS)
def test_no_coalition_upsets_december_2016(december, concept):
    assert upsetting_coalitions(december, december.status_quo, concept) == ()
