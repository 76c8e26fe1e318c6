"""Equilibria without a list of states: guess, look for a counter-example, learn, repeat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from detente.case import Case
from detente.stability import CONCEPTS, concept_named
from detente.stability.concept import Concept
from detente.stability.findings import Obtained
from detente.stability.graph import State
from detente.stability.settings import Settings
from detente.stability.symbolic.answers import Count, Ended, Equilibria
from detente.stability.symbolic.deterrence import Deterrence
from detente.stability.symbolic.encode import Circuit
from detente.stability.symbolic.game import Game, read_game
from detente.stability.symbolic.guarantee import Guarantee, unhindered
from detente.stability.symbolic.lemmas import Critic, Lemma
from detente.stability.symbolic.nash import Temptation
from detente.stability.symbolic.place import Place, true_in
from detente.stability.symbolic.solver import ENGINE, Clock, OutOfTime, Solver
from detente.version import __version__

__all__ = ["EquilibriumSet", "Progress", "build_set", "take"]

T = TypeVar("T")

_GUESSES = 100  # before the search for a Nash equilibrium is left alone

Progress = Callable[[str], None]
"""Called now and then with how far a question is."""


class EquilibriumSet:
    """The equilibria of a game under a concept, known better with every question.

    A guess is a feasible state that satisfies every lemma so far. If a mover leaves it, a lemma
    says why, for every state that is left for the same reason: a better response under Nash
    stability, an improvement that nothing answers under the other concepts. A lemma holds in every
    equilibrium and rules the guess out, so a guess that no mover leaves is an equilibrium and an
    unsatisfiable question is a proof. Raises `UsageError` where a concept is no threshold.

    Each question may take `seconds`; an answer cut short says so and claims no proof. Whether a
    Nash equilibrium exists is Sigma-2-complete (Bonzon et al. 2006), and sanctions of several
    movers are harder still, so no limit holds in general.
    """

    def __init__(
        self,
        game: Game,
        concept: Concept,
        seconds: float | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.game, self.concept = game, concept
        self.seconds, self._progress = seconds, progress
        self.lemmas, self.complete = 0, False
        self.seen: set[int] = set()
        self.circuit = Circuit(len(game.options))
        self.place = Place(game, self.circuit)
        self.circuit.clauses.append([self.place.feasible])
        for j, literal in enumerate(self.place.literals):
            if literal != j + 1:  # an option held: its variable says so, too
                self.circuit.clauses.append([j + 1 if literal == self.circuit.true else -j - 1])
        self.solver = Solver(self.circuit)
        self.concepts = concept.of(game.deciders)
        self.critics = [_critic(game, i, own) for i, own in enumerate(self.concepts)]

    def clock(self) -> Clock:
        """Start the time of one question."""
        return Clock(self.seconds, self._tell)

    def _tell(self, seconds: float) -> None:
        if self._progress is not None:
            seen, lemmas = f"{len(self.seen)} equilibria seen", f"{self.lemmas} lemmas"
            self._progress(f"{self.concept.key}: {seen}, {lemmas}, {seconds:.0f} s")

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
        for critic in self.critics:
            self.learn(critic.objection(code, clock))
        return self.lemmas > before

    def learn(self, lemma: Lemma | None) -> bool:
        """Let every guess from now on satisfy a lemma; say whether there was one."""
        if lemma is not None:
            self.circuit.clauses.append(lemma.clause(self.place))
            self.lemmas += 1
        return lemma is not None

    def each(self, clock: Clock | None = None) -> Iterator[State]:
        """Yield every equilibrium once, as found; all of them, if it ends. Raises `OutOfTime`."""
        clock = clock or Clock()
        if not (self.seen or self.complete):
            self._begin(clock)
        for values in self.distinct(range(1, self.circuit.inputs + 1), clock):
            yield self.game.state(sum(1 << j for j, on in enumerate(values) if on))

    def _begin(self, clock: Clock) -> None:
        """Let the first guess be a Nash equilibrium, if one is soon found: it is one here, too."""
        if all(own.replies == "none" for own in self.concepts):
            return
        nash = EquilibriumSet(self.game, CONCEPTS["nash"])
        for _ in range(_GUESSES):
            if not nash.solver.solve((), clock):
                return
            if not nash.refine(nash.solver.code, clock):
                if self.solver.solve(self.place.at(nash.solver.code), clock):
                    self.solver.prefer(self.solver.model)
                return

    def distinct(self, literals: Iterable[int], clock: Clock) -> Iterator[tuple[bool, ...]]:
        """Yield every combination of values that some literals have in an equilibrium."""
        literals = list(literals)
        with self.solver.given() as asked:
            while self.find([asked], clock) is not None:
                values = tuple(true_in(self.solver.model, a) for a in literals)
                other = (-a if v else a for a, v in zip(literals, values, strict=True))
                self.circuit.clauses.append([-asked, *other])
                yield values

    def find_other(self, clause: Iterable[int], clock: Clock) -> int | None:
        """Return an equilibrium that meets one more clause; None and errors as for `find`."""
        with self.solver.given(clause) as asked:
            return self.find([asked], clock)

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
        """Return how an answer was obtained: concept, settings, solver, lemmas so far, seconds."""
        game = self.game
        parameters = {
            "concept": self.concept.key,
            **game.conditions(),
            "solver": ENGINE,
            "lemmas": self.lemmas,
            "seconds": clock.seconds,
        }
        case = game.case
        return Obtained(
            __version__, case.case.id, case.digest, game.model, "sat", parameters, complete=complete
        )


def _critic(game: Game, i: int, concept: Concept) -> Critic:
    """Return what knows whether mover i leaves a state."""
    replies = concept.as_threshold("the symbolic engine")
    if replies == "none":
        return Temptation(game, i)
    if replies == "moves" and unhindered(game):
        return Guarantee(game, i, concept)
    return Deterrence(game, i, concept)


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


def build_set(
    case: Case,
    model: str,
    concept: str = "nash",
    settings: Settings | None = None,
    seconds: float | None = None,
    progress: Progress | None = None,
) -> EquilibriumSet:
    """Prepare the equilibria of a model of any number of options.

    `concept` is nash, gmr, smr, seq or sseq, or one of them for each decision maker (`a=nash,seq`).
    Raises `UnknownName` and `UsageError` as `build_graph` does, `UsageError` for any other concept,
    and `MissingExtra` on import where python-sat is not installed.

    >>> from detente.case import open_case
    >>> found = build_set(open_case("japan-russia"), "treaty-menu", "seq")
    >>> [s.on for s in found.equilibria().states], found.equilibria().complete
    ([('jp.t2', 'ru.t0')], True)
    """
    game = read_game(case, model, settings)
    return EquilibriumSet(game, concept_named(concept), seconds, progress)
