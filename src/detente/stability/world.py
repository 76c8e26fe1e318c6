"""The moves of a graph over its feasible states only, remembered as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.kernels import reach, settle
from detente.kernels.replies import any_move
from detente.stability.concept import Concept
from detente.stability.graph import ConflictGraph

__all__ = ["Keys", "Places", "World"]

Places = NDArray[np.int64]
Keys = NDArray[np.float64]
Step = Callable[[int, int], Iterable[int]]


class World:
    """Feasible states by place, 0 to F - 1, and where each decision maker can go from each."""

    def __init__(self, graph: ConflictGraph) -> None:
        self.graph = graph
        self.codes = np.flatnonzero(graph.feasible)
        self.place = np.full(graph.feasible.shape, -1, dtype=np.int64)
        self.place[self.codes] = np.arange(len(self.codes))
        self.deciders = range(len(graph.deciders))
        self.targets = lru_cache(maxsize=None)(self._targets)
        self.replies = lru_cache(maxsize=None)(self._replies)
        self._groups = [self._grouped(i) for i in self.deciders]

    def _targets(self, i: int, s: int) -> Places:
        """Return where decision maker i can move from s."""
        places = self.place[reach(int(self.codes[s]), self.graph.moves[i])]
        return np.sort(places[places >= 0])

    def _grouped(self, i: int) -> tuple[Places, Places, Places] | None:
        """Return the sets within which all but i can move anywhere: label, order, starts.

        None where some of their moves cannot be taken back, so that there are no such sets.
        """
        others = [m for j, m in enumerate(self.graph.moves) if j != i]
        if any(m.up or m.down for m in others):
            return None
        numbers = np.arange(len(self.place), dtype=np.int64)
        least = settle(numbers, self.graph.feasible, [any_move(m) for m in others])[self.codes]
        label = np.unique(least, return_inverse=True)[1]
        order = np.argsort(label, kind="stable")
        return label, order, np.searchsorted(label[order], np.arange(label.max() + 1))

    def _replies(self, i: int, s: int) -> Places:
        """Return where all but i can take the conflict from s, s itself included."""
        grouped = self._groups[i]
        if grouped is not None:
            return np.flatnonzero(grouped[0] == grouped[0][s])
        return np.array(sorted(self.closure(i, s, self.targets)), dtype=np.int64)

    def floor(self, i: int, keys: Keys, concept: Concept) -> Keys:
        """Return the least that replies to each state could leave i with; shape (orders, F).

        Any replies count, credible or not, so this is what no sanction can go below.
        """
        if concept.replies == "none":
            return keys
        left = self._after_counter(i, keys) if concept.countermoves else keys
        grouped = self._groups[i]
        if grouped is None:
            return np.minimum(keys, self._settled(i, left))
        label, order, starts = grouped
        least: Keys = np.minimum.reduceat(left[:, order], starts, axis=1)[:, label]
        return np.minimum(keys, least)

    def _after_counter(self, i: int, keys: Keys) -> Keys:
        best = keys.copy()
        for s in range(keys.shape[1]):
            targets = self.targets(i, s)
            if len(targets):
                best[:, s] = np.maximum(best[:, s], keys[:, targets].max(axis=1))
        return best

    def _settled(self, i: int, values: Keys) -> Keys:
        box: NDArray[Any] = np.zeros((len(values), len(self.place)), dtype=np.int64)
        box[:, self.codes] = values
        pulls = [any_move(m) for j, m in enumerate(self.graph.moves) if j != i]
        return settle(box, self.graph.feasible, pulls)[:, self.codes].astype(np.float64)

    def closure(
        self, i: int, s: int, step: Step, stop: Callable[[int], bool] | None = None
    ) -> set[int]:
        """Return the states that all but i reach from s by the given moves, s included.

        With `stop`, the search ends at the first state other than s for which it is true; the
        answer then holds that state.
        """
        seen, pending = {s}, [s]
        while pending:
            q = pending.pop()
            for j in self.deciders:
                for t in map(int, step(j, q)) if j != i else ():
                    if t in seen:
                        continue
                    seen.add(t)
                    if stop is not None and stop(t):
                        return seen
                    pending.append(t)
        return seen
