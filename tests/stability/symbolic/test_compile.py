"""The compiled clauses have the equilibria as their solutions, by another solver."""

from __future__ import annotations

import pytest
from pysat.solvers import Solver
from tests.judgement.asked import PENNIES
from tests.stability.symbolic.pairs import ANSWERED, FEW, SIZES, drawn_pairs, listed

from detente.stability.symbolic.compile import compile_set
from detente.stability.symbolic.equilibria import build_set


def solutions(clauses, variables):
    """Return the numbers of all solutions, seen on some variables."""
    with Solver(name="cadical153", bootstrap_with=clauses) as solver:
        while solver.solve():
            model = set(solver.get_model())
            literals = [v if v in model else -v for v in variables]
            yield sum(1 << j for j, literal in enumerate(literals) if literal > 0)
            solver.add_clause([-literal for literal in literals])


def check(sizes, concept: str) -> None:
    for deciders, options, longest, many in sizes:
        for graph, equilibria in drawn_pairs(deciders, options, longest, many // 2, concept):
            compiled = compile_set(equilibria)
            assert compiled.obtained.complete
            assert list(compiled.variables) == list(graph.options)
            found = set(solutions(compiled.clauses, compiled.variables.values()))
            assert found == listed(graph, concept)


def test_solutions_are_the_nash_equilibria():
    check(SIZES[:3], "nash")


@pytest.mark.parametrize("concept", [*ANSWERED, "a=nash,gmr"])
def test_solutions_are_the_equilibria(concept):
    check(FEW, concept)


@pytest.mark.parametrize("concept", ["nash", *ANSWERED])
def test_afterwards_nothing_is_learnt(concept):
    for graph, equilibria in drawn_pairs(3, 6, 5, 6, concept):
        compile_set(equilibria)
        lemmas = equilibria.lemmas
        assert {state.code for state in equilibria.each()} == listed(graph, concept)
        again = compile_set(equilibria).obtained.parameters["lemmas"]
        assert equilibria.lemmas == lemmas == again


@pytest.mark.parametrize("concept", ["nash", *ANSWERED])
def test_questions_asked_before_leave_no_trace(concept):
    for graph, equilibria in drawn_pairs(3, 5, 5, 8, concept):
        equilibria.equilibria(2)
        compiled = compile_set(equilibria)
        found = set(solutions(compiled.clauses, compiled.variables.values()))
        assert found == listed(graph, concept)


@pytest.mark.parametrize("concept", ["nash", "gmr"])
def test_out_of_time_is_not_complete(concept):
    equilibria = build_set(PENNIES, "main", concept, seconds=0.0)
    assert not compile_set(equilibria).obtained.complete
    assert not equilibria.complete
