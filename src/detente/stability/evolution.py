"""Evolution: where a conflict can go from a state, who moves, and where it can stop.

Status quo analysis (Li, Kilgour & Hipel 2005, Journal of the Operational Research Society 56:699-707):
the states that walks from the status quo lead to, by how many moves, with who can have moved last. The
reading implemented: in a walk nobody moves twice in succession, and everyone may move first; recalled,
not checked against the paper. Where moves are transitive, as in option form, the rule changes nothing
but the last movers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from typing import Generic, Literal, TypeVar

import numpy as np

from detente.kernels.cycles import closed, cycles
from detente.kernels.movers import Mover
from detente.kernels.walks import Walk, before, shortest, walks

__all__ = ["By", "Cycle", "Evolution", "Reached", "Step"]

By = Literal["improvements", "moves"]
Label = TypeVar("Label")


@dataclass(frozen=True)
class Step(Generic[Label]):
    """One move of a decision maker from one state to another."""

    actor: str
    before: Label
    after: Label


@dataclass(frozen=True)
class Reached(Generic[Label]):
    """A state that walks lead to, `moves` steps away at least.

    `last` holds those who can make the last move, each with the fewest moves of a walk that ends so;
    `leavers` those who would gain by a move from here. With none the conflict can stop here: the
    state is a Nash equilibrium.
    """

    number: int
    state: Label
    moves: int
    last: Mapping[str, int]
    leavers: tuple[str, ...]

    @property
    def stops(self) -> bool:
        """Whether nobody gains by a move from here."""
        return not self.leavers


@dataclass(frozen=True)
class Cycle(Generic[Label]):
    """States that improvements can lead round and round in; `closed` if none leads out of them."""

    states: tuple[Label, ...]
    closed: bool


class Evolution(Generic[Label]):
    """How a conflict can evolve from one state; each part is computed when first asked for.

    `by` says which moves count: only improvements of the one who moves, or any. `within` is the
    largest number of moves looked at, or None; `complete` says that more moves lead to nothing new.
    """

    def __init__(
        self,
        deciders: Sequence[str],
        movers: Mapping[By, Sequence[Mover]],
        label: Callable[[int], Label],
        start: int,
        by: By = "improvements",
        within: int | None = None,
    ) -> None:
        self.deciders, self.by, self.within = tuple(deciders), by, within
        self._movers, self._gains, self._label = movers[by], movers["improvements"], label
        self._walks = walks(self._movers, start, within)
        self.start, self.complete = label(start), self._walks.complete

    @cached_property
    def reached(self) -> tuple[Reached[Label], ...]:
        """Every state that walks lead to, the nearest first; the start is the first of them."""
        everywhere = np.ones(self._gains[0].size, dtype=bool)
        leaving = np.stack([m.into(everywhere) for m in self._gains])
        far = self._walks.distances
        numbers = np.flatnonzero(far >= 0)
        return tuple(
            Reached(
                s,
                self._label(s),
                int(far[s]),
                {
                    d: int(n[s])
                    for d, n in zip(self.deciders, self._walks.arrivals, strict=True)
                    if n[s] > 0
                },
                tuple(d for d, leaves in zip(self.deciders, leaving[:, s], strict=True) if leaves),
            )
            for s in numbers[np.argsort(far[numbers], kind="stable")].tolist()
        )

    def ways(self, number: int, most: int | None = None) -> tuple[tuple[Step[Label], ...], ...]:
        """Return the shortest walks to a state, or so many of them; none where no walk leads there."""
        found = islice(shortest(self._movers, self._walks, number), most)
        return tuple(self._steps(way) for way in found)

    def _steps(self, way: Walk) -> tuple[Step[Label], ...]:
        names = [self.start, *(self._label(s) for _, s in way)]
        pairs = zip(way, pairwise(names), strict=True)
        return tuple(Step(self.deciders[j], *pair) for (j, _), pair in pairs)

    def last_steps(self, number: int) -> tuple[Step[Label], ...]:
        """Return the last step of every shortest walk to a state, each once."""
        arrivals, far = self._walks.arrivals[:, number], int(self._walks.distances[number])
        found = {}
        for j in np.flatnonzero(arrivals == far).tolist() if far > 0 else ():
            before_it = [q for _, q in before(self._movers, self._walks, j, number)]
            for q in before_it if far > 1 else [self._walks.start]:
                found[j, q] = Step(self.deciders[j], self._label(q), self._label(number))
        return tuple(found.values())

    @cached_property
    def cycles(self) -> tuple[Cycle[Label], ...]:
        """The cycles of improvements that the walks lead into, by their lowest state."""
        ends: dict[tuple[int, ...], bool] = {}
        for found in cycles(self._gains, self._walks.arrivals > 0):
            states = tuple(np.flatnonzero(found.any(axis=0)).tolist())
            ends[states] = ends.get(states, True) and closed(self._gains, found)
        return tuple(
            Cycle(tuple(map(self._label, states)), end) for states, end in sorted(ends.items())
        )
