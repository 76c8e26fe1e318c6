"""Verdicts and their witnesses: each claim can be checked by hand, and is checked here."""

from __future__ import annotations

import numpy as np
import pytest
from tests.casebook.shipped import CASES, game_of, open_shipped
from tests.stability.drawn import World, worlds
from tests.stability.plain import Plain

from detente.errors import TooLarge, UnknownName, UsageError
from detente.stability import (
    CLASSICAL,
    CONCEPTS,
    Concept,
    ConflictGraph,
    build_graph,
    concept_named,
)
from detente.stability import analysis as analysis_module
from detente.stability.analysis import Analysis, first_unmet, outcomes_of
from detente.stability.definition import Conflict
from detente.stability.findings import Answer, Verdict
from detente.stability.support import support
from detente.stability.unlock import unlock

every_concept = pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))


def theta(conflict: Conflict, concept: Concept, i: int, s: int) -> int | None:
    """Return the best that i can be sure of elsewhere, from the words; None where it cannot move."""
    rank = conflict.ranks[i]

    def left(q: int) -> int:
        counter = [rank[t] for t in conflict.moves[i][q]] if concept.countermoves else []
        return max(rank[q], *counter) if counter else rank[q]

    replies = {"none": lambda i, t: (), "moves": conflict.replies, "improvements": conflict.gladly}
    sure = [
        min([rank[t], *map(left, replies[concept.replies](i, t))]) for t in conflict.moves[i][s]
    ]
    return max(sure, default=None)


def check_answer(
    graph: ConflictGraph, conflict: Conflict, verdict: Verdict, answer: Answer
) -> None:
    """Walk the answer to an improvement: legal steps to a state that leaves the mover no better."""
    concept, i, s = CONCEPTS[verdict.concept], graph.decider(verdict.actor), verdict.state.code
    at, last = answer.improvement.code, verdict.actor
    for step in answer.sanction:
        assert step.actor not in (verdict.actor, last)
        j = graph.decider(step.actor)
        credible = concept.replies == "improvements"
        assert step.to.code in (conflict.improvements(j, at) if credible else conflict.moves[j][at])
        at, last = step.to.code, step.actor
    if answer.deterred:
        assert conflict.at_least(i, s, at)
        escapes = conflict.moves[i][at] if concept.countermoves else ()
        assert all(conflict.at_least(i, s, q) for q in escapes)


def check_verdict(graph: ConflictGraph, conflict: Conflict, verdict: Verdict) -> None:
    i, s, concept = graph.decider(verdict.actor), verdict.state.code, CONCEPTS[verdict.concept]
    assert verdict.stable == concept.holds(conflict, i, s)
    assert {a.improvement.code for a in verdict.answers} == conflict.improvements(i, s)
    assert len({a.improvement for a in verdict.answers}) == len(verdict.answers)
    assert verdict.stable == all(a.deterred for a in verdict.answers)
    for answer in verdict.answers:
        check_answer(graph, conflict, verdict, answer)
    limit = theta(conflict, concept, i, s)
    assert verdict.margin == (None if limit is None else conflict.ranks[i][s] - limit)
    assert verdict.stable == (verdict.margin is None or verdict.margin >= 0)
    assert verdict.unmet == first_unmet(graph, i, verdict.state)


@every_concept
@pytest.mark.parametrize(
    ("deciders", "options", "count"), [(1, 3, 15), (2, 4, 20), (3, 4, 20), (4, 5, 6)]
)
def test_every_verdict_can_be_checked_by_hand(concept, deciders, options, count):
    kinds = set()
    for plain, graph in worlds(count, deciders, options):
        analysis = Analysis(graph)
        for actor in graph.deciders:
            for state in graph.states:
                verdict = analysis.verdict(concept, actor, state)
                check_verdict(graph, plain.game.conflict, verdict)
                kinds.add((verdict.stable, bool(verdict.answers)))
    if deciders > 1:
        expected = {(True, False), (False, True)} | (
            {(True, True)} if concept.key != "nash" else set()
        )
        assert kinds == expected


