"""Coalitions of a model by name: verdicts, universal stability and jumps as the definitions say."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.drawn import worlds

from detente.errors import UnknownName, UsageError
from detente.stability import CONCEPTS, build_graph
from detente.stability.analysis import Analysis
from detente.stability.coalition_definitions import (
    COALITION_CONCEPTS,
    coalition_improvements,
    coalitions_among,
    universally_stable,
)
from detente.stability.coalitions import (
    assess_coalition,
    coalition_verdict,
    coalitions_of,
    equilibrium_jumps,
    upsetting_coalitions,
)


def test_verdicts_are_those_of_the_definitions():
    seen = set()
    for plain, graph in worlds(12, 3, 4):
        conflict = plain.game.conflict
        for places in coalitions_among(conflict.everyone):
            group = tuple(graph.deciders[i] for i in places)
            for state in graph.states:
                gains = sorted(coalition_improvements(conflict, places, state.code))
                for key, concept in COALITION_CONCEPTS.items():
                    verdict = coalition_verdict(graph, group, state, key)
                    assert verdict.stable == concept.holds(conflict, places, state.code)
                    assert [a.improvement.code for a in verdict.answers] == gains
                    assert (verdict.group, verdict.state, verdict.concept) == (group, state, key)
                    seen.add((key, verdict.stable, bool(gains)))
    fates = {(True, False), (True, True), (False, True)}
    assert seen == {(k, *f) for k in COALITION_CONCEPTS for f in fates} - {("cnash", True, True)}


def test_a_state_that_no_coalition_upsets_is_universally_stable():
    seen = set()
    for plain, graph in worlds(12, 3, 4):
        for state in graph.states:
            for key, concept in COALITION_CONCEPTS.items():
                upset = upsetting_coalitions(graph, state, key)
                stable = universally_stable(concept.holds, plain.game.conflict, state.code)
                assert (upset == ()) == stable
                assert not any(v.stable for v in upset)
                seen.add(stable)
    assert seen == {True, False}


@pytest.mark.parametrize("key", ["nash", "gmr"])
def test_jumps_lead_from_equilibrium_to_equilibrium(key):
    concept, many = CONCEPTS[key], 0
    for plain, graph in worlds(25, 3, 4):
        conflict, analysis = plain.game.conflict, Analysis(graph)
        held = [s for s in plain.states if all(concept.holds(conflict, i, s) for i in range(3))]
        for places in coalitions_among(conflict.everyone):
            found = equilibrium_jumps(analysis, [graph.deciders[i] for i in places], concept)
            assert [(j.before.code, j.after.code) for j in found] == [
                (s, q)
                for s in held
                for q in sorted(coalition_improvements(conflict, places, s))
                if q in held
            ]
            many += len(found)
            assert key != "nash" or len(places) > 1 or not found
    assert many


@pytest.fixture(scope="module")
def elmira():
    return build_graph(open_shipped("elmira-1991"), "main")


def test_every_coalition_of_a_model(elmira):
    found = list(coalitions_of(elmira))
    assert found[0] == ("moe",)
    assert found[-1] == ("moe", "uniroyal", "lg")
    assert len(set(found)) == 7


def test_a_coalition_is_a_set_of_parties_in_the_order_of_the_model(elmira):
    verdict = coalition_verdict(elmira, ["LG", "moe", "lg"], elmira.status_quo, "CSEQ")
    assert verdict.group == ("moe", "lg")
    assert verdict.concept == "cseq"


def test_a_finding_holds_every_verdict_and_the_jumps(elmira):
    analysis, group = Analysis(elmira), ["lg"]
    found = assess_coalition(analysis, group, elmira.status_quo, CONCEPTS["nash"])
    assert list(found.verdicts) == list(COALITION_CONCEPTS)
    assert [str(s) for s in found.improvements] == ["{uniroyal.delay, lg.insist}"]
    assert found.improvements == tuple(a.improvement for a in found.verdicts["csmr"].answers)
    assert (found.group, found.concept, found.jumps) == (("lg",), "nash", ())


def test_what_is_no_coalition_or_no_concept(elmira):
    with pytest.raises(UsageError, match="no decision maker is named"):
        coalition_verdict(elmira, [], elmira.status_quo, "cnash")
    with pytest.raises(UnknownName, match="unknown decision maker: found `epa`"):
        equilibrium_jumps(Analysis(elmira), ["moe", "epa"], CONCEPTS["nash"])
    with pytest.raises(UnknownName, match="unknown coalition concept: found `nash`"):
        upsetting_coalitions(elmira, elmira.status_quo, "nash")
