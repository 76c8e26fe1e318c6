"""Two engines that share no method, on conflicts that nobody can enumerate."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.beyond import conflict

from detente.stability.diagrams.sets import diagram_sets
from detente.stability.graph import State
from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.equilibria import EquilibriumSet, build_set
from detente.stability.symbolic.place import Place
from detente.stability.symbolic.questions import backbone, nearest
from detente.stability.symbolic.solver import Clock, Solver
from detente.stability.symbolic.stays import holds


def scattered(equilibria: EquilibriumSet, many: int) -> list[State]:
    """Return feasible states that have nothing to do with what holds."""
    circuit, rng = Circuit(len(equilibria.game.options)), np.random.default_rng(many)
    place, found = Place(equilibria.game, circuit), []
    circuit.clauses.append([place.feasible])
    for _ in range(many):
        solver = Solver(circuit)
        signs = rng.integers(2, size=circuit.inputs)
        solver.prefer(j + 1 if on else -j - 1 for j, on in enumerate(signs))
        assert solver.solve((), Clock())
        found.append(equilibria.game.state(solver.code))
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "deciders", "concept"),
    [(40, 4, "nash"), (40, 4, "gmr"), (40, 4, "smr"), (30, 3, "seq"), (30, 3, "sseq")],
)
def test_clauses_and_diagrams_agree(options, deciders, concept):
    equilibria = build_set(conflict(options, deciders, seed=1), "main", concept)
    known = diagram_sets(equilibria.game, concept).equilibria
    assert all(holds(equilibria, state).holds for state in known.sample(20, seed=1))
    states = scattered(equilibria, 30)
    answers = {known.holds(state) for state in states}
    assert all(holds(equilibria, state).holds == known.holds(state) for state in states)
    assert answers == {True, False} or concept == "nash"
    assert all(known.holds(state) for state in equilibria.equilibria(20).states)
    assert dict(backbone(equilibria).fixed) == dict(known.fixed)
    assert nearest(equilibria).at_least == len(known.nearest().changes)
