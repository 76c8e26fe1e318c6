"""Games too large to list: how many equilibria there are, what they share, and which are near today.

Ranks are compared one decision maker at a time; of what is found, one bit a state is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from detente.case import OptionModel
from detente.kernels import joint_replies, stands
from detente.kernels.bitsets import Words, count, has, least, pack, taken
from detente.kernels.gains import FAR, improvement_steps, last_step
from detente.kernels.replies import Pull
from detente.stability.analysis import Analysis, outcomes_of
from detente.stability.concept import Concept
from detente.stability.findings import Equilibrium, Move
from detente.stability.graph import ConflictGraph, Settings, State

__all__ = ["Model", "Progress", "Summary", "Survey", "summed_up", "survey"]

Progress = Callable[[str], None]
"""Told what is being worked on."""
SHOWN = 12


@dataclass(frozen=True)
class Summary:
    """The equilibria under one concept: counts, and those first in line, never all of them.

    `stable` counts the states that are stable for each decision maker, `taken` the equilibria in
    which each option is taken, `outcomes` those that belong to each named outcome. `reachable`
    counts those that self-interested moves lead to from the status quo. `first` holds a few: those
    reached in the fewest moves, then those with the fewest options changed from the status quo.
    Where ranks are not formed, `stable` is empty, `reachable` None and no path is given.
    """

    concept: str
    count: int
    today: bool
    stable: Mapping[str, int]
    taken: Mapping[str, int]
    outcomes: Mapping[str, int]
    reachable: int | None
    first: tuple[Equilibrium, ...]

    @property
    def fixed(self) -> Mapping[str, bool]:
        """The options that every equilibrium sets alike; none where there is no equilibrium."""
        alike = {o: n == self.count for o, n in self.taken.items() if n in (0, self.count)}
        return alike if self.count else {}

    def share(self, option: str) -> float:
        """Return the fraction of the equilibria in which an option is taken."""
        return self.taken[option] / self.count


class Model(Protocol):
    """A model under given settings, by whichever engine."""

    @property
    def model(self) -> str:
        """The id of the model."""

    @property
    def settings(self) -> Settings:
        """How it is read."""

    @property
    def option_model(self) -> OptionModel:
        """The model as it is written."""

    @property
    def deciders(self) -> tuple[str, ...]:
        """The decision makers."""

    @property
    def options(self) -> tuple[str, ...]:
        """The options; the first is the lowest bit of a state."""

    @property
    def status_quo(self) -> State:
        """The state as it stands."""


@dataclass(frozen=True, eq=False)
class Survey:
    """What holds in one model under several concepts.

    `readings` are those in use, by decision maker; `states` counts the feasible states; `sets` has
    a bit for each state, on where it is an equilibrium.
    """

    graph: Model
    readings: tuple[str, ...]
    states: int
    summaries: Mapping[str, Summary]
    sets: Mapping[str, Words]

    def under(self, state: State) -> tuple[str, ...]:
        """Return the concepts under which a state is an equilibrium."""
        return tuple(c for c, words in self.sets.items() if has(words, state.code))


def survey(
    graph: ConflictGraph,
    concepts: Sequence[Concept],
    *,
    shown: int = SHOWN,
    progress: Progress | None = None,
) -> Survey:
    """Count and sum up the equilibria under some concepts.

    At most `shown` of each are given in full. Raises `TooLarge` for a concept that is no threshold
    where the graph is large, and what `Analysis.stable` raises.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> found = survey(build_graph(open_case("japan-russia"), "2016-12"), [CONCEPTS["gmr"]])
    >>> gmr = found.summaries["gmr"]
    >>> gmr.count, gmr.today, gmr.reachable, gmr.fixed["jp.econ"]
    (8, True, 1, True)
    """
    tell = progress or (lambda text: None)
    tell("what can be reached from today")
    start = graph.status_quo.code
    steps = improvement_steps(graph.ranks, graph.moves, start)
    summaries, sets = {}, {}
    pulls: dict[str, list[Pull]] = {}
    for concept in concepts:
        held, stable = graph.feasible.copy(), {}
        for decider, mark in zip(graph.deciders, _marks(graph, concept, pulls), strict=True):
            tell(f"{concept.key}: {decider}")
            stable[decider] = int(np.count_nonzero(mark))
            held &= mark
        words = pack(held)
        sets[concept.key] = words
        summaries[concept.key] = summed_up(graph, concept.key, words, stable, steps, shown)
    return Survey(graph, graph.readings, graph.count, summaries, sets)


def _marks(
    graph: ConflictGraph, concept: Concept, pulls: dict[str, list[Pull]]
) -> Iterator[NDArray[np.bool_]]:
    """Yield where each decision maker is stable, one after the other."""
    parts = concept.of(graph.deciders)
    if any(part.replies is None for part in parts):
        yield from Analysis(graph).stable(concept)
        return
    for i, part in enumerate(parts):
        replies = part.as_threshold("a survey")
        if replies not in pulls:
            pulls[replies] = joint_replies(list(graph.ranks), graph.moves, replies)
        yield stands(
            graph.ranks[i],
            i,
            graph.feasible,
            graph.moves,
            pulls[replies],
            countermoves=part.countermoves,
        )


def summed_up(
    graph: ConflictGraph,
    concept: str,
    words: Words,
    stable: Mapping[str, int],
    steps: NDArray[np.uint16],
    shown: int = SHOWN,
) -> Summary:
    """Return the summary of a set of equilibria; `steps` as from `improvement_steps`."""
    today, truths = graph.status_quo.code, graph.truths
    taking = dict(zip(graph.options, taken(words, len(graph.options)), strict=True))
    outcomes = {
        o: count(words & pack(truths.listed(truths.compact(named.when))))
        for o, named in graph.option_model.outcomes.items()
    }

    def worth(states: NDArray[np.int64]) -> NDArray[np.int64]:
        found: NDArray[np.int64] = steps[states].astype(np.int64) * 64
        found += np.bitwise_count(states ^ today)
        return found

    first = [graph.state(int(s)) for s in least(words, worth, shown)]
    return Summary(
        concept=concept,
        count=count(words),
        today=has(words, today),
        stable=dict(stable),
        taken=taking,
        outcomes=outcomes,
        reachable=count(words & pack(steps != FAR)),
        first=tuple(
            Equilibrium(s, concept, _path(graph, steps, s), outcomes_of(graph, s)) for s in first
        ),
    )


def _path(graph: ConflictGraph, steps: NDArray[np.uint16], state: State) -> tuple[Move, ...] | None:
    """Return a shortest path of improvements from the status quo, None where there is none."""
    if steps[state.code] == FAR:
        return None
    path: list[Move] = []
    while steps[state.code]:
        mover, before = last_step(graph.ranks, graph.moves, steps, state.code)
        path.append(Move(graph.deciders[mover], state))
        state = graph.state(before)
    return tuple(reversed(path))
