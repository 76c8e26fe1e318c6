"""Can the others take the conflict from a state into a zone? A way there, or a proof of none.

This is property-directed reachability (Bradley 2011; Eén, Mishchenko & Brayton 2011): for each
number of moves, cubes are kept that cannot be met after so many or fewer. If those of one number
serve for the next as well, what they leave is closed under the moves of the others, and no longer
answer exists. The papers were followed from memory and not checked again; what is answered is
tested against enumeration.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from detente.stability.symbolic.game import Value
from detente.stability.symbolic.place import literals_of
from detente.stability.symbolic.replies import Choice, Replies
from detente.stability.symbolic.solver import Clock
from detente.stability.symbolic.zone import Cube, Zone

__all__ = ["Haven", "Pursuit", "Sanction"]


@dataclass(frozen=True)
class Sanction:
    """Moves of the others, each with the state it leads to, and the bits on which their end rests."""

    moves: tuple[Choice, ...]
    why: Cube


@dataclass(frozen=True)
class Haven:
    """States that the others never leave and where no sanction is: those in none of these cubes."""

    outside: tuple[Cube, ...]


class Pursuit:
    """One search from one state, which must not be in the zone itself.

    `cubes[k]` cannot be met after k moves or fewer; each cube stands at the last k it is known for.
    """

    def __init__(
        self, replies: Replies, zone: Zone, start: int, value: Value, clock: Clock
    ) -> None:
        self.replies, self.zone, self.clock, self.value = replies, zone, clock, value
        self.solver, self.code = replies.solver, start
        self.start = frozenset(replies.before.at(start))
        self.assumed = [*replies.own(start), *literals_of(zone.bound, value)]
        self.cubes: list[list[Cube]] = []
        self.marks: list[int] = []
        self._open()
        self._open()

    def _open(self) -> None:
        self.cubes.append([])
        self.marks.append(self.replies.circuit.fresh())

    def forget(self) -> None:
        """Let the solver drop what was learnt of this start only."""
        self.replies.circuit.clauses += [[-mark] for mark in self.marks]

    def further(self) -> Sanction | Haven | None:
        """Look for an answer of one move more; None if it takes still more. Raises `OutOfTime`."""
        while (cube := self._sanctioned()) is not None:
            if (found := self._exclude(cube)) is not None:
                return found
        return self._closed()

    def _after(self, moves: int) -> list[int]:
        """Return what is known of the states after so many moves or fewer."""
        return [*self.assumed, *(self.marks[moves:] if moves else self.start)]

    def _sanctioned(self) -> Cube | None:
        """Return a cube in the zone that is not excluded yet."""
        while self.solver.solve([*self._after(len(self.cubes) - 1), self.zone.literal], self.clock):
            code = self.replies.before.code(self.solver.model)
            if (cube := self.zone.why(code, self.value, self.clock)) is not None:
                return frozenset(a for a in cube if abs(a) - 1 in self.replies.bits)
        return None

    def _exclude(self, cube: Cube) -> Sanction | None:
        """Show that a cube is not met after the largest number of moves, or how it is met."""
        last, ages = len(self.cubes) - 1, count()
        onward: dict[Cube, tuple[Choice, Cube] | None] = {cube: None}
        pending = [(last, next(ages), cube)]
        while pending:
            moves, age, cube = pending[0]
            if cube <= self.start:
                return self._way(cube, onward)
            if self._meets(moves - 1, cube, anew=True):
                choice = self.replies.chosen()
                before = self.replies.widened(cube, self.assumed, self.clock)
                onward.setdefault(before, (choice, cube))
                heappush(pending, (moves - 1, next(ages), before))
            else:
                heappop(pending)
                moves = self._learn(moves, cube)
                if moves < last:
                    heappush(pending, (moves + 1, age, cube))
        return None

    def _meets(self, moves: int, cube: Cube, *, anew: bool) -> bool:
        """Say whether one move leads into a cube after so many; `anew`, from outside of it."""
        assumed = [*self._after(moves), self.replies.legal, *self.replies.into(cube)]
        if not anew:
            return self.solver.solve(assumed, self.clock)
        with self.solver.given([-a for a in cube]) as outside:
            return self.solver.solve([*assumed, outside], self.clock)

    def _learn(self, moves: int, cube: Cube) -> int:
        """Exclude the largest cube to be had around one that is not met; for how many moves?"""
        cube = self._core(cube)
        for literal in sorted(cube, key=abs):
            larger = cube - {literal}
            if larger < cube and not larger <= self.start:
                met = self._meets(moves - 1, larger, anew=True)
                cube = cube if met else self._core(larger)
        while moves < len(self.cubes) - 1 and not self._meets(moves, cube, anew=True):
            moves += 1
        self._keep(moves, cube)
        return moves

    def _core(self, cube: Cube) -> Cube:
        """Return the bits of a cube that the solver needed, and one that the start does not have."""
        bits, core = sorted(cube, key=abs), set(self.solver.core)
        ends = zip(bits, self.replies.into(bits), strict=True)
        needed = frozenset(a for a, end in ends if end in core)
        return needed if needed - self.start else needed | {next(iter(cube - self.start))}

    def _keep(self, moves: int, cube: Cube) -> None:
        self.cubes[moves].append(cube)
        self.replies.circuit.clauses.append([-self.marks[moves], *(-a for a in cube)])

    def _closed(self) -> Haven | None:
        """Carry cubes on to one move more; return what they leave if none is left behind."""
        self._open()
        for moves in range(1, len(self.cubes) - 1):
            left = []
            for cube in self.cubes[moves]:
                if self._meets(moves, cube, anew=False):
                    left.append(cube)
                else:
                    self._keep(moves + 1, cube)
            self.cubes[moves] = left
            if not left:
                return Haven(tuple(c for later in self.cubes[moves + 1 :] for c in later))
        return None

    def _way(self, cube: Cube, onward: dict[Cube, tuple[Choice, Cube] | None]) -> Sanction:
        """Return the moves that lead from the start, which is in a cube, into the zone."""
        place, moves = self.code, []
        while (step := onward[cube]) is not None:
            (who, end), cube = step
            place = self.replies.before.game.moved(who, place, end)
            moves.append((who, place))
        why = self.zone.why(place, self.value, self.clock)
        assert why is not None, "a way that does not end in the zone"
        return Sanction(tuple(moves), why)
