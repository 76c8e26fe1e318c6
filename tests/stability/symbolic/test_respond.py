"""Best responses against the best rank that a mover reaches."""

from __future__ import annotations

import pytest
from tests.stability.drawn import made_case
from tests.stability.symbolic.pairs import drawn_pairs

from detente.kernels import reach
from detente.stability.symbolic.game import read_game
from detente.stability.symbolic.respond import Responder
from detente.stability.symbolic.solver import Clock, OutOfTime


def test_the_best_that_a_mover_reaches():
    moved = 0
    for graph, nash in drawn_pairs(3, 6, 6, 30):
        for i, mover in enumerate(nash.game.movers):
            responder = Responder(nash.game, mover)
            for state in graph.states:
                best = responder.best(state.code, Clock())
                reached = [state.code, *reach(state.code, graph.moves[i])]
                assert best in reached
                assert graph.ranks[i, best] == graph.ranks[i, reached].max()
                better = graph.ranks[i, best] > graph.ranks[i, state.code]
                assert better == (best != state.code)
                moved += better
    assert moved > 100


def test_a_long_level_is_counted():
    case = made_case({"a": ["a.x"]}, [f"a.{c}" for c in "xyzuvw"])
    order = [{"want": f"a.{c}", "about_equal": c != "x"} for c in "xyzuvw"]
    rules = [{"require": "not (a.x and a.y)"}, {"require": "not (a.z and a.u)"}]
    model = case.models["main"].model_dump(
        mode="json", exclude={"preferences", "rules"}, exclude_unset=True
    )
    model |= {"rules": rules, "preferences": {"a": {"readings": {"stated": {"order": order}}}}}
    data = case.model_dump(mode="json", exclude={"models"}, exclude_unset=True) | {
        "models": {"main": model}
    }
    game = read_game(type(case).model_validate(data), "main")
    assert game.movers[0].moves.free == tuple(range(6))
    best = Responder(game, game.movers[0]).best(0, Clock())
    assert best.bit_count() == 4


def test_time_and_infeasible_states():
    case = made_case({"a": ["a.x"]}, ["a.x", "a.y"], ["not a.y"])
    game = read_game(case, "main")
    responder = Responder(game, game.movers[0])
    with pytest.raises(OutOfTime):
        responder.best(0, Clock(0.0))
    with pytest.raises(AssertionError):
        responder.best(0b10, Clock())
