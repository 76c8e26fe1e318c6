"""What outsiders could do to make a target hold: every single intervention tried, then every pair."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, permutations

import numpy as np
from numpy.typing import NDArray

from detente.case import Case, Formula
from detente.errors import UsageError
from detente.stability.analysis import Analysis
from detente.stability.concept import Concept
from detente.stability.graph import ConflictGraph, State, levels_of
from detente.stability.inverse.interventions import (
    Intervention,
    applied,
    asked_for,
    compatible,
    rewarded,
    vocabulary,
)
from detente.stability.inverse.nearest import where_of
from detente.stability.inverse.reach import replies_of

__all__ = ["Mediation", "Mediations", "mediate"]

Chosen = tuple[Intervention, ...]


@dataclass(frozen=True)
class Mediation:
    """One smallest set of interventions, and the target states that it makes equilibria.

    `reachable` says whether self-interested moves then lead from today to one of them. Rewards
    stand at the lowest level that does; of two, the second was lowered before the first.
    """

    interventions: Chosen
    states: tuple[State, ...]
    reachable: bool


@dataclass(frozen=True)
class Mediations:
    """The answer to what outsiders could do.

    `size` is the smallest number of interventions, or None. With `complete`, None is a proof that
    no set of up to `at_most` interventions of this vocabulary (of `words` single ones, rewards put
    above all else) does it, and `found` holds every smallest set; otherwise the search was stopped
    after trying every set of fewer than `proven_below`.
    """

    concept: str
    at_most: int
    words: int
    size: int | None
    found: tuple[Mediation, ...]
    complete: bool
    proven_below: int


def mediate(
    case: Case,
    graph: ConflictGraph,
    target: str | Formula | State,
    concept: Concept,
    *,
    at_most: int = 2,
    seconds: float | None = None,
) -> Mediations:
    """Find all smallest sets of interventions after which some target state is an equilibrium.

    Each is tried as a model of its own. Options that the target names are not held (see
    `vocabulary`). What can be reached from today comes first. Raises `UsageError` where no
    feasible state meets the target, or the concept is not a threshold.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> case = open_case("syria-iraq-1975")
    >>> found = mediate(case, build_graph(case, "main"), "s2", CONCEPTS["nash"])
    >>> [m.interventions for m in found.found if m.reachable]
    [(Intervention(kind='reward', subject='syria.release', value='yes', position=1),)]
    """
    search = _Search(case, graph, target, concept, seconds)
    for size in range(at_most + 1):
        found = []
        for orders in search.sets(size):
            if search.late():
                return search.answer(at_most, None, (), size, complete=False)
            chosen = next(filter(search.solves, orders), None)
            if chosen is not None:
                found.append(search.told(search.weakest(chosen)))
        if found:
            found.sort(key=lambda m: (not m.reachable, m.interventions))
            return search.answer(at_most, size, tuple(found), size, complete=True)
    return search.answer(at_most, None, (), at_most + 1, complete=True)


class _Search:
    """The sets of interventions on one model, and which of them solve it."""

    def __init__(
        self,
        case: Case,
        graph: ConflictGraph,
        target: str | Formula | State,
        concept: Concept,
        seconds: float | None,
    ) -> None:
        replies_of(concept)
        self.case, self.graph, self.concept = case, graph, concept
        self.target = target if isinstance(target, State) else graph.formula(target)
        if not where_of(graph, self.target).any():
            raise UsageError("no feasible state meets the target", found=target)
        self.words = vocabulary(graph, asked_for(graph, self.target))
        self.deadline = None if seconds is None else time.monotonic() + seconds
        self.bare = lru_cache(maxsize=256)(self._bare)

    def late(self) -> bool:
        return self.deadline is not None and time.monotonic() > self.deadline

    def sets(self, size: int) -> Iterator[list[Chosen]]:
        """Yield every set of so many interventions, with every order in which rewards may stand."""
        for chosen in filter(compatible, combinations(self.words, size)):
            rewards = [v for v in chosen if v.kind == "reward"]
            several = len({_owner(v) for v in rewards}) < len(rewards)
            yield list(permutations(chosen)) if several else [chosen]

    def solves(self, chosen: Chosen) -> bool:
        after = self._after(chosen)
        return after is not None and bool(self._held(after).any())

    def weakest(self, chosen: Chosen) -> Chosen:
        """Return the same interventions with each reward at the lowest level that solves."""
        for n in reversed([n for n, v in enumerate(chosen) if v.kind == "reward"]):
            positions = range(self._lowest(chosen, chosen[n]), 0, -1)
            lower = (replace(chosen[n], position=p) for p in positions)
            tried = ((*chosen[:n], v, *chosen[n + 1 :]) for v in lower)
            chosen = next(t for t in tried if self.solves(t))
        return chosen

    def _lowest(self, chosen: Chosen, reward: Intervention) -> int:
        """Return the level below all others in the order of the one rewarded."""
        after = self._after(tuple(v for v in chosen if v != reward))
        assert after is not None
        return levels_of(after.orders[after.decider(_owner(reward))])[-1] + 2

    def told(self, chosen: Chosen) -> Mediation:
        after = self._after(chosen)
        assert after is not None
        paths = Analysis(after).paths
        states = tuple(after.state(int(c)) for c in np.flatnonzero(self._held(after)))
        return Mediation(chosen, states, any(s in paths for s in states))

    def answer(
        self,
        at_most: int,
        size: int | None,
        found: tuple[Mediation, ...],
        below: int,
        *,
        complete: bool,
    ) -> Mediations:
        words = len(self.words)
        return Mediations(self.concept.key, at_most, words, size, found, complete, below)

    def _after(self, chosen: Chosen) -> ConflictGraph | None:
        """Return the graph under some interventions; what rewards leave alone is built once."""
        bare = self.bare(tuple(v for v in chosen if v.kind != "reward"))
        rewards = [v for v in chosen if v.kind == "reward"]
        return bare if bare is None or not rewards else rewarded(bare, rewards)

    def _bare(self, chosen: Chosen) -> ConflictGraph | None:
        return applied(self.case, self.graph, chosen)

    def _held(self, after: ConflictGraph) -> NDArray[np.bool_]:
        stable = Analysis(after).stable(self.concept).all(axis=0)
        return np.asarray(stable & where_of(after, self.target))


def _owner(intervention: Intervention) -> str:
    return intervention.subject.partition(".")[0]
