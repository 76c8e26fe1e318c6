"""How the states that a target is compared with are called: by what differs, or by their names."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from detente.case import Case
from detente.report.names import listed, ordinal
from detente.report.screen.graph_form import called
from detente.report.screen.lines import by_actor, wrap
from detente.report.words import Words
from detente.stability.game import Game
from detente.stability.graph import ConflictGraph, State, levels_of
from detente.stability.graph_form import GraphForm

__all__ = ["ByDifference", "ByName", "Compared"]


class Compared(Protocol):
    """The words for one target state and the others; a place is a state's number in the game."""

    words: Words
    deciders: tuple[str, ...]
    head: str

    def lines(self) -> str:
        """Return the target state in lines."""

    def other(self, place: int) -> str:
        """Return what another state is called."""

    def far(self, place: int) -> int:
        """Return how unlike the target another state is."""

    def against(self, i: int, place: int) -> tuple[int, str]:
        """Return the level on which decision maker i ranks another state above, and why, in words."""


class ByDifference:
    """States of options: called by what would be done differently, and by whom.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> from detente.stability.game import game_of
    >>> case = open_case("syria-iraq-1975")
    >>> graph = build_graph(case, "main")
    >>> names = ByDifference(case, graph, graph.state(1), game_of(graph))
    >>> names.other(0)
    'the one with Syria giving up “Release water”'
    >>> names.against(0, 0)
    (0, 'Against that stands the first priority, “Water held back”.')
    """

    def __init__(self, case: Case, graph: ConflictGraph, target: State, game: Game) -> None:
        self.words, self.graph, self.target, self.game = Words(case), graph, target, game
        self.deciders = graph.deciders
        self.head = f"{graph.model}: {graph.option_model.title}"

    def lines(self) -> str:
        """Return what each party does in the target state."""
        return by_actor(self.words.case, self.graph, self.target)

    def other(self, place: int) -> str:
        """Return what differs between the target and another state, party by party."""
        parts, state = [], self._state(place)
        for actor in self.deciders:
            before, after = (_share_of(actor, s) for s in (self.target, state))
            if change := self.words.change(self.graph, before, after):
                parts.append(f"{self.words.actor(actor)} {change}")
        return f"the one with {', and '.join(parts)}"

    def far(self, place: int) -> int:
        """Return the number of options that differ."""
        return (self._state(place).code ^ self.target.code).bit_count()

    def against(self, i: int, place: int) -> tuple[int, str]:
        """Return the first level of an order on which another state does better, and its priority."""
        order, levels = self.graph.orders[i], np.array(levels_of(self.graph.orders[i]))
        met = self.graph.truth[i][:, [self.target.code, self._state(place).code]].astype(int)
        level = next(
            n for n in range(levels[-1] + 1) if np.ptp(met[levels == n].sum(axis=0), axis=0)
        )
        own = [s for s, at in zip(order, levels, strict=True) if at == level]
        said = listed([self.words.statement(self.graph.model, s) for s in own])
        return level, f"Against that stands the {ordinal(level + 1)} priority, {said}."

    def _state(self, place: int) -> State:
        return self.graph.state(int(self.game.numbers()[place]))


def _share_of(actor: str, state: State) -> State:
    """Return a state in which only the options of one party are taken."""
    return State(0, tuple(o for o in state.on if o.partition(".")[0] == actor))


class ByName:
    """States of a model in graph form: called by id and label."""

    def __init__(self, case: Case, form: GraphForm, target: State) -> None:
        self.words, self.form, self.target = Words(case), form, target
        self.deciders = form.deciders
        self.head = f"{form.model}: {form.title}"

    def lines(self) -> str:
        """Return the name of the target state."""
        return wrap(called(self.target), "  ", "    ")

    def other(self, place: int) -> str:
        """Return the name of another state."""
        return called(self.form.states[place])

    def far(self, place: int) -> int:
        """Return nothing: states by name are all alike."""
        return 0

    def against(self, i: int, place: int) -> tuple[int, str]:
        """Return nothing: a ranking by hand gives no reasons."""
        return 0, ""
