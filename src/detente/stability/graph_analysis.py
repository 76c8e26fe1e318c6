"""The analysis of a model in graph form: equilibria, verdicts with witnesses, ways from today."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.kernels.arcs import Arcs
from detente.stability.analysis import answers_of
from detente.stability.concept import Concept
from detente.stability.findings import Answer, Equilibrium, Move, Verdict
from detente.stability.graph_form import GraphForm, NamedState
from detente.stability.legal import Path, legal_sequences

__all__ = ["GraphAnalysis"]


class GraphAnalysis:
    """The analysis of one model in graph form; everything is computed once, when first asked for.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS
    >>> from detente.stability.graph_form import graph_form
    >>> found = GraphAnalysis(graph_form(open_case("elmira-1991"), "literature"))
    >>> [str(e.state) for e in found.equilibria(CONCEPTS["seq"])]
    ['s5', 's8', 's9']
    """

    def __init__(self, form: GraphForm) -> None:
        self.form, self.game = form, form.game
        self._stable: dict[str, NDArray[np.bool_]] = {}

    def stable(self, concept: Concept) -> NDArray[np.bool_]:
        """Return where each decision maker is stable; shape (decision makers, states).

        Raises `UsageError` for a concept that is not defined for this game.
        """
        if concept.key not in self._stable:
            self._stable[concept.key] = concept.stable(self.game)
        return self._stable[concept.key]

    def holds(self, concept: Concept, state: NamedState) -> bool:
        """Return whether a state is an equilibrium."""
        return bool(self.stable(concept)[:, state.code].all())

    def equilibria(self, concept: Concept) -> tuple[Equilibrium, ...]:
        """Return every equilibrium under a concept, by state number."""
        held = np.flatnonzero(self.stable(concept).all(axis=0)).tolist()
        states = [self.form.states[s] for s in held]
        return tuple(Equilibrium(s, concept.key, self.paths.get(s), s.outcomes) for s in states)

    @cached_property
    def paths(self) -> Mapping[NamedState, tuple[Move, ...]]:
        """The states that self-interested moves lead to from the status quo, with a shortest path.

        Each step is a unilateral improvement of the one who takes it, and nobody takes two in
        succession. The status quo has the empty path.
        """
        start = self.form.status_quo
        found: dict[NamedState, tuple[Move, ...]] = {start: ()}
        for state, path in legal_sequences(dict(enumerate(self.game.tempting)), start.code):
            found.setdefault(self.form.states[state], self._moves(path))
        return found

    def verdict(self, concept: Concept, actor: str, state: NamedState) -> Verdict:
        """Return whether a state is stable for one decision maker, with the witness.

        Under a mixed concept the verdict is that of the decision maker's own part. Raises
        `UnknownName` for an unknown decision maker, and what `stable` raises.
        """
        i = self.form.decider(actor)
        own = concept.of(self.form.deciders)[i]
        answers = self._answers(own, i, state.code)
        stable = all(a.deterred for a in answers)
        return Verdict(self.form.deciders[i], state, own.key, stable, None, answers, None)

    def _answers(self, concept: Concept, i: int, s: int) -> tuple[Answer, ...]:
        if concept.replies is None:
            return answers_of(concept.outlook_on(self.game).foresee(i, s), self.form.states)
        better = self.game.tempting[i].of(s).tolist()
        return tuple(Answer(self.form.states[t], self._sanction(concept, i, s, t)) for t in better)

    def _sanction(self, concept: Concept, i: int, before: int, after: int) -> tuple[Move, ...]:
        """Return a shortest legal sequence of the others that deters i; empty if there is none."""
        binding = self._binding(concept, i, before)
        for state, path in legal_sequences(self._replies(concept, i), after):
            if binding[state]:
                return self._moves(path)
        return ()

    def _replies(self, concept: Concept, i: int) -> Mapping[int, Arcs]:
        arcs = {"moves": self.game.arcs, "improvements": self.game.improving, "none": ()}
        return {j: a for j, a in enumerate(arcs[concept.as_threshold("a sanction")]) if j != i}

    def _binding(self, concept: Concept, i: int, before: int) -> NDArray[np.bool_]:
        """Return the states that keep i in `before`; if it may answer back, whatever it does then."""
        deters = self.game.relations[i].deters(before)
        if not concept.countermoves:
            return deters
        own, escaped = self.game.arcs[i], np.zeros_like(deters)
        escaped[own.sources()[~deters[own.targets]]] = True
        kept: NDArray[np.bool_] = deters & ~escaped
        return kept

    def _moves(self, path: Path) -> tuple[Move, ...]:
        return tuple(Move(self.form.deciders[j], self.form.states[to]) for j, to in path)
