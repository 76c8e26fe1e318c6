"""What would have to change: the smallest sets of preference edits that make a target hold."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.case import Formula
from detente.errors import UsageError
from detente.stability.analysis import Analysis
from detente.stability.concept import Concept
from detente.stability.edits import Edit, EditedOrder, Wishes, vocabulary
from detente.stability.graph import ConflictGraph, State
from detente.stability.repair import Orders, Repairs
from detente.stability.world import World

__all__ = ["Kept", "Solution", "Unlocking", "unlock"]

Kept = tuple[str, int]
Progress = Callable[[int, int, int], None]


@dataclass(frozen=True)
class Solution:
    """One smallest set of edits, and the target states that it makes equilibria."""

    edits: tuple[Edit, ...]
    states: tuple[State, ...]

    @property
    def actors(self) -> tuple[str, ...]:
        """Whose preferences change."""
        return tuple(dict.fromkeys(e.actor for e in self.edits))


@dataclass(frozen=True)
class Unlocking:
    """The answer to what would unlock a target.

    `edits` is the smallest number, or None. With `complete`, None is a proof that no set of up to
    `at_most` edits does it, and `solutions` holds every smallest set; otherwise the search was
    stopped after looking through all sets of fewer than `proven_below` edits.
    """

    target: Formula
    concept: str
    by: tuple[str, ...]
    at_most: int
    edits: int | None
    solutions: tuple[Solution, ...]
    complete: bool
    proven_below: int


class _Stop(Exception):
    """The time is up."""


def unlock(
    graph: ConflictGraph,
    target: str | Formula,
    concept: Concept,
    *,
    by: Sequence[str] = (),
    at_most: int = 3,
    keep: Sequence[Kept] = (),
    seconds: float | None = None,
    progress: Progress | None = None,
) -> Unlocking:
    """Find all smallest sets of edits after which some state that meets `target` is an equilibrium.

    An edit reverses a statement in place, deletes it, or adds a condition of the model's own
    vocabulary on top. Only parties in `by` change (all that state an order, if empty). A statement
    in `keep`, given as actor and position from 1, is neither changed nor outranked by an addition.
    `progress` is told the number of edits looked at, and states done and in all. Raises
    `UsageError` where no feasible state meets the target, a party in `by` has no statements, or the
    concept is no threshold.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> graph = build_graph(open_case("japan-russia"), "1960")
    >>> found = unlock(graph, "ru.offer2 and jp.secpact", CONCEPTS["seq"])
    >>> found.edits, found.solutions[-1].edits[0]
    (1, Edit(actor='ru', operation='reverse', position=1, statement='ru.offer2 iff not jp.secpact'))
    """
    concept.as_threshold("a search for changes")
    formula = graph.formula(target)
    codes = np.flatnonzero(graph.where(formula))
    if not len(codes):
        raise UsageError("no feasible state meets the target", found=formula)
    search = _Search(graph, concept, by, keep, seconds)
    for budget in range(at_most + 1):
        try:
            found = search.all_of(codes, budget, progress)
        except _Stop:
            return Unlocking(formula, concept.key, search.by, at_most, None, (), False, budget)
        if found:
            return Unlocking(formula, concept.key, search.by, at_most, budget, found, True, budget)
    return Unlocking(formula, concept.key, search.by, at_most, None, (), True, at_most + 1)


class _Search:
    """The search over all target states."""

    def __init__(
        self,
        graph: ConflictGraph,
        concept: Concept,
        by: Sequence[str],
        keep: Sequence[Kept],
        seconds: float | None,
    ) -> None:
        self.graph, self.concept = graph, concept
        self.by = _changing(graph, by)
        self.deadline = None if seconds is None else time.monotonic() + seconds
        words = vocabulary(graph)
        kept = _kept(graph, keep)
        wishes = [Wishes(graph, i, words, kept[i]) for i in range(len(graph.deciders))]
        base = [
            w.keys([EditedOrder()])[0]
            if w.count
            else graph.ranks[w.i][graph.feasible].astype(float)
            for w in wishes
        ]
        self.world = World(graph)
        allowed = [w if graph.deciders[w.i] in self.by else None for w in wishes]
        self.repairs = Repairs(self.world, allowed, concept, base)
        self.needy = ~Analysis(graph).stable(concept.at_best())
        self.fixed = [i for i, w in enumerate(allowed) if w is None]

    def all_of(
        self, codes: NDArray[np.intp], budget: int, progress: Progress | None
    ) -> tuple[Solution, ...]:
        """Return every set of exactly `budget` edits that makes a target state an equilibrium."""
        self._tick()
        found: dict[Orders, list[State]] = {}
        needy = self.needy[:, codes]
        codes = codes[(needy.sum(axis=0) <= budget) & ~needy[self.fixed].any(axis=0)]
        for done, code in enumerate(codes):
            for orders in self.repairs.search(self.world.place[int(code)], budget, self._tick):
                found.setdefault(orders, []).append(self.graph.state(int(code)))
            if progress is not None:
                progress(budget, done + 1, len(codes))
        solutions = [
            Solution(self._edits(orders), tuple(states)) for orders, states in found.items()
        ]
        return tuple(sorted(solutions, key=lambda s: s.edits))

    def _edits(self, orders: Orders) -> tuple[Edit, ...]:
        wishes = [w for w in self.repairs.wishes if w is not None]
        return tuple(e for w in wishes for e in w.edits(orders[w.i]))

    def _tick(self) -> None:
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise _Stop


def _changing(graph: ConflictGraph, by: Sequence[str]) -> tuple[str, ...]:
    """Return the parties that may change: those named, or all that state an order.

    Raises `UsageError` for a party that weighs options or ranks states: it has no statements to
    edit.
    """
    stating = [d for d, order in zip(graph.deciders, graph.orders, strict=True) if order]
    named = {graph.deciders[graph.decider(a)] for a in by}
    without = [d for d in graph.deciders if d not in stating and (d in named or not stating)]
    if without:
        raise UsageError(
            "only statements in an order can be edited",
            found=f"weights or a ranking of {', '.join(without)}",
            hint="leave this party out of `--by`, or choose a reading with an `order`",
        )
    return tuple(d for d in stating if d in named or not named)


def _kept(graph: ConflictGraph, keep: Sequence[Kept]) -> list[frozenset[int]]:
    kept: list[set[int]] = [set() for _ in graph.deciders]
    for actor, position in keep:
        i = graph.decider(actor)
        if not 1 <= position <= len(graph.orders[i]):
            raise UsageError(
                f"{actor} has no statement of this number",
                found=position,
                expected=f"1 to {len(graph.orders[i])}",
            )
        kept[i].add(position - 1)
    return [frozenset(k) for k in kept]
