"""Guesses, answers and lemmas of one mover; verdicts themselves are tested in `test_stays`."""

from __future__ import annotations

import pytest
from tests.stability.symbolic.ladder import ladder
from tests.stability.symbolic.pairs import ANSWERED, drawn_pairs, stable

from detente.stability import CONCEPTS
from detente.stability.symbolic import sanctions as module
from detente.stability.symbolic.deterrence import Deterrence
from detente.stability.symbolic.game import read_game
from detente.stability.symbolic.lemmas import Examined
from detente.stability.symbolic.pursuit import Pursuit
from detente.stability.symbolic.solver import Clock, OutOfTime


@pytest.mark.parametrize("concept", ANSWERED)
def test_verdicts_do_not_depend_on_what_was_asked_before(concept):
    for graph, equilibria in drawn_pairs(3, 6, 5, 8, concept):
        expected = stable(graph, concept)
        for i in range(len(graph.deciders)):
            used = Deterrence(equilibria.game, i, CONCEPTS[concept])
            while used.unsettled(equilibria.place, equilibria.solver, Clock()):
                pass
            for state in reversed(graph.states):
                fresh = (
                    Deterrence(equilibria.game, i, CONCEPTS[concept])
                    if state.code % 9 == 0
                    else used
                )
                for critic in (fresh, used):
                    assert critic.examine(state.code, Clock()).stable == expected[i, state.code]


@pytest.mark.parametrize("concept", ANSWERED)
def test_what_deters_from_a_good_state_may_not_deter_from_a_bad_one(concept):
    for graph, equilibria in drawn_pairs(3, 7, 8, 7, concept):
        expected = stable(graph, concept)
        for i, ranks in enumerate(graph.ranks):
            critic = Deterrence(equilibria.game, i, CONCEPTS[concept])
            for state in sorted(graph.states, key=lambda s, r=ranks: -int(r[s.code])):
                assert critic.examine(state.code, Clock()).stable == expected[i, state.code]


@pytest.mark.parametrize("concept", ANSWERED)
def test_once_settled_the_lemmas_are_where_the_mover_stays(concept):
    for graph, equilibria in drawn_pairs(3, 5, 5, 8, concept):
        for i in range(len(graph.deciders)):
            critic = Deterrence(equilibria.game, i, CONCEPTS[concept])
            lemmas = []
            while lemma := critic.unsettled(equilibria.place, equilibria.solver, Clock()):
                lemmas.append(lemma)
            with equilibria.solver.given() as asked:
                for lemma in lemmas:
                    equilibria.circuit.clauses.append([-asked, *lemma.clause(equilibria.place)])
                for state in graph.states:
                    at = [asked, *equilibria.place.at(state.code)]
                    stays = stable(graph, concept)[i, state.code]
                    assert equilibria.solver.solve(at, Clock()) == stays


def test_an_answer_once_found_is_not_sought_again(monkeypatch):
    searched = []
    further = Pursuit.further
    monkeypatch.setattr(Pursuit, "further", lambda self: searched.append(1) or further(self))
    assert module.Pursuit is Pursuit
    critic = Deterrence(read_game(ladder(4), "main"), 0, CONCEPTS["gmr"])
    assert critic.examine(0, Clock()) == Examined(True)
    assert searched
    searched.clear()
    assert critic.examine(0b100, Clock()) == Examined(True)  # from the first rung, the same climb
    assert not searched


def test_where_time_is_up_it_is_said_how_far_a_move_was_looked_into(monkeypatch):
    critic = Deterrence(read_game(ladder(9), "main"), 0, CONCEPTS["seq"])
    further, calls = Pursuit.further, []

    def impatient(self):
        calls.append(1)
        if len(calls) > 4:
            raise OutOfTime
        return further(self)

    monkeypatch.setattr(Pursuit, "further", impatient)
    assert critic.examine(0, Clock()) == Examined(None, 1, 4)
    calls[:] = [1] * 5
    with pytest.raises(OutOfTime):
        critic.examine(0, Clock())
    with pytest.raises(OutOfTime):
        critic.examine(0, Clock(0.0))
    calls.clear()
    assert critic.examine(0, Clock(), longest=3) == Examined(None, 1, 3)