@every_concept
@pytest.mark.parametrize("case", [c for c in CASES if c != "japan-russia"])
def test_verdicts_on_the_cases_of_the_literature(concept, case):
    graph, conflict = build_graph(open_shipped(case), "main"), game_of(case, "main").conflict
    for actor in graph.deciders:
        for state in graph.states:
            check_verdict(graph, conflict, Analysis(graph).verdict(concept, actor, state))


@every_concept
def test_equilibria_hold_for_everyone(concept):
    for plain, graph in worlds(40, 3, 4):
        conflict, analysis = plain.game.conflict, Analysis(graph)
        everyone = conflict.everyone
        expected = [s for s in plain.states if all(concept.holds(conflict, i, s) for i in everyone)]
        found = analysis.equilibria(concept)
        assert [e.state.code for e in found] == expected
        assert found == analysis.equilibria(concept.key)
        assert [s.code for s in graph.states if analysis.holds(concept, s)] == expected
        assert {e.concept for e in found} <= {concept.key}
        for e in found:
            named = [o for o in ("goal",) if plain.true(o, e.state.code)]
            assert list(e.outcomes) == list(outcomes_of(graph, e.state)) == named


def test_stability_never_holds_outside_the_feasible_states():
    for _, graph in worlds(40, 3, 4):
        for concept in CLASSICAL.values():
            assert not Analysis(graph).stable(concept)[:, ~graph.feasible].any()


def unmet_of(plain: Plain, i: int, s: int) -> int | None:
    """Return the number of the first statement that a state leaves unmet."""
    unmet = [k for k, (want, _) in enumerate(plain.orders[i], 1) if not plain.true(want, s)]
    return unmet[0] if unmet else None


def test_the_first_unmet_statement():
    kinds = set()
    for plain, graph in worlds(40, 3, 4):
        for state in graph.states:
            expected = {}
            for i, actor in enumerate(graph.deciders):
                found = first_unmet(graph, i, state)
                assert (found and found.position) == unmet_of(plain, i, state.code)
                kinds.add(found and found.position)
                if found is not None:
                    expected[actor] = found
                    assert (found.actor, found.of) == (actor, len(plain.orders[i]))
                    assert found.statement is graph.orders[i][found.position - 1]
            assert {u.actor: u for u in Analysis(graph).unmet(state)} == expected
    assert kinds >= {None, 1, 2, 3}


def test_escape_is_the_best_that_a_counter_move_leaves():
    for plain, graph in worlds(30, 3, 4):
        analysis = Analysis(graph)
        for i, moves in enumerate(plain.game.conflict.moves):
            rank = plain.game.conflict.ranks[i]
            found = {s: int(analysis.escape(i)[s]) for s in plain.states}
            assert found == {s: max(rank[q] for q in moves[s] | {s}) for s in plain.states}


@pytest.fixture(scope="module")
def flagship() -> World:
    case = open_shipped("japan-russia")
    return Plain(case, "2017-11"), build_graph(case, "2017-11")


def test_thresholds_are_worked_out_once(flagship):
    analysis = Analysis(flagship[1])
    first = analysis.thresholds(CONCEPTS["seq"])
    assert first is analysis.thresholds(CONCEPTS["seq"])
    assert first.shape == flagship[1].ranks.shape
    assert first.dtype == np.int32
    assert analysis.paths is analysis.paths


@pytest.mark.parametrize(
    ("concept", "actor", "said"),
    [("sek", "jp", "did you mean `seq`"), ("seq", "rus", "did you mean `ru`")],
)
def test_unknown_names(flagship, concept, actor, said):
    graph = flagship[1]
    with pytest.raises(UnknownName, match=said):
        Analysis(graph).verdict(concept, actor, graph.status_quo)


def test_an_actor_is_found_whatever_its_case(flagship):
    graph = flagship[1]
    found = Analysis(graph).verdict("nash", "JP", graph.status_quo)
    assert (found.actor, found.concept, found.stable) == ("jp", "nash", True)


# Concepts that are no thresholds, and mixed ones --------------------------------------------

OTHERS = ["sim", "mr:4", "cmr:3", "lcc:2", "lci:2", "policy", "berge"]
OF_TWO = ["lh:2", "lh:3", "nm", "stackelberg:a", "a=nash,seq", "b=lh:2,a=berge"]


