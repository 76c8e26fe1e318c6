"""Howard's shortcut equals the definitions, the general way and plain maximin and minimax."""

from __future__ import annotations

import pytest
from tests.stability.drawn import cases
from tests.stability.symbolic.pairs import pair, stable

from detente.stability import CONCEPTS
from detente.stability.analysis import Analysis
from detente.stability.symbolic.deterrence import Deterrence
from detente.stability.symbolic.guarantee import Guarantee, maximin, minimax, unhindered
from detente.stability.symbolic.solver import Clock, OutOfTime


def free(deciders: int, options: int, longest: int, many: int, concept: str):
    """Yield drawn models in which nothing is infeasible and nothing lasts."""
    for case in cases(many, deciders, options, longest):
        graph, equilibria = pair(case, "main", None, concept)
        every = bool(graph.feasible.all()) and not any(m.up or m.down for m in graph.moves)
        if unhindered(equilibria.game):
            assert every
            yield graph, equilibria


@pytest.mark.parametrize("concept", ["gmr", "smr"])
@pytest.mark.parametrize("size", [(2, 4, 4, 60), (3, 6, 5, 30), (1, 3, 3, 20)])
def test_the_value_settles_every_state(concept, size):
    models = 0
    for graph, equilibria in free(*size, concept):
        expected = stable(graph, concept)
        for i, critic in enumerate(equilibria.critics):
            assert isinstance(critic, Guarantee)
            general = Deterrence(equilibria.game, i, CONCEPTS[concept])
            for state in graph.states[::2]:
                short, long = (c.examine(state.code, Clock()) for c in (critic, general))
                assert short.stable == long.stable == expected[i, state.code]
                if not short.stable:
                    assert graph.ranks[i, short.code] > graph.ranks[i, state.code]
                lemma = critic.objection(state.code, Clock())
                assert (lemma is None) == short.stable
        models += 1
    assert models > 5


def test_maximin_and_minimax():
    for graph, equilibria in free(3, 6, 5, 30, "gmr"):
        game = equilibria.game
        for i in range(len(graph.deciders)):
            ranks, escape = graph.ranks[i], Analysis(graph).escape(i)
            worst = {}
            for state in graph.states:
                own = game.moved(i, 0, state.code)
                worst[own] = min(worst.get(own, 1 << 30), int(ranks[state.code]))
            value, code = maximin(game, i, Clock())
            best = max(worst.values())
            assert worst[game.moved(i, 0, code)] == best
            assert value == game.value(i, int((ranks == best).argmax()))
            least = int(escape.min())
            assert minimax(game, i, Clock()) == game.value(i, int((ranks == least).argmax()))


def test_there_is_one_lemma_to_learn():
    _, equilibria = next(iter(free(3, 6, 5, 30, "smr")))
    critic = equilibria.critics[0]
    with pytest.raises(OutOfTime):
        critic.unsettled(equilibria.place, equilibria.solver, Clock(0.0))
    assert critic.unsettled(equilibria.place, equilibria.solver, Clock()) is not None
    assert critic.unsettled(equilibria.place, equilibria.solver, Clock()) is None
