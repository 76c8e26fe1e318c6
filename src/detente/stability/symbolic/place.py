"""A state inside a circuit: a literal for each option, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from detente.stability.symbolic.encode import Circuit, Meanings
from detente.stability.symbolic.game import Game, Score, Value, better

__all__ = ["Place", "known", "literals_of", "move", "true_in"]


class Place:
    """A state of a game as literals of a circuit; what it means is built when first needed.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.game import read_game
    >>> game = read_game(open_case("prisoners-dilemma"), "main")
    >>> place = Place(game, Circuit(2))
    >>> place.literals, place.own(0), place.moved(0, {0: -1}).literals
    ([1, 2], {0: 1}, [-1, 2])
    """

    def __init__(self, game: Game, circuit: Circuit, literals: Sequence[int] = ()) -> None:
        self.game, self.circuit = game, circuit
        self.literals = list(literals or game.free(circuit))
        self._scores: dict[int, Score] = {}

    @cached_property
    def meanings(self) -> Meanings:
        """What names stand for here."""
        return self.game.meanings(self.circuit, self.literals)

    @cached_property
    def feasible(self) -> int:
        """The literal of "every rule is met"."""
        return self.game.feasible(self.meanings)

    def score(self, i: int) -> Score:
        """Return how well the state serves mover i, level by level."""
        if i not in self._scores:
            self._scores[i] = self.game.movers[i].score(self.meanings)
        return self._scores[i]

    def own(self, i: int) -> dict[int, int]:
        """Return the literals of the bits of mover i."""
        return {bit: self.literals[bit] for bit in self.game.movers[i].moves.bits}

    def moved(self, i: int, own: Mapping[int, int]) -> Place:
        """Return the state in which mover i has these literals as its bits."""
        literals = list(self.literals)
        for bit in self.game.movers[i].moves.bits:
            literals[bit] = own[bit]
        return Place(self.game, self.circuit, literals)

    def put(self, i: int, code: int) -> Place:
        """Return the state in which mover i has its bits as in the state of a number."""
        bits = self.game.movers[i].moves.bits
        return self.moved(i, {bit: self.circuit.constant(bool(code >> bit & 1)) for bit in bits})

    def free(self, i: int) -> Place:
        """Return the state in which mover i has chosen anew: its bits are fresh variables."""
        return self.moved(i, {bit: self.circuit.fresh() for bit in self.game.movers[i].moves.bits})

    def at(self, code: int) -> list[int]:
        """Return literals that say which state it is, facts left out."""
        true = self.circuit.true
        return [
            a if code >> bit & 1 else -a for bit, a in enumerate(self.literals) if abs(a) != true
        ]

    def code(self, model: Sequence[int]) -> int:
        """Return the number of the state in a solution."""
        code = 0
        for bit, a in enumerate(self.literals):  # asked very often: `true_in` takes twice the time
            if (model[a - 1] if a > 0 else -model[-a - 1]) > 0:
                code |= 1 << bit
        return code


def true_in(model: Sequence[int], literal: int) -> bool:
    """Return whether a literal is true in a solution."""
    return (model[abs(literal) - 1] > 0) == (literal > 0)


def move(i: int, before: Place, after: Place, *, gladly: bool = False) -> list[int]:
    """Return what must hold for mover i to go from one place to another that differs in its bits.

    The directions of its bits, the rules in the new place and, if it is to go there gladly, that it
    prefers it. That the bits of others stay is left to the places.
    """
    circuit, moves = before.circuit, before.game.movers[i].moves
    needed = [circuit.either(-before.literals[b], after.literals[b]) for b in moves.up]
    needed += [circuit.either(before.literals[b], -after.literals[b]) for b in moves.down]
    needed.append(after.feasible)
    if gladly:
        needed.append(better(circuit, after.score(i), before.score(i)))
    return needed


def literals_of(score: Score, value: Value) -> list[int]:
    """Return literals that say that a score has a value."""
    rows = zip(score, value, strict=True)
    return [a if k < count else -a for row, count in rows for k, a in enumerate(row)]


def known(circuit: Circuit, score: Score, value: Value) -> Score:
    """Return a value as a score of facts, in the shape of another score."""
    rows = zip(score, value, strict=True)
    return [[circuit.constant(k < count) for k in range(len(row))] for row, count in rows]
