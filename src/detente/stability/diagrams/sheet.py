"""A game over the levels of a diagram: every option twice, as it is and as it was before a move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.case import Formula
from detente.case.formula import evaluate, names
from detente.case.terms import learn
from detente.stability.diagrams.backend import MOST_NODES, Diagrams, Set
from detente.stability.symbolic.game import Game

__all__ = ["Sheet"]


class Sheet:
    """The conditions of a game as sets of states, and pairs of states that differ in some bits.

    Level 2p is the option at place p of the order, level 2p + 1 the same option at the start of a
    move; a set of states is free of the latter. `feasible` are the states that meet every rule
    and hold what is held; `bits` gives the bit of the option at each place.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.game import read_game
    >>> sheet = Sheet(read_game(open_case("japan-russia"), "2016-12"), range(12))
    >>> sheet.states(sheet.feasible)
    2304
    """

    def __init__(self, game: Game, order: Sequence[int], nodes: int = MOST_NODES) -> None:
        self.game, self.bits = game, tuple(order)
        self.diagrams = Diagrams(2 * len(self.bits), nodes)
        self._level = {bit: 2 * place for place, bit in enumerate(self.bits)}
        context = game.option_model.context
        facts = {b: game.settings.context.get(b, bit.value) for b, bit in context.items()}
        self._known = {name: self.constant(value) for name, value in facts.items()}
        self._known |= {option: self.now(bit) for bit, option in enumerate(game.options)}
        self.feasible = self._feasible()

    def _feasible(self) -> Set:
        found = self.diagrams.true
        for option, value in self.game.settings.fix.items():
            held = self._known[option]
            found &= held if value else ~held
        for rule in self.game.option_model.rules:
            found &= self.of(rule.require)
        return found

    def constant(self, value: bool) -> Set:
        """Return every state, or none."""
        return self.diagrams.true if value else self.diagrams.false

    def now(self, bit: int) -> Set:
        """Return where an option is taken."""
        return self.diagrams.level(self._level[bit])

    def then(self, bit: int) -> Set:
        """Return where an option was taken at the start of the move."""
        return self.diagrams.level(self._level[bit] + 1)

    def of(self, condition: Formula) -> Set:
        """Return where a condition is true."""
        for name in names(condition):
            learn(name.id, self._known, self.game.named, self.constant)
        return evaluate(condition, self._known, self.constant)

    def score(self, i: int) -> list[Set]:
        """Return what decision maker i wants, most important first: "at least 1, 2, … of a level".

        The first of these that tells two states apart says which one it prefers.
        """
        levels = self.game.movers[i].levels
        return [at_least for level in levels for at_least in self._counts(map(self.of, level))]

    def _counts(self, wants: Iterable[Set]) -> list[Set]:
        """Return where at least 1, 2, … of some conditions are true."""
        row: list[Set] = []
        for want in wants:
            longer, one_less = [*row, self.diagrams.false], [self.diagrams.true, *row]
            row = [more | less & want for more, less in zip(longer, one_less, strict=True)]
        return row

    def at_start(self, found: Set, bits: Iterable[int]) -> Set:
        """Return a set with some options read as they were at the start of the move."""
        return self.diagrams.renamed(found, {self._level[b]: self._level[b] + 1 for b in bits})

    def after_all(self, found: Set, bits: Iterable[int]) -> Set:
        """Return the states from which a move of some options starts: the reverse of `at_start`."""
        return self.diagrams.renamed(found, {self._level[b] + 1: self._level[b] for b in bits})

    def cube(self, bits: Iterable[int]) -> Set:
        """Return what names some options to `exists`, as they are now."""
        return self.diagrams.cube(self._level[b] for b in bits)

    def states(self, found: Set) -> int:
        """Return how many states are in a set."""
        return self.diagrams.count(found) >> len(self.bits)
