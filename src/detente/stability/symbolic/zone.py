"""Where a mover is left no better off than a bound, so that a move which ends there is deterred."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.game import Game, Score, Value, at_least, better
from detente.stability.symbolic.place import Place, literals_of, move, true_in
from detente.stability.symbolic.solver import Clock, Solver

__all__ = ["Cube", "Zone", "open_bound", "value_in"]

Cube = frozenset[int]
"""All states with some bits alike: j where bit j - 1 is on, -j where it is off."""


def open_bound(circuit: Circuit, score: Score) -> Score:
    """Return a bound that is still open, in the shape of a score: any value may be assumed of it.

    >>> circuit = Circuit(2)
    >>> open_bound(circuit, [[1, 2]]), circuit.clauses[-1]
    ([[4, 5]], [-5, 4])
    """
    rows = [[circuit.fresh() for _ in row] for row in score]
    circuit.clauses += [[-b, a] for row in rows for a, b in pairwise(row)]
    return rows


def value_in(model: Sequence[int], score: Score) -> Value:
    """Return the value that a score has in a solution."""
    return tuple(sum(true_in(model, a) for a in row) for row in score)


class Zone:
    """The states at a place that leave a mover no better off than a bound, as one literal.

    With `countermoves`, not even after its own best answer. Then the literal first says too much:
    a state that it admits is to be shown to `why`, which finds the answer that leads out, and the
    literal admits no such state again. Whatever it does not admit is not in the zone.
    """

    def __init__(self, place: Place, i: int, *, countermoves: bool) -> None:
        self._place, self._i, self._countermoves = place, i, countermoves
        self.bound = open_bound(place.circuit, place.score(i))
        self.literal = place.circuit.fresh()
        self._demand(place)
        self._exits = _Exits(place.game, i, countermoves=countermoves)

    def why(self, code: int, value: Value, clock: Clock) -> Cube | None:
        """Return the bits for which a state is in the zone of a bound, or None if it is not.

        Every state with these bits is in it, too, if it is feasible. Raises `OutOfTime`.
        """
        if not self._exits.solve(code, value, clock):
            return self._exits.core()
        if self._countermoves:
            self._demand(self._place.put(self._i, self._exits.end()))
        return None

    def _demand(self, end: Place) -> None:
        """Let the literal imply that the mover is not better off for going to an end."""
        allowed = [] if end is self._place else [-a for a in move(self._i, self._place, end)]
        enough = at_least(end.circuit, self.bound, end.score(self._i))
        end.circuit.clauses.append([-self.literal, *allowed, enough])


class _Exits:
    """A solver that looks for an end in which a mover is better off than a bound."""

    def __init__(self, game: Game, i: int, *, countermoves: bool) -> None:
        self._i, circuit = i, Circuit(len(game.options))
        self._here = Place(game, circuit)
        self._end = self._here.free(i) if countermoves else self._here
        self._bound = open_bound(circuit, self._end.score(i))
        ways = move(i, self._here, self._end) if countermoves else []
        better_off = better(circuit, self._end.score(i), self._bound)
        circuit.clauses += [[a] for a in (*ways, better_off)]
        self._solver = Solver(circuit)

    def solve(self, code: int, value: Value, clock: Clock) -> bool:
        """Say whether there is one from a state. Raises `OutOfTime`."""
        assumed = [*self._here.at(code), *literals_of(self._bound, value)]
        return self._solver.solve(assumed, clock)

    def end(self) -> int:
        """Return the number of the end found last."""
        return self._end.code(self._solver.model)

    def core(self) -> Cube:
        """Return the bits of the state asked last that are enough for there to be none."""
        return frozenset(a for a in self._solver.core if abs(a) <= self._here.circuit.inputs)
