"""One move of the others as a formula: a function of the state before it and of what is chosen."""

from __future__ import annotations

from collections.abc import Iterable

from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.game import Game
from detente.stability.symbolic.place import Place, move, true_in
from detente.stability.symbolic.solver import Clock, Solver
from detente.stability.symbolic.zone import Cube

__all__ = ["Choice", "Replies"]

Choice = tuple[int, int]
"""A mover, and the number of a state whose bits of that mover are its new setting."""


class Replies:
    """Moves of all movers but one, one at a time; with `gladly`, only such as the mover prefers.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.game import read_game
    >>> replies = Replies(read_game(open_case("prisoners-dilemma"), "main"), 0, gladly=True)
    >>> replies.solver.solve([*replies.before.at(0b10), replies.legal], Clock())
    True
    >>> replies.after.code(replies.solver.model), replies.chosen()
    (0, (1, 0))
    """

    def __init__(self, game: Game, i: int, *, gladly: bool) -> None:
        self.circuit = circuit = Circuit(len(game.options))
        self.before = Place(game, circuit)
        others = [j for j in range(len(game.movers)) if j != i]
        self._who = {j: circuit.fresh() for j in others}
        self._to = {bit: circuit.fresh() for j in others for bit in self.before.own(j)}
        literals = list(self.before.literals)
        for j, who in self._who.items():
            for bit, now in self.before.own(j).items():
                literals[bit] = circuit.pick(who, self._to[bit], now)
        self.after = Place(game, circuit, literals)
        ways = -circuit.true
        for j in others:
            alone = [who if k == j else -who for k, who in self._who.items()]
            way = circuit.every([*alone, *move(j, self.before, self.after, gladly=gladly)])
            ways = circuit.either(ways, way)
        self.legal = ways
        self.solver = Solver(circuit)

    @property
    def bits(self) -> Iterable[int]:
        """The bits of the others."""
        return self._to

    def own(self, code: int) -> list[int]:
        """Return literals that say how the mover that does not reply has set its bits."""
        return [a for a in self.before.at(code) if abs(a) - 1 not in self._to]

    def lasting(self, code: int) -> list[int]:
        """Return literals that say what the others cannot take back in a state."""
        moves = [self.before.game.movers[j].moves for j in self._who]
        fixed = [bit + 1 for m in moves for bit in m.up if code >> bit & 1]
        return fixed + [-bit - 1 for m in moves for bit in m.down if not code >> bit & 1]

    def into(self, cube: Iterable[int]) -> list[int]:
        """Return literals that say that the move ends in a cube."""
        end = self.after.literals
        return [end[a - 1] if a > 0 else -end[-a - 1] for a in cube]

    def chosen(self) -> Choice:
        """Return the move of the solution found last."""
        model = self.solver.model
        who = next(j for j, a in self._who.items() if true_in(model, a))
        return who, self.after.code(model)

    def widened(self, cube: Cube, assumed: Iterable[int], clock: Clock) -> Cube:
        """Return the bits for which the move of the solution found last leads into a cube.

        `assumed` are the literals that the answer may rest on without naming them.
        """
        model = self.solver.model
        code = self.before.code(model)
        choice = [model[a - 1] for a in (*self._who.values(), *self._to.values())]
        state = [bit + 1 if code >> bit & 1 else -bit - 1 for bit in self.bits]
        with self.solver.given([-self.legal, *(-a for a in self.into(cube))]) as missed:
            possible = self.solver.solve([*assumed, *state, *choice, missed], clock)
        assert not possible, "a move that misses where it leads"
        core = set(self.solver.core)
        return frozenset(a for a in state if a in core)
