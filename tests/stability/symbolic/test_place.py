"""A place says of a state what the game says of its number."""

from __future__ import annotations

import pytest
from tests.stability.symbolic.pairs import drawn_pairs

from detente.kernels import reach
from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.place import Place, known, literals_of, move, true_in
from detente.stability.symbolic.solver import Clock, Solver


def facts(game, code: int) -> Place:
    """Return a state of facts: every literal of it is that of true or its negative."""
    circuit = Circuit(0)
    return Place(
        game, circuit, [circuit.constant(bool(code >> j & 1)) for j in range(len(game.options))]
    )


def test_what_is_feasible_and_how_well_it_serves():
    for graph, nash in drawn_pairs(3, 5, 5, 20):
        game = nash.game
        for code in range(1 << len(graph.options)):
            place = facts(game, code)
            held = all(
                (code >> game.options.index(o) & 1) == v for o, v in game.settings.fix.items()
            )
            assert (place.feasible == place.circuit.true and held) == graph.feasible[code]
            for i in range(len(graph.deciders)):
                score = place.score(i)
                value = game.value(i, code)
                assert value == tuple(row.count(place.circuit.true) for row in score)
                assert score == known(place.circuit, score, value)


@pytest.mark.parametrize("gladly", [False, True])
def test_moves_are_those_of_the_kernels(gladly):
    moved = 0
    for graph, nash in drawn_pairs(3, 5, 5, 12):
        for state in graph.states:
            before = facts(nash.game, state.code)
            for i, moves in enumerate(graph.moves):
                reached = set(reach(state.code, moves).tolist())
                better = (
                    set(reached)
                    if not gladly
                    else {t for t in reached if graph.ranks[i, t] > graph.ranks[i, state.code]}
                )
                for end in {*reached, *range(1 << len(graph.options))}:
                    if nash.game.moved(i, state.code, end) != end or end == state.code:
                        continue
                    needed = move(i, before, before.put(i, end), gladly=gladly)
                    allowed = all(a == before.circuit.true for a in needed)
                    assert allowed == (end in better and bool(graph.feasible[end]))
                    moved += allowed
    assert moved > 100


def test_states_are_said_and_read_back():
    for graph, nash in drawn_pairs(3, 6, 5, 10):
        circuit = Circuit(len(graph.options))
        place, solver = Place(nash.game, circuit), Solver(circuit)
        score = place.score(0)
        for state in graph.states[::3]:
            assert solver.solve(place.at(state.code), Clock())
            assert place.code(solver.model) == state.code
            value = nash.game.value(0, state.code)
            assert all(true_in(solver.model, a) for a in literals_of(score, value))


def test_new_choices_are_the_mover_s_own():
    for graph, nash in drawn_pairs(3, 6, 5, 10):
        circuit = Circuit(len(graph.options))
        place = Place(nash.game, circuit)
        for i, moves in enumerate(graph.moves):
            there = place.free(i)
            assert set(place.own(i)) == set(moves.bits)
            for bit, (before, after) in enumerate(zip(place.literals, there.literals, strict=True)):
                assert (before == after) == (bit not in moves.bits)
                assert bit not in moves.bits or after > len(graph.options)
