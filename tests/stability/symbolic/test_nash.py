"""A mover stays in a state, or leaves it for the best that it reaches; the lemma says so of all."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.beyond import conflict
from tests.stability.symbolic.pairs import drawn_pairs, listed

from detente.case import Case
from detente.case.formula import evaluate
from detente.kernels import Moves, lexicographic, reach
from detente.stability.graph import State, levels_of
from detente.stability.symbolic.equilibria import build_set
from detente.stability.symbolic.nash import Temptation
from detente.stability.symbolic.solver import Clock


def test_a_mover_stays_or_leaves_for_the_best_that_it_reaches():
    left = 0
    for graph, nash in drawn_pairs(3, 5, 5, 30):
        for i in range(len(graph.deciders)):
            critic = Temptation(nash.game, i)
            for state in graph.states:
                answer, reached = (
                    critic.examine(state.code, Clock()),
                    reach(state.code, graph.moves[i]),
                )
                best = graph.ranks[i, reached].max(initial=-1)
                assert answer.stable == (best <= graph.ranks[i, state.code])
                if not answer.stable:
                    assert answer.code in reached
                    assert graph.ranks[i, answer.code] == best
                    left += 1
    assert left > 50


def test_what_is_left_to_learn_is_what_some_state_still_lacks():
    """Once a mover has nothing more to teach, exactly its stable states satisfy its lemmas."""
    for graph, nash in drawn_pairs(2, 5, 5, 20):
        (critic,) = nash.critics[:1]
        while nash.learn(critic.unsettled(nash.place, nash.solver, Clock())):
            pass
        stable = {s.code for s in graph.states if critic.examine(s.code, Clock()).stable}
        nash.critics = []
        assert {s.code for s in nash.each()} == stable >= listed(graph)


def best_rank(case: Case, state: State, owner: str) -> bool:
    """Say whether no setting of one owner's options is better, by trying every one of them."""
    model = case.models["main"]
    own = [o for o in model.options if o.startswith(f"{owner}.")]
    codes = np.arange(1 << len(own))
    truth = {o: np.full(len(codes), o in state.on) for o in model.options}
    truth |= {o: (codes >> k & 1).astype(bool) for k, o in enumerate(own)}
    columns = [evaluate(r.require, truth, lambda v: np.full(len(codes), v)) for r in model.rules]
    order = model.preferences[owner].readings["stated"].order
    wants = [evaluate(s.want, truth, lambda v: np.full(len(codes), v)) for s in order]
    ranks = lexicographic(np.stack(wants), np.all(columns, axis=0), levels_of(order))
    up = tuple(k for k, o in enumerate(own) if case.option("main", o).reversible == "no")
    free = tuple(k for k in range(len(own)) if k not in up)
    here = sum(1 << k for k, o in enumerate(own) if o in state.on)
    return bool((ranks[reach(here, Moves(free, up))] <= ranks[here]).all())


@pytest.mark.parametrize("seed", range(3))
def test_equilibria_among_forty_options_are_left_by_nobody(seed):
    case = conflict(40, 4, seed)
    states = build_set(case, "main").equilibria(20).states
    assert len(states) == 20
    assert all(best_rank(case, state, owner) for state in states for owner in case.actors)
