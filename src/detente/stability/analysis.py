"""Stability of every state, and what follows: equilibria, verdicts with witnesses, reachability."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.errors import TooLarge
from detente.kernels import best_elsewhere, joint_replies, threshold
from detente.kernels.replies import Pull
from detente.kernels.thresholds import Replies
from detente.stability.concept import Concept, Foreseen, Outlook
from detente.stability.findings import Answer, Equilibrium, Unmet, Verdict
from detente.stability.game import Game, game_of
from detente.stability.graph import MOST_STATES, ConflictGraph, State
from detente.stability.paths import improvement_paths, sanction_path, targets
from detente.stability.shelf import concept_named

__all__ = ["Analysis", "answers_of", "first_unmet", "outcomes_of"]

Told = tuple[int | None, tuple[Answer, ...]]


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
        self._pulls: dict[Replies, list[Pull]] = {}
        self._thresholds: dict[str, NDArray[np.int32]] = {}
        self._outlooks: dict[str, Outlook] = {}

    def thresholds(self, concept: Concept) -> NDArray[np.int32]:
        """Return the threshold of every decision maker in every state; shape (decision makers, S).

        Raises `UsageError` for a concept that is no threshold.
        """
        if concept.key not in self._thresholds:
            graph, replies = self.graph, concept.as_threshold("a margin")
            if replies not in self._pulls:
                self._pulls[replies] = joint_replies(list(graph.ranks), graph.moves, replies)
            self._thresholds[concept.key] = np.stack(
                [
                    threshold(
                        graph.ranks[i],
                        i,
                        graph.feasible,
                        graph.moves,
                        self._pulls[replies],
                        countermoves=concept.countermoves,
                    )
                    for i in range(len(graph.deciders))
                ]
            )
        return self._thresholds[concept.key]

    @cached_property
    def game(self) -> Game:
        """The feasible states as a game in graph form. Raises `TooLarge`."""
        return game_of(self.graph)

    def outlook(self, concept: Concept) -> Outlook:
        """Return what a concept that is no threshold says of the game in graph form.

        Raises `UsageError` where it is not defined for this game, `TooLarge`.
        """
        if concept.key not in self._outlooks:
            self._outlooks[concept.key] = concept.outlook_on(self.game)
        return self._outlooks[concept.key]

    def stable(self, concept: Concept) -> NDArray[np.bool_]:
        """Return where each decision maker is stable; shape (decision makers, S).

        Raises what `outlook` raises, and `UsageError` where a decision maker has no concept.
        """
        parts = concept.of(self.graph.deciders)
        whole = {key: self._whole(part) for key, part in {p.key: p for p in parts}.items()}
        return np.stack([whole[part.key][i] for i, part in enumerate(parts)])

    def _whole(self, concept: Concept) -> NDArray[np.bool_]:
        if concept.replies is not None:
            return (self.graph.ranks >= self.thresholds(concept)) & self.graph.feasible
        found = np.zeros(self.graph.ranks.shape, dtype=bool)
        found[:, self.game.numbers()] = self.outlook(concept).stable
        return found

    def holds(self, concept: Concept, state: State) -> bool:
        """Return whether a state is an equilibrium."""
        return bool(self.stable(concept)[:, state.code].all())

    def equilibria(self, concept: str | Concept) -> tuple[Equilibrium, ...]:
        """Return every equilibrium under a concept, by state number.

        A concept is given by name (`seq`, `lh:3`, `jp=nash,ru=seq`) or as it is. Raises
        `UnknownName`, what `stable` raises, and `TooLarge` above 2**20 equilibria.
        """
        concept = _concept(concept)
        codes = np.flatnonzero(self.stable(concept).all(axis=0))
        if len(codes) > MOST_STATES:
            raise TooLarge(
                "too many equilibria to list them",
                found=len(codes),
                expected=f"at most {MOST_STATES:,}",
                hint="sum them up with `detente.stability.survey`, or hold options fixed",
            )
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

        Under a mixed concept the verdict is that of the decision maker's own part. Raises
        `UnknownName` for an unknown decision maker or concept, and what `stable` raises.
        """
        i = self.graph.decider(actor)
        own = _concept(concept).of(self.graph.deciders)[i]
        told = self._by_threshold if own.replies is not None else self._by_outlook
        margin, answers = told(own, i, state)
        return Verdict(
            actor=self.graph.deciders[i],
            state=state,
            concept=own.key,
            stable=all(a.deterred for a in answers),
            margin=margin,
            answers=answers,
            unmet=first_unmet(self.graph, i, state),
        )

    def _by_threshold(self, concept: Concept, i: int, state: State) -> Told:
        graph, escape = self.graph, self.escape(i)
        rank, limit = int(graph.ranks[i, state.code]), int(self.thresholds(concept)[i, state.code])
        better = [int(t) for t in targets(graph, i, state.code) if graph.ranks[i, t] > rank]
        answers = [
            Answer(graph.state(t), sanction_path(graph, concept, i, state.code, t, escape))
            for t in better
        ]
        return None if limit < 0 else rank - limit, tuple(answers)

    def _by_outlook(self, concept: Concept, i: int, state: State) -> Told:
        numbers = self.game.numbers()
        named = [self.graph.state(int(code)) for code in numbers]
        foreseen = self.outlook(concept).foresee(i, int(np.searchsorted(numbers, state.code)))
        return None, answers_of(foreseen, named)

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
    return concept if isinstance(concept, Concept) else concept_named(concept)


def answers_of(foreseen: Iterable[Foreseen], states: Sequence[State]) -> tuple[Answer, ...]:
    """Return what is foreseen of each move as findings; `states` are those of the game, by number."""
    return tuple(
        Answer(states[f.to], (), tuple(states[e] for e in f.ends), f.held) for f in foreseen
    )


def first_unmet(graph: ConflictGraph, i: int, state: State) -> Unmet | None:
    """Return the first statement of decision maker i that a state leaves unmet, or None."""
    met = graph.met(i, state.code)
    if all(met):
        return None
    k = met.index(False)
    return Unmet(graph.deciders[i], k + 1, len(met), graph.orders[i][k])


def outcomes_of(graph: ConflictGraph, state: State) -> tuple[str, ...]:
    """Return the named outcomes that a state belongs to."""
    return graph.truths.outcomes_at(state.code)
