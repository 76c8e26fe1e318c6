"""Nash equilibria without a list of states: guess, look for a counter-example, learn, repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from detente.case import Case
from detente.stability.findings import Move, Obtained
from detente.stability.graph import State
from detente.stability.settings import Settings
from detente.stability.symbolic.answers import Count, Ended, Equilibria, Membership
from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.game import Game, at_least, read_game
from detente.stability.symbolic.respond import Responder
from detente.stability.symbolic.solver import ENGINE, Clock, OutOfTime, Solver
from detente.version import __version__

__all__ = ["NashSet", "build_nash", "take"]

T = TypeVar("T")


class NashSet:
    """The Nash equilibria of a game, known better with every question.

    A guess is a feasible state that satisfies every lemma so far. If a mover has a better
    response to it, a lemma says of this response, for every state, that it must not be better, or
    infeasible, or not permitted. A lemma holds in every equilibrium and rules the guess out, so a
    guess that no mover leaves is an equilibrium and an unsatisfiable question is a proof.

    Each question may take `seconds`; an answer cut short says so and claims no proof. Whether an
    equilibrium exists is Sigma-2-complete (Bonzon et al. 2006), so no limit holds in general.
    """

    def __init__(self, game: Game, seconds: float | None = None) -> None:
        self.game, self.seconds = game, seconds
        self.lemmas, self.complete = 0, False
        self.seen: set[int] = set()
        self.circuit = Circuit(len(game.options))
        self.literals = game.free(self.circuit)
        self.meanings = game.meanings(self.circuit, self.literals)
        self._responders = [Responder(game, mover) for mover in game.movers]
        self.scores = [mover.score(self.meanings) for mover in game.movers]
        self.circuit.clauses.append([game.feasible(self.meanings)])
        for j, literal in enumerate(self.literals):
            if literal != j + 1:
                self.circuit.clauses.append([j + 1 if literal == self.circuit.true else -j - 1])
        self.solver = Solver(self.circuit)

    def clock(self) -> Clock:
        """Start the time of one question."""
        return Clock(self.seconds)

    def find(self, assumptions: Iterable[int], clock: Clock) -> int | None:
        """Return the number of an equilibrium in which some literals hold; None if proven none.

        Raises `OutOfTime`.
        """
        assumptions = list(assumptions)
        while self.solver.solve(assumptions, clock):
            code = self.solver.code
            if self.complete or not self.refine(code, clock):
                self.seen.add(code)
                return code
        return None

    def refine(self, code: int, clock: Clock) -> bool:
        """Learn from every mover that would leave a state; say whether there was one.

        Raises `OutOfTime`.
        """
        before = self.lemmas
        for i, responder in enumerate(self._responders):
            best = responder.best(code, clock)
            if best != code:
                self._learn(i, best)
        return self.lemmas > before

    def _learn(self, i: int, best: int) -> None:
        """Add the lemma that no equilibrium is left by mover i for the own options of a state."""
        mover, circuit = self.game.movers[i], self.circuit
        literals = list(self.literals)
        for bit in mover.moves.bits:
            literals[bit] = circuit.constant(bool(best >> bit & 1))
        meanings = self.game.meanings(circuit, literals)
        lemma = [at_least(circuit, self.scores[i], mover.score(meanings))]
        lemma.append(-self.game.feasible(meanings))
        lemma += [bit + 1 for bit in mover.moves.up if not best >> bit & 1]
        lemma += [-bit - 1 for bit in mover.moves.down if best >> bit & 1]
        circuit.clauses.append(lemma)
        self.lemmas += 1

    def holds(self, state: State | Iterable[str]) -> Membership:
        """Say whether a state is an equilibrium, with the best way out of those who would leave.

        Raises `UnknownName` for an unknown option, `UsageError` for an infeasible state.
        """
        state = self.game.find(state.on if isinstance(state, State) else state)
        clock, moves = self.clock(), []
        try:
            for responder in self._responders:
                best = responder.best(state.code, clock)
                if best != state.code:
                    moves.append(Move(responder.mover.name, self.game.state(best)))
            holds: bool | None = not moves
        except OutOfTime:
            holds = False if moves else None
            return Membership(state, holds, tuple(moves), self.obtained(clock, complete=False))
        return Membership(state, holds, tuple(moves), self.obtained(clock))

    def each(self, clock: Clock | None = None) -> Iterator[State]:
        """Yield every equilibrium once, as found; all of them, if it ends. Raises `OutOfTime`."""
        every = range(1, self.circuit.inputs + 1)
        for values in self.distinct(every, clock or Clock(None)):
            yield self.game.state(sum(1 << j for j, on in enumerate(values) if on))

    def distinct(self, literals: Iterable[int], clock: Clock) -> Iterator[tuple[bool, ...]]:
        """Yield every combination of values that some literals have in an equilibrium."""
        literals, asked = list(literals), self.circuit.fresh()
        try:
            while self.find([asked], clock) is not None:
                model = self.solver.model
                values = tuple((model[abs(a) - 1] > 0) == (a > 0) for a in literals)
                other = (-a if v else a for a, v in zip(literals, values, strict=True))
                self.circuit.clauses.append([-asked, *other])
                yield values
        finally:
            self.circuit.clauses.append([-asked])

    def find_other(self, clause: Iterable[int], clock: Clock) -> int | None:
        """Return an equilibrium that meets one more clause; None and errors as for `find`."""
        asked = self.circuit.fresh()
        self.circuit.clauses.append([-asked, *clause])
        try:
            return self.find([asked], clock)
        finally:
            self.circuit.clauses.append([-asked])

    def equilibria(self, limit: int = 1000) -> Equilibria:
        """Return up to `limit` equilibria, and whether these are all: none and complete is a proof."""
        clock = self.clock()
        states, ended = take(self.each(clock), limit)
        return Equilibria(tuple(states), ended, self.obtained(clock, complete=ended == "all"))

    def count(self, limit: int = 1000) -> Count:
        """Return the number of equilibria, or that there are more than `limit`."""
        clock = self.clock()
        states, ended = take(self.each(clock), limit)
        seen = len(states) + (ended == "limit")
        return Count(seen, ended, self.obtained(clock, complete=ended == "all"))

    def obtained(self, clock: Clock, *, complete: bool = True) -> Obtained:
        """Return how an answer was obtained: settings, solver, lemmas so far, seconds."""
        game, settings = self.game, self.game.settings
        parameters = {
            "readings": {mover.name: mover.reading for mover in game.movers},
            "fix": dict(settings.fix),
            "context": dict(settings.context),
            "irreversible": list(settings.irreversible),
            "shifts": {a: f"{s.move} to the {s.to}" for a, s in settings.shifts.items()},
            "solver": ENGINE,
            "lemmas": self.lemmas,
            "seconds": clock.seconds,
        }
        case = game.case
        return Obtained(
            __version__, case.case.id, case.digest, game.model, "sat", parameters, complete=complete
        )


def take(found: Iterator[T], limit: int) -> tuple[list[T], Ended]:
    """Return up to so many items, and why the listing ended; one more is looked for."""
    items: list[T] = []
    try:
        for item in found:
            if len(items) == limit:
                return items, "limit"
            items.append(item)
    except OutOfTime:
        return items, "time"
    return items, "all"


def build_nash(
    case: Case, model: str, settings: Settings | None = None, seconds: float | None = None
) -> NashSet:
    """Prepare the Nash equilibria of a model of any number of options.

    Raises `UnknownName` and `UsageError` as `build_graph` does, `MissingExtra` on import where
    python-sat is not installed.

    >>> from detente.case import open_case
    >>> nash = build_nash(open_case("japan-russia"), "treaty-menu")
    >>> [s.on for s in nash.equilibria().states], nash.equilibria().complete
    ([('jp.t2', 'ru.t0')], True)
    """
    return NashSet(read_game(case, model, settings), seconds)
