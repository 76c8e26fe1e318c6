"""One mover under a concept in which the others answer: guess a move, answer it, learn."""

from __future__ import annotations

from typing import NamedTuple

from detente.stability.concept import Concept
from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.game import Game, Value, at_least, better
from detente.stability.symbolic.lemmas import Examined, Unanswered
from detente.stability.symbolic.place import Place, known, literals_of, move
from detente.stability.symbolic.pursuit import Haven, Sanction
from detente.stability.symbolic.replies import Choice
from detente.stability.symbolic.sanctions import Sanctions
from detente.stability.symbolic.solver import Clock, OutOfTime, Solver
from detente.stability.symbolic.zone import open_bound, value_in

__all__ = ["Deterrence"]


class _Move(NamedTuple):
    """Where a move leads for which no answer was found; `haven` is the proof that there is none."""

    end: int
    haven: Haven | None


class Deterrence:
    """What mover i would gain by leaving a state, and how the others deter it.

    A guess is a state, a move, and a bound that the mover is above after the move. A sanction that
    is found rules the guess out and, as a clause, every guess that the same moves of the others
    answer; it serves other states, too. A guess without a sanction, by proof, is a lemma: wherever
    the mover may move so, it must have more already.
    """

    def __init__(self, game: Game, i: int, concept: Concept) -> None:
        self.game, self.i, self.concept = game, i, concept
        circuit = Circuit(len(game.options))
        self._here = Place(game, circuit)
        self._there = self._here.free(i)
        self._bound = open_bound(circuit, self._here.score(i))
        self._tempted = move(i, self._here, self._there)
        self._tempted.append(better(circuit, self._there.score(i), self._bound))
        self._no_more = at_least(circuit, self._bound, self._here.score(i))
        self._settled = circuit.fresh()
        self._solver = Solver(circuit)
        self._sanctions = Sanctions(game, i, concept)
        self._new: list[Unanswered] = []
        self._looking: int | None = None

    def examine(self, code: int, clock: Clock, longest: int | None = None) -> Examined:
        """Say whether the mover stays; where the time is up, how far a move was looked into.

        Raises `OutOfTime` where that is nowhere.
        """
        try:
            found = self._unanswered(self._at(code), clock, longest)
        except OutOfTime:
            if self._looking is None or not self._sanctions.reached:
                raise
            return Examined(None, self._looking, self._sanctions.reached)
        if found is None:
            return Examined(True)
        proven = found.haven is not None
        return Examined(False, found.end) if proven else Examined(None, found.end, longest)

    def objection(self, code: int, clock: Clock) -> Unanswered | None:
        """Return a lemma that rules a state out, or None if the mover stays. Raises `OutOfTime`."""
        return self._lemma(self._at(code), clock)

    def unsettled(self, place: Place, solver: Solver, clock: Clock) -> Unanswered | None:
        """Return a lemma still to be learnt of some state, or None. Raises `OutOfTime`.

        What the solver knows of other movers is left aside: this settles where this one stays.
        """
        for lemma in self._new:
            self._here.circuit.clauses.append([-self._settled, *lemma.clause(self._here)])
        self._new.clear()
        asked = [self._here.feasible, self._no_more, self._settled]
        return self._lemma(asked, clock, worst=self.concept.replies == "moves")

    def _at(self, code: int) -> list[int]:
        """Return literals that say that the bound is what the mover has in a state."""
        return [*self._here.at(code), *literals_of(self._bound, self.game.value(self.i, code))]

    def _unanswered(
        self, asked: list[int], clock: Clock, longest: int | None = None, *, worst: bool = False
    ) -> _Move | None:
        """Return a move, of those that meet some literals, that nothing answers; None if none is.

        With `worst`, sanctions are first sought that leave the mover with the least of all: they
        are harder to find, and rule more out.
        """
        self._looking = None
        while self._solver.solve([*asked, *self._tempted], clock):
            model, found = self._solver.model, None
            end, value = self._there.code(model), value_in(model, self._bound)
            self._looking = end
            for bound in (*(self._lower(end, value, clock) if worst else ()), value):
                found = self._sanctions.search(end, bound, clock, longest)
                if isinstance(found, Sanction):
                    self._learn(found, bound)
                    break
            if not isinstance(found, Sanction):
                return _Move(end, found)
            self._looking = None
        return None

    def _lower(self, end: int, value: Value, clock: Clock) -> list[Value]:
        """Return the least value that an answer could leave the mover with, if it is lower."""
        replies = self._sanctions.replies
        least, _ = self._sanctions.least([*replies.own(end), *replies.lasting(end)], clock)
        return [least] if least < value else []

    def _learn(self, sanction: Sanction, bound: Value) -> None:
        """Rule out every guess that the same moves of the others answer."""
        circuit, place = self._here.circuit, self._there
        gladly, needed = self.concept.replies == "improvements", []
        for j, code in self._moves(sanction):
            after = place.put(j, code)
            needed += move(j, place, after, gladly=gladly)
            place = after
        if self.concept.countermoves:
            at = place.literals
            needed += [at[a - 1] if a > 0 else -at[-a - 1] for a in sanction.why]
            limit = known(circuit, self._bound, bound)
        else:
            limit = place.score(self.i)
        needed.append(at_least(circuit, self._bound, limit))
        circuit.clauses.append([-a for a in needed])

    def _moves(self, sanction: Sanction) -> list[Choice]:
        """Return the moves of a sanction; if moves need no reason, all others then stay by name.

        So the end does not depend on where the guess came from.
        """
        moves = list(sanction.moves)
        if self.concept.replies == "moves":
            moved = {j for j, _ in moves} | {self.i}
            moves += [(j, moves[-1][1]) for j in range(len(self.game.movers)) if j not in moved]
        return moves

    def _lemma(self, asked: list[int], clock: Clock, *, worst: bool = False) -> Unanswered | None:
        """Return a lemma from a move that nothing answers; None if there is none."""
        found = self._unanswered(asked, clock, worst=worst)
        if found is None or found.haven is None:
            return None
        least = self._sanctions.least_in(found.haven, found.end, clock)
        tempting = self.concept.countermoves
        lemma = Unanswered(self.i, found.end, found.haven.outside, least, tempting)
        self._new.append(lemma)
        return lemma
