"""What the parties do in one step: from where they are to where self-interested moves end.

The same situation comes up in thousands of runs, so every answer is kept: a run costs a look-up.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from detente.case import Case, Formula
from detente.case.states import Truths
from detente.stability import CONCEPTS, ConflictGraph, Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.findings import Move
from detente.stability.graph import State
from detente.stability.paths import improvement_paths

__all__ = ["Ending", "Play", "Situation"]


class Situation(NamedTuple):
    """All that decides what happens next in one model: readings, facts, the state, and orders."""

    readings: tuple[tuple[str, str], ...]
    held: tuple[tuple[str, bool], ...]
    context: tuple[tuple[str, bool], ...]
    on: frozenset[str]
    swapped: tuple[tuple[str, tuple[int, ...]], ...] = ()


@dataclass(frozen=True)
class Ending:
    """A state in which the parties may come to rest, and the moves that lead to it from `start`.

    `start` is the present with what levels and shocks have set.
    """

    on: frozenset[str]
    start: frozenset[str]
    path: tuple[Move, ...]


class Play:
    """The play of one model under a stability concept.

    >>> from detente.case import open_case
    >>> play = Play(open_case("japan-russia"), "treaty-menu", "seq")
    >>> today = Situation((), (), (), frozenset({"jp.t2", "ru.t0"}))
    >>> [sorted(e.on) for e in play.endings(today)]
    [['jp.t2', 'ru.t0']]
    """

    def __init__(self, case: Case, model: str, concept: str) -> None:
        self.case, self.model = case, model
        self.concept = CONCEPTS[concept]
        self.options = tuple(case.option_form(model).options)
        self.bits = frozenset(case.model(model).context)
        self.truths = Truths(case.model(model))
        self._known: dict[Situation, tuple[Ending, ...]] = {}
        self._true: dict[tuple[str, frozenset[str]], bool] = {}

    def endings(self, situation: Situation) -> tuple[Ending, ...]:
        """Return where the parties may come to rest from a situation.

        Where the present holds, nobody leaves it, and it is the only ending. Otherwise every
        equilibrium that self-interested moves lead to, by state number. None: the parties go
        round and find no rest.
        """
        if situation not in self._known:
            self._known[situation] = self._found(situation)
        return self._known[situation]

    def true(self, condition: Formula, on: Collection[str]) -> bool:
        """Return whether a condition holds where just these options are taken, facts as today."""
        key = (str(condition), frozenset(on))
        if key not in self._true:
            code = self.truths.code(dict.fromkeys(on, True))
            self._true[key] = self.truths.at(condition, code)
        return self._true[key]

    def _found(self, situation: Situation) -> tuple[Ending, ...]:
        held = dict(situation.held)
        settings = Settings(
            dict(situation.readings),
            held,
            dict(situation.context),
            swapped=dict(situation.swapped),
        )
        graph = build_graph(self.case, self.model, settings)
        present = _nearest(graph, {o for o in graph.options if held.get(o, o in situation.on)})
        start = frozenset(present.on)
        stable = np.logical_and.reduce(Analysis(graph).stable(self.concept))
        if stable[present.code]:
            return (Ending(start, start, ()),)
        paths = improvement_paths(graph, present)
        return tuple(
            Ending(frozenset(state.on), start, paths[state])
            for state in sorted(paths)
            if stable[state.code]
        )


def _nearest(graph: ConflictGraph, on: Collection[str]) -> State:
    """Return the feasible state with the fewest options changed; of equals the first by number."""
    code = sum(1 << graph.options.index(o) for o in on)
    codes = np.flatnonzero(graph.feasible)
    return graph.state(int(codes[np.argmin(np.bitwise_count(codes ^ code))]))
