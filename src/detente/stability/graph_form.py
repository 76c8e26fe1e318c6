"""Models in graph form: states and moves as given, or made of options and then merged.

A model is read in graph form if it gives its states and moves, if it merges states, or if it has an
option whose levels are not all one move apart. Such moves need not be transitive, so the rule of
succession counts: in a joint move nobody moves twice in succession.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from detente.case import Case
from detente.case.graph_model import GraphModel
from detente.errors import UsageError
from detente.kernels.arcs import arcs_from
from detente.stability.analysis import outcomes_of
from detente.stability.game import Game, Ranked, game_of
from detente.stability.graph import ConflictGraph, State, options_graph
from detente.stability.ladders import stepwise
from detente.stability.quotient import quotient
from detente.stability.settings import Settings, resolve

__all__ = ["GraphForm", "NamedState", "graph_form"]


@dataclass(frozen=True, order=True)
class NamedState(State):
    """A state of a model in graph form: its number, and the id and label that people know it by.

    `on` holds the options taken in it and `outcomes` the named outcomes it belongs to, where the
    model has options; of merged states, those that all of them have.
    """

    id: str = ""
    label: str = ""
    outcomes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, eq=False)
class GraphForm:
    """A model as a game in graph form, and what its states are called.

    `options` is the graph of its options, if it has any, and `classes` the number of the state that
    each feasible state of that graph belongs to, by its code.
    """

    case: str
    model: str
    title: str
    game: Game
    states: tuple[NamedState, ...]
    status_quo: NamedState
    settings: Settings = field(default_factory=Settings)
    options: ConflictGraph | None = None
    classes: Mapping[int, int] = field(default_factory=dict)

    @property
    def deciders(self) -> tuple[str, ...]:
        """The decision makers."""
        return self.game.deciders

    def decider(self, name: str) -> int:
        """Return the place of a decision maker. Raises `UnknownName`."""
        return self.deciders.index(resolve("decision maker", name, self.deciders))

    def find(self, names: Sequence[str]) -> NamedState:
        """Return the state of an id, or of the options that are just those taken in it.

        Raises `UnknownName`, and `UsageError` for an infeasible state.
        """
        ids = {s.id.casefold(): s for s in self.states}
        if len(names) == 1 and names[0].casefold() in ids:
            return ids[names[0].casefold()]
        if self.options is not None:
            return self.states[self.classes[self.options.find(names).code]]
        return ids[resolve("state", " ".join(names), ids)]


def graph_form(case: Case, model: str, settings: Settings | None = None) -> GraphForm:
    """Read a model in graph form; a model of options is made into one.

    Raises `UnknownName` for an unknown model; as `build_graph` where it has options, and
    `UsageError` for settings where it has none or where merged states are not alike to someone;
    `TooLarge` above `MOST_STATES` states.

    >>> from detente.case import open_case
    >>> form = graph_form(open_case("elmira-1991"), "literature")
    >>> len(form.states), str(form.status_quo), form.status_quo.label
    (9, 's1', 'The appeal drags on')
    """
    settings = settings or Settings()
    if model in case.graphs:
        if settings != Settings():
            raise UsageError(
                "a model without options has no readings, options or facts to set",
                found=model,
                hint="choose models with --model, or leave these settings out",
            )
        return _given(case, model, case.graphs[model])
    return _made(case, options_graph(case, model, settings))


def _given(case: Case, id: str, model: GraphModel) -> GraphForm:
    numbers = {name: k for k, name in enumerate(model.states)}
    size, deciders = len(numbers), model.deciders()
    steps = ([a for s in model.moves.get(d, ()) for a in s.arcs()] for d in deciders)
    arcs = tuple(arcs_from([(numbers[s], numbers[t]) for s, t in own], size) for own in steps)
    relations = tuple(Ranked(_ranks(model.ranking[d], numbers)) for d in deciders)
    today = numbers[model.status_quo]
    game = Game(tuple(deciders), tuple(numbers), arcs, relations, today)
    states = tuple(NamedState(k, (), name, model.states[name].label) for name, k in numbers.items())
    return GraphForm(case.case.id, id, model.title, game, states, states[today])


def _ranks(tiers: Sequence[Sequence[str]], numbers: Mapping[str, int]) -> NDArray[np.int64]:
    """Return ranks, higher is better, of states in tiers, best first."""
    ranks = np.zeros(len(numbers), dtype=np.int64)
    for place, tier in enumerate(reversed(tiers)):
        ranks[[numbers[name] for name in tier]] = place
    return ranks


def _made(case: Case, graph: ConflictGraph) -> GraphForm:
    codes = np.flatnonzero(graph.feasible)
    classes, names = _classes(graph, codes)
    game = stepwise(case, graph, game_of(graph))
    if len(names) < len(codes):
        game = quotient(game, classes, names)
    states = tuple(_state(graph, k, names[k], codes[classes == k]) for k in range(len(names)))
    return GraphForm(
        graph.case,
        graph.model,
        graph.option_model.title,
        game,
        states,
        states[game.today or 0],
        graph.settings,
        graph,
        dict(zip(codes.tolist(), classes.tolist(), strict=True)),
    )


def _classes(
    graph: ConflictGraph, codes: NDArray[np.int64]
) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Return the class of each feasible state, and the classes' names, by the first state in each."""
    first = np.arange(len(codes))
    names = [str(graph.state(int(c))) for c in codes]
    merged = np.zeros(len(codes), dtype=bool)
    for condition in graph.option_model.merge:
        met = graph.truths.of(condition)[codes]
        if (merged & met).any():
            state = names[int(np.argmax(merged & met))]
            raise UsageError("two conditions merge the same state", found=state)
        if met.any():
            first[met] = np.argmax(met)
            names[int(np.argmax(met))] = str(condition)
        merged |= met
    kept, classes = np.unique(first, return_inverse=True)
    return classes.astype(np.int64), tuple(names[k] for k in kept)


def _state(graph: ConflictGraph, number: int, name: str, codes: NDArray[np.int64]) -> NamedState:
    members = [graph.state(int(c)) for c in codes]
    on, outcomes = (
        _in_all([s.on for s in members]),
        _in_all([outcomes_of(graph, s) for s in members]),
    )
    labels = [graph.option_model.outcomes[o].label or o for o in outcomes]
    return NamedState(number, on, name, "; ".join(labels), outcomes)


def _in_all(lists: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(item for item in lists[0] if all(item in other for other in lists))
