"""Refine until nothing is left to learn: then the clauses say exactly what Nash says."""

from __future__ import annotations

from detente.stability.symbolic.answers import Compiled
from detente.stability.symbolic.game import better
from detente.stability.symbolic.nash import NashSet
from detente.stability.symbolic.solver import Clock, OutOfTime

__all__ = ["compile_nash"]


def compile_nash(nash: NashSet) -> Compiled:
    """Return clauses that equal the Nash set; every later question is for the solver alone.

    For each mover, the solver is asked for a state that satisfies all lemmas and that the mover
    would leave, until there is none. May take very long where one mover has many options and
    wide statements; then the answer is not complete, and the lemmas learnt so far stay.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.nash import build_nash
    >>> nash = build_nash(open_case("chicken"), "main")
    >>> compile_nash(nash).obtained.complete, nash.complete
    (True, True)
    """
    clock = nash.clock()
    try:
        for i in range(len(nash.game.movers)):
            _exhaust(nash, i, clock)
        nash.complete = True
    except OutOfTime:
        pass
    variables = {o: j + 1 for j, o in enumerate(nash.game.options)}
    clauses = tuple(map(tuple, nash.circuit.clauses))
    return Compiled(variables, clauses, nash.obtained(clock, complete=nash.complete))


def _exhaust(nash: NashSet, i: int, clock: Clock) -> None:
    """Learn until mover i would leave no state that satisfies all lemmas."""
    leaves = _leaves(nash, i)
    while not nash.complete and nash.solver.solve([leaves], clock):
        learnt = nash.refine(nash.solver.code, clock)
        assert learnt, "a counter-example that nobody leaves"


def _leaves(nash: NashSet, i: int) -> int:
    """Return the literal of "mover i has a better response": one on a second set of its bits."""
    circuit, mover = nash.circuit, nash.game.movers[i]
    literals = list(nash.literals)
    for bit in mover.moves.bits:
        literals[bit] = circuit.fresh()
    meanings = nash.game.meanings(circuit, literals)
    gain = better(circuit, mover.score(meanings), nash.scores[i])
    leaves = circuit.both(nash.game.feasible(meanings), gain)
    for bit in mover.moves.up:
        leaves = circuit.both(leaves, circuit.either(-bit - 1, literals[bit]))
    for bit in mover.moves.down:
        leaves = circuit.both(leaves, circuit.either(bit + 1, -literals[bit]))
    return leaves
