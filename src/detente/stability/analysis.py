"""Stability of every state, and what follows: equilibria, verdicts with witnesses, reachability."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.kernels import best_elsewhere, joint_replies, threshold
from detente.kernels.thresholds import Replies
from detente.stability.concept import Concept
from detente.stability.findings import Answer, Equilibrium, Unmet, Verdict
from detente.stability.graph import ConflictGraph, State
from detente.stability.paths import improvement_paths, sanction_path, targets

__all__ = ["Analysis", "first_unmet", "outcomes_of"]


class Analysis:
    """The analysis of one graph; everything is computed once, when first asked for.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> analysis = Analysis(build_graph(open_case("japan-russia"), "treaty-menu"))
    >>> [e.state.on for e in analysis.equilibria("nash")]
    [('jp.t2', 'ru.t0')]
    """

    def __init__(self, graph: ConflictGraph) -> None:
        self.graph = graph
        self._pulls: dict[Replies, list[Callable[[Any], Any]]] = {}
        self._thresholds: dict[str, NDArray[np.int32]] = {}

    def thresholds(self, concept: Concept) -> NDArray[np.int32]:
        """Return the threshold of every decision maker in every state; shape (decision makers, S)."""
        if concept.key not in self._thresholds:
            graph = self.graph
            if concept.replies not in self._pulls:
                self._pulls[concept.replies] = joint_replies(
                    list(graph.ranks), graph.moves, concept.replies
                )
            self._thresholds[concept.key] = np.stack(
                [
                    threshold(
                        graph.ranks[i],
                        i,
                        graph.feasible,
                        graph.moves,
                        self._pulls[concept.replies],
                        countermoves=concept.countermoves,
                    )
                    for i in range(len(graph.deciders))
                ]
            )
        return self._thresholds[concept.key]

    def stable(self, concept: Concept) -> NDArray[np.bool_]:
        """Return where each decision maker is stable; shape (decision makers, S)."""
        return (self.graph.ranks >= self.thresholds(concept)) & self.graph.feasible

    def holds(self, concept: Concept, state: State) -> bool:
        """Return whether a state is an equilibrium."""
        return bool(self.stable(concept)[:, state.code].all())

    def equilibria(self, concept: str | Concept) -> tuple[Equilibrium, ...]:
        """Return every equilibrium under a concept, by state number."""
        concept = _concept(concept)
        codes = np.flatnonzero(self.stable(concept).all(axis=0))
        states = [self.graph.state(int(c)) for c in codes]
        return tuple(
            Equilibrium(s, concept.key, self.paths.get(s), outcomes_of(self.graph, s))
            for s in states
        )

    @cached_property
    def paths(self) -> dict[State, Any]:
        """The states that self-interested moves lead to from the status quo, with a shortest path."""
        return improvement_paths(self.graph, self.graph.status_quo)

    def verdict(self, concept: str | Concept, actor: str, state: State) -> Verdict:
        """Return whether a state is stable for one decision maker, with the witness.

        Raises `UnknownName` for an unknown decision maker or concept.
        """
        concept, graph = _concept(concept), self.graph
        i = graph.decider(actor)
        rank, limit = int(graph.ranks[i, state.code]), int(self.thresholds(concept)[i, state.code])
        better = [int(t) for t in targets(graph, i, state.code) if graph.ranks[i, t] > rank]
        escape = self.escape(i)
        answers = [
            Answer(graph.state(t), sanction_path(graph, concept, i, state.code, t, escape))
            for t in better
        ]
        return Verdict(
            actor=graph.deciders[i],
            state=state,
            concept=concept.key,
            stable=rank >= limit,
            margin=None if limit < 0 else rank - limit,
            answers=tuple(answers),
            unmet=first_unmet(graph, i, state),
        )

    def escape(self, i: int) -> NDArray[np.int32]:
        """Return the best rank that a decision maker can be left with by its own counter-move."""
        own = self.graph.ranks[i]
        best: NDArray[np.int32] = np.maximum(own, best_elsewhere(own, self.graph.moves[i]))
        return best

    def unmet(self, state: State) -> tuple[Unmet, ...]:
        """Return the first unmet statement of each party that has one."""
        found = (first_unmet(self.graph, i, state) for i in range(len(self.graph.deciders)))
        return tuple(u for u in found if u is not None)


def _concept(concept: str | Concept) -> Concept:
    from detente.stability import CONCEPTS

    return concept if isinstance(concept, Concept) else CONCEPTS[concept]


def first_unmet(graph: ConflictGraph, i: int, state: State) -> Unmet | None:
    """Return the first statement of decision maker i that a state leaves unmet, or None."""
    column = graph.truth[i][:, state.code]
    missing = np.flatnonzero(~column)
    if not len(missing):
        return None
    k = int(missing[0])
    return Unmet(graph.deciders[i], k + 1, len(column), graph.orders[i][k])


def outcomes_of(graph: ConflictGraph, state: State) -> tuple[str, ...]:
    """Return the named outcomes that a state belongs to."""
    named: Iterable[str] = graph.option_model.outcomes
    return tuple(o for o in named if graph.truths.name(o)[state.code])
