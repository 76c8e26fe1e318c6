"""Every verdict on one state, and its witness, against enumeration and the definitions."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import CASES, open_shipped
from tests.judgement.asked import PENNIES
from tests.stability.drawn import made_case
from tests.stability.plain import Plain
from tests.stability.symbolic.ladder import ladder
from tests.stability.symbolic.pairs import ANSWERED, FEW, drawn_pairs, listed, pair, stable

from detente.errors import UnknownName, UsageError
from detente.stability import CONCEPTS
from detente.stability.definition import Conflict
from detente.stability.symbolic.answers import Stays
from detente.stability.symbolic.equilibria import EquilibriumSet, build_set
from detente.stability.symbolic.pursuit import Pursuit
from detente.stability.symbolic.solver import OutOfTime
from detente.stability.symbolic.stays import holds, stays


def check_witness(conflict: Conflict, equilibria: EquilibriumSet, verdict: Stays) -> None:
    """Make sure that what a verdict says of moves and answers is so, by the definitions."""
    i = equilibria.game.deciders.index(verdict.actor)
    s, concept = verdict.state.code, CONCEPTS[verdict.concept]
    gladly = concept.replies == "improvements"
    deters = conflict.binds if concept.countermoves else conflict.at_least
    if verdict.stable:
        assert verdict.leaves is None
        assert bool(verdict.answered) == bool(conflict.improvements(i, s))
    else:
        assert verdict.answered is None
        assert verdict.leaves.code in conflict.improvements(i, s)
        answers = conflict.gladly if gladly else conflict.replies
        ends = () if concept.replies == "none" else answers(i, verdict.leaves.code)
        assert not any(deters(i, s, end) for end in ends)
    if verdict.answered:
        here = verdict.answered.improvement.code
        assert here in conflict.improvements(i, s)
        for move in verdict.answered.sanction:
            j = equilibria.game.deciders.index(move.actor)
            assert j != i
            reached = conflict.improvements(j, here) if gladly else conflict.moves[j][here]
            assert move.to.code in reached
            here = move.to.code
        assert deters(i, s, here)


@pytest.mark.parametrize("concept", ["nash", *ANSWERED])
def test_drawn_models(concept):
    verdicts = set()
    for deciders, options, longest, many in FEW:
        for k, (graph, equilibria) in enumerate(
            drawn_pairs(deciders, options, longest, many // 2, concept)
        ):
            plain = Plain(equilibria.game.case, "main", equilibria.game.settings)
            expected = stable(graph, concept)
            for state in graph.states[k % 3 :: 3]:
                for i, actor in enumerate(graph.deciders):
                    verdict = stays(equilibria, actor, state)
                    assert verdict.stable == expected[i, state.code]
                    assert verdict.obtained.complete
                    check_witness(plain.game.conflict, equilibria, verdict)
                    verdicts.add((verdict.stable, bool(verdict.answered)))
    assert verdicts - {(True, True)} == {(True, False), (False, False)}
    assert ((True, True) in verdicts) == (concept != "nash")


@pytest.mark.parametrize("concept", ["nash", *ANSWERED])
@pytest.mark.parametrize("name", CASES)
def test_shipped_models(name, concept):
    for model in open_shipped(name).models:
        graph, equilibria = pair(open_shipped(name), model, None, concept)
        expected = stable(graph, concept)
        for state in {graph.status_quo, *graph.states[:: max(1, len(graph.states) // 12)]}:
            for i, actor in enumerate(graph.deciders):
                assert stays(equilibria, actor, state).stable == expected[i, state.code]


@pytest.mark.parametrize("concept", ["nash", *ANSWERED])
def test_a_state_is_an_equilibrium_or_left_by_those_who_would(concept):
    for graph, equilibria in drawn_pairs(3, 5, 5, 12, concept):
        expected = stable(graph, concept)
        for state in graph.states:
            answer = holds(equilibria, state)
            assert answer.holds == (state.code in listed(graph, concept))
            leaving = {d for i, d in enumerate(graph.deciders) if not expected[i, state.code]}
            assert {move.actor for move in answer.moves} == leaving


@pytest.mark.parametrize("concept", ANSWERED)
def test_an_answer_of_many_moves_is_found_or_said_to_be_open(concept):
    case = ladder(31)
    equilibria = build_set(case, "main", concept)
    short = stays(equilibria, "a", longest=5)
    assert (short.stable, short.within, short.leaves.on) == (None, 5, ("a.leap",))
    assert str(short) == "no sanction of up to 5 moves; a longer one is not excluded"
    assert not short.obtained.complete
    proven = stays(equilibria, "A")
    assert proven.stable
    assert len(proven.answered.sanction) == 31
    assert stays(build_set(case, "main", concept), "a", longest=31).stable


@pytest.mark.parametrize("concept", ANSWERED)
def test_that_there_is_no_answer_of_any_length_is_proven(concept):
    equilibria = build_set(ladder(31, broken=20), "main", concept)
    proven = stays(equilibria, "a")
    assert (proven.stable, proven.leaves.on) == (False, ("a.leap",))
    assert proven.obtained.complete
    assert not stays(equilibria, "b").stable  # the first rung costs it nothing


def test_time():
    equilibria = build_set(PENNIES, "main", "gmr", seconds=0.0)
    answer = stays(equilibria, "row")
    assert (answer.stable, answer.leaves, answer.within) == (None, None, None)
    assert str(answer) == "unknown: the time was up"
    assert not answer.obtained.complete
    member = holds(equilibria, [])
    assert (member.holds, member.moves, member.obtained.complete) == (None, (), False)


def test_what_is_open_is_no_reason_to_leave(monkeypatch):
    """One party's move is looked into for too long: it may still stay, and so may all."""
    further, calls = Pursuit.further, []

    def impatient(self):
        calls.append(1)
        if len(calls) > 4:
            raise OutOfTime
        return further(self)

    monkeypatch.setattr(Pursuit, "further", impatient)
    case = ladder(9)
    equilibria = build_set(case, "main", "a=gmr,nash")
    member = holds(equilibria, [f"{'bc'[k % 2]}.rung{k}" for k in range(4)])
    assert "a" not in {move.actor for move in member.moves}
    calls.clear()
    verdict = stays(build_set(case, "main", "gmr"), "a")
    assert (verdict.stable, verdict.within) == (None, 4)
    assert str(verdict) == "no sanction of up to 4 moves; a longer one is not excluded"


def test_names_and_infeasible_states_are_refused():
    case = made_case({"a": ["a.x"]}, ["a.x", "a.y"], ["not (a.x and a.y)"])
    for concept in ("nash", "seq"):
        equilibria = build_set(case, "main", concept)
        with pytest.raises(UnknownName):
            holds(equilibria, ["a.z"])
        with pytest.raises(UnknownName, match="decision maker"):
            stays(equilibria, "b")
        with pytest.raises(UsageError, match="breaks the rule `not"):
            stays(equilibria, "a", ["a.x", "a.y"])
