"""What a refuted guess teaches, as a clause about every state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from detente.stability.symbolic.game import Value, at_least, better
from detente.stability.symbolic.place import Place, known, move
from detente.stability.symbolic.solver import Clock, Solver
from detente.stability.symbolic.zone import Cube

__all__ = ["Critic", "Examined", "Lemma", "Tempting", "Unanswered"]


class Lemma(Protocol):
    """Why some states are not stable for one mover."""

    @property
    def code(self) -> int:
        """The number of a state that has the mover's bits as they are after it has moved."""
        ...

    def clause(self, place: Place) -> list[int]:
        """Return a clause that holds at a place if the mover does not leave it for this reason."""
        ...


@dataclass(frozen=True)
class Tempting:
    """Mover i prefers to set its bits as in a state: what Nash stability rules out."""

    i: int
    code: int

    def clause(self, place: Place) -> list[int]:
        """Return that it is no worse off now, or may not move there."""
        there = place.put(self.i, self.code)
        enough = at_least(place.circuit, place.score(self.i), there.score(self.i))
        return [enough, *(-a for a in move(self.i, place, there))]


@dataclass(frozen=True)
class Unanswered:
    """Mover i sets its bits as in a state, and no answer leaves it with less than a value.

    That holds wherever the move leads into none of the cubes `outside`; `tempting` says that it
    must be an improvement, where the value does not imply that.
    """

    i: int
    code: int
    outside: tuple[Cube, ...]
    least: Value
    tempting: bool

    def clause(self, place: Place) -> list[int]:
        """Return that it has as much now, or may not move there, or can be answered there."""
        circuit, score = place.circuit, place.score(self.i)
        there = place.put(self.i, self.code)
        clause = [at_least(circuit, score, known(circuit, score, self.least))]
        clause += [-a for a in move(self.i, place, there)]
        if self.tempting:
            clause.append(-better(circuit, there.score(self.i), score))
        literal = there.literals
        return clause + [
            circuit.every(literal[a - 1] if a > 0 else -literal[-a - 1] for a in cube)
            for cube in self.outside
        ]


class Examined(NamedTuple):
    """Whether a mover stays in a state; if not, or if that is open, the move that says so.

    `stable` is None where no answer of up to `within` moves was found and a longer one is neither
    found nor excluded.
    """

    stable: bool | None
    code: int | None = None
    within: int | None = None


class Critic(Protocol):
    """One mover under one concept: what it objects to, and what is to be learnt from that."""

    def examine(self, code: int, clock: Clock, longest: int | None = None) -> Examined:
        """Say whether the mover stays in a state. Raises `OutOfTime`."""
        ...

    def objection(self, code: int, clock: Clock) -> Lemma | None:
        """Return a lemma that rules a state out, or None if the mover stays. Raises `OutOfTime`."""
        ...

    def unsettled(self, place: Place, solver: Solver, clock: Clock) -> Lemma | None:
        """Return a lemma that is still to be learnt, or None if nothing is. Raises `OutOfTime`.

        Only of the states at the place that satisfy what the solver knows.
        """
        ...
