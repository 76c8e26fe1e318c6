"""Nash stability without a list of states: a better response is the counter-example."""

from __future__ import annotations

from detente.stability.symbolic.game import Game, better
from detente.stability.symbolic.lemmas import Examined, Tempting
from detente.stability.symbolic.place import Place, move
from detente.stability.symbolic.respond import Responder
from detente.stability.symbolic.solver import Clock, Solver

__all__ = ["Temptation"]


class Temptation:
    """What mover i would leave a state for, whatever others do then: its best response.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.game import read_game
    >>> game = read_game(open_case("prisoners-dilemma"), "main")
    >>> Temptation(game, 0).examine(0b11, Clock())
    Examined(stable=False, code=2, within=None)
    """

    def __init__(self, game: Game, i: int) -> None:
        self.i, self._responder = i, Responder(game, game.movers[i])
        self._leaves = 0

    def examine(self, code: int, clock: Clock, longest: int | None = None) -> Examined:
        """Say whether the mover stays in a state. Raises `OutOfTime`."""
        best = self._responder.best(code, clock)
        return Examined(True) if best == code else Examined(False, best)

    def objection(self, code: int, clock: Clock) -> Tempting | None:
        """Return a lemma that rules a state out, or None if the mover stays. Raises `OutOfTime`."""
        best = self._responder.best(code, clock)
        return None if best == code else Tempting(self.i, best)

    def unsettled(self, place: Place, solver: Solver, clock: Clock) -> Tempting | None:
        """Return a lemma still to be learnt of the states that a solver admits, or None.

        Raises `OutOfTime`.
        """
        if not self._leaves:
            there, circuit = place.free(self.i), place.circuit
            gains = better(circuit, there.score(self.i), place.score(self.i))
            self._leaves = circuit.every([*move(self.i, place, there), gains])
        if not solver.solve([self._leaves], clock):
            return None
        lemma = self.objection(solver.code, clock)
        assert lemma is not None, "a counter-example that nobody leaves"
        return lemma
