"""What the diagrams answer: whole sets of states, with exact numbers, never as a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from random import Random
from typing import Literal

from detente.errors import TooLarge
from detente.stability.concept import Concept
from detente.stability.diagrams.table import Table
from detente.stability.findings import Obtained
from detente.stability.graph import State
from detente.stability.settings import resolve
from detente.stability.symbolic.game import Game

__all__ = ["DiagramSets", "Ended", "Near", "StateSet"]

Ended = Literal["all", "time", "nodes"]
"""Why a computation ended: everything is known; or the time or the nodes were used up."""

_MOST_NAMES = 12


@dataclass(frozen=True)
class Near:
    """A state of a set with the fewest options changed; one of them, where several are as near."""

    state: State
    changes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class StateSet:
    """A set of states of a game, known exactly; `feasible` is how many states there are in all.

    >>> from detente.case import open_case
    >>> from detente.stability.diagrams.sets import diagram_sets
    >>> from detente.stability.symbolic.game import read_game
    >>> nash = diagram_sets(read_game(open_case("chicken"), "main"), "nash").equilibria
    >>> nash.count, str(nash.fraction), nash.fixed, nash.nearest().changes
    (2, '1/2', {}, ('row.swerve',))
    """

    game: Game
    table: Table
    feasible: int

    @property
    def count(self) -> int:
        """The number of states."""
        return self.table.count

    @property
    def fraction(self) -> Fraction:
        """The share of the feasible states that are in the set."""
        return Fraction(self.count, self.feasible)

    def holds(self, state: State | Iterable[str]) -> bool:
        """Return whether a state is in the set, given itself or by the options taken.

        Raises `UnknownName` for an unknown option, `UsageError` for an infeasible state.
        """
        return self._code(state) in self.table

    def _code(self, state: State | Iterable[str]) -> int:
        return self.game.find(state.on if isinstance(state, State) else state).code

    @cached_property
    def shares(self) -> Mapping[str, Fraction]:
        """The share of the states in which each option is taken; empty where there is no state."""
        if not self.count:
            return {}
        taken = self.table.taken
        return {o: Fraction(taken[bit], self.count) for bit, o in enumerate(self.game.options)}

    @property
    def fixed(self) -> Mapping[str, bool]:
        """The options that every state of the set has alike, and how; the backbone."""
        return {o: bool(share) for o, share in self.shares.items() if share in (0, 1)}

    def nearest(self, to: State | Iterable[str] | None = None) -> Near | None:
        """Return a state of the set with the fewest options changed from a state, today's if none.

        None where the set is empty. Raises as `holds`.
        """
        start = self.game.status_quo.code if to is None else self._code(to)
        found = self.table.nearest(start)
        if found is None:
            return None
        return Near(self.game.state(found), self.game.state(found ^ start).on)

    def first(self, most: int) -> tuple[State, ...]:
        """Return up to so many states, in the order of the diagram, which means nothing else."""
        ranks = range(min(most, self.count))
        return tuple(self.game.state(self.table.ranked(rank)) for rank in ranks)

    def sample(self, many: int, seed: int = 0) -> tuple[State, ...]:
        """Return states drawn independently, each as likely as any other; none from an empty set."""
        rng = Random(seed)
        ranks = [rng.randrange(self.count) for _ in range(many)] if self.count else []
        return tuple(self.game.state(self.table.ranked(rank)) for rank in ranks)

    def projection(self, names: Iterable[str]) -> Mapping[tuple[bool, ...], int]:
        """Return how many states have each combination of values of some options; none with 0.

        Raises `UnknownName`, and `TooLarge` for more than 12 options.
        """
        options = [resolve("option", name, self.game.options) for name in names]
        if len(options) > _MOST_NAMES:
            found, most = f"{len(options)} options", f"at most {_MOST_NAMES}"
            raise TooLarge("too many combinations to count", found=found, expected=most)
        bits = [self.game.options.index(option) for option in options]
        return dict(self._combinations(bits, ()))

    def _combinations(
        self, bits: list[int], values: tuple[bool, ...]
    ) -> Iterator[tuple[tuple[bool, ...], int]]:
        """Yield the combinations that begin with some values, with their numbers."""
        number = self.table.with_held(dict(zip(bits, values, strict=False)))
        if number and len(values) == len(bits):
            yield values, number
        elif number:
            yield from self._combinations(bits, (*values, False))
            yield from self._combinations(bits, (*values, True))


@dataclass(frozen=True, eq=False)
class DiagramSets:
    """What is stable under one concept: the set of each decision maker, and what all have in common.

    Where the computation was cut short (`ended` is not "all"), `equilibria` is None, which is
    unknown and not none, and `stable` has the decision makers that were settled before.
    """

    game: Game
    concept: Concept
    feasible: int | None
    stable: Mapping[str, StateSet]
    equilibria: StateSet | None
    ended: Ended
    obtained: Obtained

    def __str__(self) -> str:
        """Return in words how far the computation came."""
        if self.ended == "all":
            return "settled"
        settled = f"{len(self.stable)} of {len(self.game.deciders)} decision makers settled"
        why = {"time": "the time was up", "nodes": "the diagrams grew too large"}[self.ended]
        return f"unknown: {why}, {settled}"
