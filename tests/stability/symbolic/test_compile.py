"""The compiled clauses have the equilibria as their solutions, by another solver."""

from __future__ import annotations

from pysat.solvers import Solver
from tests.judgement.asked import PENNIES
from tests.stability.symbolic.pairs import SIZES, drawn_pairs, listed

from detente.stability.symbolic.compile import compile_nash
from detente.stability.symbolic.nash import build_nash


def solutions(clauses, variables):
    """Return the numbers of all solutions, seen on some variables."""
    with Solver(name="cadical153", bootstrap_with=clauses) as solver:
        while solver.solve():
            model = set(solver.get_model())
            literals = [v if v in model else -v for v in variables]
            yield sum(1 << j for j, literal in enumerate(literals) if literal > 0)
            solver.add_clause([-literal for literal in literals])


def test_solutions_are_the_equilibria():
    for deciders, options, longest, many in SIZES[:3]:
        for graph, nash in drawn_pairs(deciders, options, longest, many // 2):
            compiled = compile_nash(nash)
            assert compiled.obtained.complete
            assert list(compiled.variables) == list(graph.options)
            assert set(solutions(compiled.clauses, compiled.variables.values())) == listed(graph)


def test_afterwards_nothing_is_learnt():
    for graph, nash in drawn_pairs(3, 6, 5, 20):
        compile_nash(nash)
        lemmas = nash.lemmas
        assert {state.code for state in nash.each()} == listed(graph)
        assert nash.lemmas == lemmas == compile_nash(nash).obtained.parameters["lemmas"]


def test_questions_asked_before_leave_no_trace():
    for graph, nash in drawn_pairs(3, 5, 5, 20):
        nash.equilibria(2)
        compiled = compile_nash(nash)
        assert set(solutions(compiled.clauses, compiled.variables.values())) == listed(graph)


def test_out_of_time_is_not_complete():
    nash = build_nash(PENNIES, "main", seconds=0.0)
    assert not compile_nash(nash).obtained.complete
    assert not nash.complete
