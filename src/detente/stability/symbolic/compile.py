"""Refine until nothing is left to learn: then the clauses say exactly which states are equilibria."""

from __future__ import annotations

from detente.stability.symbolic.answers import Compiled
from detente.stability.symbolic.equilibria import EquilibriumSet
from detente.stability.symbolic.solver import OutOfTime

__all__ = ["compile_set"]


def compile_set(found: EquilibriumSet) -> Compiled:
    """Return clauses that equal the set of equilibria; every later question is for the solver alone.

    Each mover is asked for a state that the lemmas admit and that it would leave, until there is
    none. May take very long: under Nash stability where one mover has many options and wide
    statements, under SEQ and SSEQ from some 20 options on. Then the answer is not complete, and the
    lemmas learnt so far stay.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.equilibria import build_set
    >>> found = build_set(open_case("chicken"), "main", "smr")
    >>> compile_set(found).obtained.complete, found.complete
    (True, True)
    """
    clock = found.clock()
    try:
        for critic in found.critics:
            while found.learn(critic.unsettled(found.place, found.solver, clock)):
                pass
        found.complete = True
    except OutOfTime:
        pass
    variables = {o: j + 1 for j, o in enumerate(found.game.options)}
    clauses = tuple(map(tuple, found.circuit.clauses))
    return Compiled(variables, clauses, found.obtained(clock, complete=found.complete))
