"""The zone admits what leaves a mover no better off than a bound, and nothing else once asked."""

from __future__ import annotations

import pytest
from tests.stability.drawn import made_case
from tests.stability.symbolic.pairs import drawn_pairs

from detente.stability.analysis import Analysis
from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.game import read_game
from detente.stability.symbolic.place import Place, literals_of
from detente.stability.symbolic.solver import Clock, OutOfTime, Solver
from detente.stability.symbolic.zone import Zone, open_bound, value_in


@pytest.mark.parametrize("countermoves", [False, True])
def test_the_zone(countermoves):
    """Every feasible state and every bound that a feasible state sets; why it is in holds for all."""
    for graph, nash in drawn_pairs(2, 5, 4, 10):
        for i in range(len(graph.deciders)):
            limit = Analysis(graph).escape(i) if countermoves else graph.ranks[i]
            circuit = Circuit(len(graph.options))
            place = Place(nash.game, circuit)
            zone, solver = Zone(place, i, countermoves=countermoves), Solver(circuit)
            for start in graph.states[::3]:
                bound = graph.ranks[i, start.code]
                value = nash.game.value(i, start.code)
                inside = {s.code for s in graph.states if limit[s.code] <= bound}
                for state in graph.states:
                    why = zone.why(state.code, value, Clock())
                    assert (why is not None) == (state.code in inside)
                    if why is not None:
                        alike = {
                            s.code
                            for s in graph.states
                            if all((s.code >> abs(a) - 1 & 1) == (a > 0) for a in why)
                        }
                        assert state.code in alike <= inside
                for state in graph.states:
                    at = [*place.at(state.code), *literals_of(zone.bound, value), zone.literal]
                    assert solver.solve(at, Clock()) == (state.code in inside)


def test_a_bound_is_any_value_and_never_a_gap():
    circuit = Circuit(3)
    bound, solver = open_bound(circuit, [[1, 2], [3]]), Solver(circuit)
    values = set()
    while solver.solve((), Clock()):
        value = value_in(solver.model, bound)
        values.add(value)
        circuit.clauses.append([-a for a in literals_of(bound, value)])
    assert values == {(k, j) for k in range(3) for j in range(2)}


def test_time():
    game = read_game(made_case({"a": ["a.x"]}, ["a.x"]), "main")
    zone = Zone(Place(game, Circuit(1)), 0, countermoves=True)
    with pytest.raises(OutOfTime):
        zone.why(0, (0,), Clock(0.0))
