"""Howard's shortcut: where nothing is infeasible or irreversible, one value settles every state.

A state is GMR-stable for a decision maker iff it has at least what it can guarantee itself by
moving first (maximin), and SMR-stable iff it has at least what the others must leave it when they
move first (minimax). Source: Howard (1971), recalled and not checked against the book; proven here
by comparison with the definitions, in the tests.
"""

from __future__ import annotations

from detente.stability import CONCEPTS
from detente.stability.concept import Concept
from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.game import Game, Value, at_least, better
from detente.stability.symbolic.lemmas import Examined, Unanswered
from detente.stability.symbolic.place import Place, known
from detente.stability.symbolic.respond import Responder
from detente.stability.symbolic.sanctions import Sanctions
from detente.stability.symbolic.solver import Clock, Solver
from detente.stability.symbolic.zone import open_bound

__all__ = ["Guarantee", "maximin", "minimax", "unhindered"]


def unhindered(game: Game) -> bool:
    """Return whether every state is feasible and every option can be taken and dropped at will.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.game import read_game
    >>> [unhindered(read_game(open_case(c), "main")) for c in ("chicken", "cuba-1962")]
    [True, False]
    """
    circuit = Circuit(len(game.options))
    one_way = any(mover.moves.up or mover.moves.down for mover in game.movers)
    return not one_way and Place(game, circuit).feasible == circuit.true


def maximin(game: Game, i: int, clock: Clock) -> tuple[Value, int]:
    """Return what mover i can guarantee itself, and a state that has its bits as that takes.

    Settings of its bits are guessed that do better against every answer found so far, until there
    is none. For unhindered games. Raises `OutOfTime`.
    """
    sanctions, circuit = Sanctions(game, i, CONCEPTS["gmr"]), Circuit(len(game.options))
    place, solver = Place(game, circuit), Solver(circuit)
    bound = open_bound(circuit, place.score(i))
    guess, best = game.status_quo.code, None
    while True:
        least, worst = sanctions.least(sanctions.replies.own(guess), clock)
        if best is None or least > best[0]:
            best = least, guess
        answered = place
        for j in range(len(game.movers)):
            answered = answered if j == i else answered.put(j, worst)
        circuit.clauses.append([better(circuit, answered.score(i), bound)])
        more = at_least(circuit, bound, known(circuit, bound, best[0]))
        if not solver.solve([more], clock):
            return best
        guess = place.code(solver.model)


def minimax(game: Game, i: int, clock: Clock) -> Value:
    """Return what the others must leave mover i, who answers best; for unhindered games.

    Raises `OutOfTime`.
    """
    return Sanctions(game, i, CONCEPTS["smr"]).least((), clock)[0]


class Guarantee:
    """One mover of an unhindered game under GMR or SMR: it stays where it has the value or more."""

    def __init__(self, game: Game, i: int, concept: Concept) -> None:
        self.game, self.i, self._countermoves = game, i, concept.countermoves
        self._lemma: Unanswered | None = None
        self._told = False

    def examine(self, code: int, clock: Clock, longest: int | None = None) -> Examined:
        """Say whether the mover stays in a state. Raises `OutOfTime`."""
        lemma = self._known(clock)
        if self.game.value(self.i, code) >= lemma.least:
            return Examined(True)
        if self._countermoves:
            return Examined(False, Responder(self.game, self.game.movers[self.i]).best(code, clock))
        return Examined(False, self.game.moved(self.i, code, lemma.code))

    def objection(self, code: int, clock: Clock) -> Unanswered | None:
        """Return a lemma that rules a state out, or None if the mover stays. Raises `OutOfTime`."""
        lemma = self._known(clock)
        return lemma if self.game.value(self.i, code) < lemma.least else None

    def unsettled(self, place: Place, solver: Solver, clock: Clock) -> Unanswered | None:
        """Return the one lemma that there is to learn, the first time. Raises `OutOfTime`."""
        lemma = None if self._told else self._known(clock)
        self._told = True
        return lemma

    def _known(self, clock: Clock) -> Unanswered:
        if self._lemma is None:
            if self._countermoves:
                least, code = minimax(self.game, self.i, clock), 0
            else:
                least, code = maximin(self.game, self.i, clock)
            self._lemma = Unanswered(self.i, code, (), least, tempting=False)
        return self._lemma
