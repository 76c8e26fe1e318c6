"""The best that one decision maker can do from a state, by a few questions to a SAT solver."""

from __future__ import annotations

from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.game import Game, Mover
from detente.stability.symbolic.solver import Clock, Solver

__all__ = ["Responder"]


class Responder:
    """Finds best responses of one mover: the others stay, statements are pushed true from the top.

    On each level, as many statements as can hold with the levels above are found by counting up
    from what holds already; one question a step, and one more to prove that no more can.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.game import read_game
    >>> game = read_game(open_case("prisoners-dilemma"), "main")
    >>> responder = Responder(game, game.movers[0])
    >>> together = game.find(["row.cooperate", "column.cooperate"])
    >>> game.state(responder.best(together.code, Clock())).on
    ('column.cooperate',)
    """

    def __init__(self, game: Game, mover: Mover) -> None:
        self.mover, self.circuit = mover, Circuit(len(game.options))
        meanings = game.meanings(self.circuit, game.free(self.circuit))
        self._levels = mover.score(meanings)
        self.circuit.clauses.append([game.feasible(meanings)])
        self._solver = Solver(self.circuit)
        moves = mover.moves
        both = [literal for bit in moves.free for literal in (bit + 1, -bit - 1)]
        self._given_up = {*both, *(-bit - 1 for bit in moves.up), *(bit + 1 for bit in moves.down)}

    def best(self, code: int, clock: Clock) -> int:
        """Return the best feasible state that the mover reaches, or the same state if none is better.

        Raises `OutOfTime`.
        """
        model, best = self._model_of(code, clock), code
        held = [a for a in model[: self.circuit.inputs] if a not in self._given_up]
        for level in self._levels:
            reached = _count(level, model)
            while reached < len(level) and self._solver.solve([*held, level[reached]], clock):
                model, best = self._solver.model, self._solver.code
                reached = _count(level, model)
            held += level[reached - 1 : reached] if reached else []
        return best

    def _model_of(self, code: int, clock: Clock) -> list[int]:
        """Return what is true in a feasible state."""
        now = [j if code >> j - 1 & 1 else -j for j in range(1, self.circuit.inputs + 1)]
        feasible = self._solver.solve(now, clock)
        assert feasible, "a response was asked to an infeasible state"
        return self._solver.model


def _count(level: list[int], model: list[int]) -> int:
    """Return how many statements of a level are true in a solution."""
    return sum((model[abs(literal) - 1] > 0) == (literal > 0) for literal in level)
