"""How the others can answer a move of one decision maker, and how badly that can end for it."""

from __future__ import annotations

from collections.abc import Iterable

from detente.stability.concept import Concept
from detente.stability.symbolic.game import Game, Value
from detente.stability.symbolic.pursuit import Haven, Pursuit, Sanction
from detente.stability.symbolic.replies import Replies
from detente.stability.symbolic.solver import Clock
from detente.stability.symbolic.zone import Zone, value_in

__all__ = ["Sanctions"]


class Sanctions:
    """Sanctions against the moves of mover i, under a concept in which the others answer.

    An answer is a sequence of moves. Those of one decision maker are transitive in option form, so
    it changes nothing that nobody may move twice in succession.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS
    >>> from detente.stability.symbolic.game import read_game
    >>> game = read_game(open_case("prisoners-dilemma"), "main")
    >>> sanctions = Sanctions(game, 0, CONCEPTS["gmr"])
    >>> sanctions.search(0b10, game.value(0, 0b11), Clock()).moves    # defects, and is answered
    ((1, 0),)
    """

    def __init__(self, game: Game, i: int, concept: Concept) -> None:
        self.replies = Replies(game, i, gladly=concept.replies == "improvements")
        self.zone = Zone(self.replies.before, i, countermoves=concept.countermoves)
        self.reached = 0  # the last search found no sanction of up to so many moves

    def search(
        self, start: int, value: Value, clock: Clock, longest: int | None = None
    ) -> Sanction | Haven | None:
        """Return how the others leave the mover at no more than a value, or a proof of no way.

        None where there is no way of up to `longest` moves, and none longer was found or excluded.
        The start itself must leave it with more. Raises `OutOfTime`.
        """
        self.reached = 0
        pursuit = Pursuit(self.replies, self.zone, start, value, clock)
        try:
            while longest is None or self.reached < longest:
                if (found := pursuit.further()) is not None:
                    return found
                self.reached += 1
            return None
        finally:
            pursuit.forget()

    def least(self, assumed: Iterable[int], clock: Clock) -> tuple[Value, int]:
        """Return the least value that a feasible state meeting some literals leaves the mover with.

        With it, the number of such a state. With counter-moves, the value after the mover's own
        best one. Some state must meet the literals. Raises `OutOfTime`.
        """
        assumed = [*assumed, self.replies.before.feasible, self.zone.literal]
        least, code = [], self._met(assumed, clock)
        for row in self.zone.bound:
            value = 0
            while value < len(row) and (found := self._met([*assumed, -row[value]], clock)) is None:
                value += 1
            code = code if value == len(row) else found
            assumed += [-a for a in row[value:][:1]]
            least.append(value)
        assert code is not None, "no state meets the literals"
        return tuple(least), code

    def least_in(self, haven: Haven, start: int, clock: Clock) -> Value:
        """Return the least value in a haven, the mover's bits staying as in `start`; as `least`."""
        outside = ([-a for a in cube] for cube in haven.outside)
        with self.replies.solver.given(*outside) as inside:
            return self.least([*self.replies.own(start), inside], clock)[0]

    def _met(self, assumed: list[int], clock: Clock) -> int | None:
        """Return the number of a state in the zone that meets literals, whatever the bound."""
        solver, zone = self.replies.solver, self.zone
        while solver.solve(assumed, clock):
            code = self.replies.before.code(solver.model)
            if zone.why(code, value_in(solver.model, zone.bound), clock) is not None:
                return code
        return None
