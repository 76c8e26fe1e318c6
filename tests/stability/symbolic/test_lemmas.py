"""A lemma rules out exactly the states that it says something of."""

from __future__ import annotations

import pytest
from tests.stability.symbolic.pairs import ANSWERED, drawn_pairs, stable

from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.lemmas import Tempting, Unanswered
from detente.stability.symbolic.place import Place
from detente.stability.symbolic.solver import Clock


def admits(lemma, game, code: int) -> bool:
    """Return whether the clause of a lemma holds in a state."""
    circuit = Circuit(0)
    bits = [circuit.constant(bool(code >> j & 1)) for j in range(len(game.options))]
    clause = lemma.clause(Place(game, circuit, bits))
    assert all(abs(a) == circuit.true for a in clause)
    return circuit.true in clause


@pytest.mark.parametrize("concept", ["nash", *ANSWERED])
def test_no_stable_state_is_ruled_out_and_the_one_asked_about_is(concept):
    learnt = 0
    for graph, equilibria in drawn_pairs(3, 6, 5, 8, concept):
        expected = stable(graph, concept)
        for i, critic in enumerate(equilibria.critics):
            for state in graph.states[::5]:
                lemma = critic.objection(state.code, Clock())
                assert (lemma is None) == expected[i, state.code]
                if lemma is not None:
                    admitted = [admits(lemma, equilibria.game, s.code) for s in graph.states]
                    assert not admitted[graph.states.index(state)]
                    stays = [expected[i, s.code] for s in graph.states]
                    assert all(a or not s for a, s in zip(admitted, stays, strict=True))
                    learnt += 1
    assert learnt > 20


def test_what_nobody_may_do_rules_nothing_out():
    """An option that lasts is not dropped, and no state without it is left by dropping it."""
    for graph, nash in drawn_pairs(2, 5, 4, 40):
        lasting = [(i, bit) for i, m in enumerate(graph.moves) for bit in m.up]
        for i, bit in lasting:
            for state in graph.states:
                if not state.code >> bit & 1:
                    value = nash.game.value(i, state.code)
                    above = tuple(n + 1 for n in value)
                    for lemma in (
                        Tempting(i, state.code),
                        Unanswered(i, state.code, (), above, tempting=False),
                    ):
                        assert admits(lemma, nash.game, state.code | 1 << bit)


def test_a_lemma_is_silent_where_the_move_can_be_answered_or_is_no_improvement():
    graph, nash = next(iter(drawn_pairs(2, 4, 4, 1)))
    state = graph.states[0]
    above = tuple(n + 1 for n in nash.game.value(0, state.code))
    cube = frozenset(Place(nash.game, Circuit(4)).at(state.code))
    for outside, tempting, admitted in [
        ((), False, False),
        ((cube,), False, True),
        ((), True, True),
    ]:
        lemma = Unanswered(0, state.code, outside, above, tempting=tempting)
        assert admits(lemma, nash.game, state.code) == admitted