@pytest.mark.parametrize("name", [*OTHERS, *OF_TWO, "a=nash,mr:4"])
def test_what_is_computed_in_graph_form_comes_back_to_the_options(name):
    for _, graph in worlds(12, 2 if name in OF_TWO else 3, 4):
        analysis, concept = Analysis(graph), concept_named(name)
        found = analysis.stable(concept)
        assert found.shape == graph.ranks.shape
        assert not found[:, ~graph.feasible].any()
        assert np.array_equal(found[:, graph.feasible], concept.stable(analysis.game))
        held = np.flatnonzero(found.all(axis=0)).tolist()
        equilibria = analysis.equilibria(name)
        assert [e.state.code for e in equilibria] == held
        assert {e.concept for e in equilibria} <= {concept.key}
        assert [s.code for s in graph.states if analysis.holds(concept, s)] == held


@pytest.mark.parametrize("name", [*OTHERS, *OF_TWO])
def test_a_verdict_says_what_is_foreseen(name):
    for _, graph in worlds(6, 2 if name in OF_TWO else 3, 4):
        analysis = Analysis(graph)
        parts = concept_named(name).of(graph.deciders)
        for i, actor in enumerate(graph.deciders):
            for state in graph.states:
                verdict = analysis.verdict(name, actor, state)
                assert verdict.concept == parts[i].key
                assert verdict.stable == analysis.stable(concept_named(name))[i, state.code]
                assert verdict.stable == all(a.deterred for a in verdict.answers)
                assert verdict.unmet == first_unmet(graph, i, state)
                if parts[i].replies is not None:
                    assert verdict == analysis.verdict(parts[i], actor, state)
                else:
                    assert verdict.margin is None
                    assert all(a.sanction == () for a in verdict.answers)
                    ends = [e for a in verdict.answers for e in a.ends]
                    assert all(graph.feasible[e.code] for e in ends)
                    check_foreseen(graph, parts[i], i, verdict)


def check_foreseen(graph: ConflictGraph, concept: Concept, i: int, verdict: Verdict) -> None:
    """Moves are told by the states of the graph, and held where their ends are no gain."""
    rank, s = graph.ranks[i], verdict.state.code
    for answer in verdict.answers:
        changed = set(answer.improvement.on) ^ set(verdict.state.on)
        owners = {option.partition(".")[0] for option in changed}
        assert (owners == {graph.deciders[i]}) != concept.helped
        if answer.ends:
            assert answer.held == all(rank[e.code] <= rank[s] for e in answer.ends)


def test_outlooks_are_worked_out_once(flagship):
    analysis = Analysis(flagship[1])
    assert analysis.game is analysis.game
    first = analysis.outlook(CONCEPTS["berge"])
    assert first is analysis.outlook(CONCEPTS["berge"])


def test_a_margin_needs_a_threshold(flagship):
    with pytest.raises(
        UsageError, match="a margin needs a concept that is a threshold: found `sim`"
    ):
        Analysis(flagship[1]).thresholds(CONCEPTS["sim"])


@pytest.mark.parametrize("name", ["jp=nash,ru=seq", "jp=nash"])
def test_everyone_needs_a_concept(flagship, name):
    with pytest.raises(UsageError, match="a decision maker has no concept"):
        Analysis(flagship[1]).equilibria(name)


def test_unlock_and_support_refuse_what_is_no_threshold(flagship):
    graph = flagship[1]
    for name in ("sim", "jp=nash,seq"):
        with pytest.raises(UsageError, match="a search for changes needs a concept that is"):
            unlock(graph, "two_islands", concept_named(name))
        with pytest.raises(UsageError, match="what holds a state up needs a concept that is"):
            support(graph, graph.status_quo, [CONCEPTS["nash"], concept_named(name)])


def test_too_many_equilibria_are_not_listed(monkeypatch):
    monkeypatch.setattr(analysis_module, "MOST_STATES", 3)
    graph = build_graph(open_shipped("elmira-1991"), "main")
    with pytest.raises(TooLarge, match="too many equilibria to list them"):
        Analysis(graph).equilibria("gmr")
    assert Analysis(graph).stable(CONCEPTS["gmr"]).all(axis=0).sum() > 3
