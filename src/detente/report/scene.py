"""How the states of one model are told: by outcomes and options, or in graph form by their own labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.report.names import listed, quoted
from detente.report.words import Words
from detente.stability.analysis import outcomes_of
from detente.stability.evolution import Step
from detente.stability.graph import ConflictGraph, Settings, State
from detente.stability.graph_form import GraphForm, NamedState

__all__ = ["Scene"]


@dataclass(frozen=True)
class Scene:
    """A model as it is told, in option form or in graph form.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> case = open_case("elmira-1991")
    >>> scene = Scene(Words(case), build_graph(case, "main"))
    >>> scene.called(scene.today), scene.named(scene.today)
    ('“Appeal drags on”', ('Appeal drags on',))
    """

    words: Words
    source: ConflictGraph | GraphForm

    @property
    def model(self) -> str:
        """The id of the model."""
        return self.source.model

    @property
    def title(self) -> str:
        """The title of the model."""
        graph = self.source
        return graph.option_model.title if isinstance(graph, ConflictGraph) else graph.title

    @property
    def settings(self) -> Settings:
        """How the model is read."""
        return self.source.settings

    @property
    def deciders(self) -> tuple[str, ...]:
        """The decision makers."""
        return self.source.deciders

    @property
    def today(self) -> State:
        """The status quo."""
        return self.source.status_quo

    @property
    def by_name(self) -> bool:
        """Whether states are told by names of their own and not by options."""
        return isinstance(self.source, GraphForm)

    def named(self, state: State) -> tuple[str, ...]:
        """Return the labels of the outcomes that a state belongs to, or its own; none if it has none."""
        if isinstance(state, NamedState):
            return (state.label or state.id,)
        assert isinstance(self.source, ConflictGraph)
        return tuple(self.words.name(self.model, o) for o in outcomes_of(self.source, state))

    def called(self, state: State) -> str:
        """Return the names of a state in quotation marks, or what is done in it where it has none."""
        if names := self.named(state):
            return listed([quoted(n) for n in names])
        assert isinstance(self.source, ConflictGraph)
        return self.words.called(self.source, (), state)

    def outcome(self, target: str) -> str:
        """Return a condition as it stands, or the label of the outcome or state that it names."""
        if isinstance(self.source, GraphForm):
            own = [s for s in self.source.states if s.id.casefold() == target.casefold()]
            return self.called(own[0]) if own else target
        known = {o.casefold(): o for o in self.source.option_model.outcomes}
        id = known.get(target.casefold())
        return self.words.outcome(self.model, id) if id else target

    def options(self, before: State, after: State) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the labels of the options taken up and of those given up between two states."""
        up = [self.words.name(self.model, o) for o in after.on if o not in before.on]
        down = [self.words.name(self.model, o) for o in before.on if o not in after.on]
        return tuple(up), tuple(down)

    def distance(self, before: State, after: State) -> int:
        """Return in how many options two states differ."""
        return len(set(before.on) ^ set(after.on))

    def change(self, before: State, after: State) -> str:
        """Return what is taken up and given up between two states; in graph form where one goes."""
        if isinstance(self.source, ConflictGraph):
            return self.words.change(self.source, before, after)
        return f"going to {self.called(after)}"

    def told(self, before: State, after: State) -> str:
        """Return a state by its name and by what differs from another."""
        if self.by_name or before == after:
            return self.called(after)
        change = self.change(before, after)
        return f"{self.called(after)}, by {change}" if self.named(after) else f"by {change}"

    def path(self, steps: Sequence[Step[State]]) -> str:
        """Return a path of moves: who does what, in turn."""
        return ", then ".join(
            f"{self.words.actor(s.actor)} {self.change(s.before, s.after)}" for s in steps
        )
