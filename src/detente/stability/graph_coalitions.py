"""What coalitions do to stability in a model in graph form: verdicts with reasons, equilibrium jumps.

The concepts are those of `coalition_definitions` (Inohara & Hipel 2008; Kilgour, Hipel, Fang & Peng
2001). Their inclusions need transitive moves, which a model in graph form may lack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.stability.coalition_definitions import (
    COALITION_CONCEPTS,
    CoalitionConcept,
    coalition_replies,
)
from detente.stability.concept import Concept
from detente.stability.findings import CoalitionAnswer, CoalitionFinding, CoalitionVerdict, Jump
from detente.stability.game import Game
from detente.stability.graph_analysis import GraphAnalysis
from detente.stability.graph_form import NamedState
from detente.stability.joint import members
from detente.stability.legal import legal_sequences

__all__ = ["assess_graph_coalition"]


def assess_graph_coalition(
    analysis: GraphAnalysis, group: Sequence[str], state: NamedState, concept: Concept
) -> CoalitionFinding:
    """Return the verdicts of a coalition on a state, under every concept, and the jumps it can make.

    Jumps are between equilibria under `concept`. Raises `UnknownName` for an unknown decision maker,
    `UsageError` for an empty group.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS
    >>> from detente.stability.graph_form import graph_form
    >>> found = GraphAnalysis(graph_form(open_case("elmira-1991"), "literature"))
    >>> start = found.form.find(["s5"])
    >>> told = assess_graph_coalition(found, ["moe", "uniroyal"], start, CONCEPTS["nash"])
    >>> [(str(j.before), str(j.after)) for j in told.jumps]
    [('s5', 's8')]
    """
    form = analysis.form
    places = members(form, group)
    coalition = _Coalition(form.game, places)
    names = tuple(form.deciders[i] for i in places)
    verdicts = {}
    for key, kind in COALITION_CONCEPTS.items():
        answers = tuple(
            CoalitionAnswer(form.states[x], None if y is None else form.states[y])
            for x, y in coalition.answers(state.code, kind)
        )
        verdicts[key] = CoalitionVerdict(names, state, key, answers)
    held = np.flatnonzero(analysis.stable(concept).all(axis=0)).tolist()
    jumps = tuple(
        Jump(names, form.states[s], form.states[q])
        for s in held
        for q in coalition.improvements(s)
        if q in held
    )
    return CoalitionFinding(names, state, verdicts, concept.key, jumps)


class _Coalition:
    """Some decision makers of a game, by place, and what they can do together."""

    def __init__(self, game: Game, members: Sequence[int]) -> None:
        self.game, self.members = game, members
        self.others = [j for j in range(len(game.deciders)) if j not in members]
        self.conflict = game.conflict()

    def improvements(self, s: int) -> list[int]:
        """Return the states that the coalition can bring about and that every member prefers."""
        kept = self.deters(s)
        return sorted(q for q in self._reached(self.members, s) if not kept[q])

    def deters(self, s: int) -> NDArray[np.bool_]:
        """Return the states that leave some member no better off than s."""
        rows = [self.game.relations[i].deters(s) for i in self.members]
        found: NDArray[np.bool_] = np.logical_or.reduce(rows)
        return found

    def answers(self, s: int, concept: CoalitionConcept) -> Iterator[tuple[int, int | None]]:
        """Yield each improvement from s and the first sanction of it, None where there is none."""
        kept = self.deters(s)
        for x in self.improvements(s):
            found = (y for y in self._replies(x, concept) if self._binds(kept, y, concept))
            yield x, next(found, None)

    def _replies(self, x: int, concept: CoalitionConcept) -> Iterable[int]:
        if concept.replies == "improvements":
            return sorted(coalition_replies(self.conflict, self.others, x))
        return self._reached(self.others, x) if concept.replies == "moves" else ()

    def _binds(self, kept: NDArray[np.bool_], y: int, concept: CoalitionConcept) -> bool:
        after = self._reached(self.members, y) if concept.countermoves else ()
        return bool(kept[y]) and all(kept[z] for z in after)

    def _reached(self, group: Sequence[int], s: int) -> list[int]:
        arcs = {i: self.game.arcs[i] for i in group}
        return list(dict.fromkeys(q for q, _ in legal_sequences(arcs, s)))
