"""What a third party could do to a model: hold, commit, change facts, persuade, reward or punish.

A third party is a decision maker of its own, or an outsider, with further options that bear on what
the others can do or want; after the power asymmetry of Yu, Kilgour, Hipel & Zhao (2015, Water
Resources Research, abstract read), who tell positive, negative and indirect power apart. An
order of preferences does not tell a reward for doing something from a punishment for leaving
it: both put the deed, or its omission, among what the party wants. So they are one intervention.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from detente.case import Case, Formula, Statement
from detente.case.formula import Name, names, negate
from detente.errors import UsageError
from detente.kernels import lexicographic
from detente.stability.graph import ConflictGraph, Settings, State, build_graph, levels_of

__all__ = ["Intervention", "applied", "asked_for", "compatible", "rewarded", "vocabulary"]

Kind = Literal["reward", "commit", "fact", "reading", "hold"]


@dataclass(frozen=True, order=True)
class Intervention:
    """One thing that a third party does.

    `reward`: the owner of option `subject` is rewarded for taking it (`value` yes) or leaving it
    (no), or punished for the opposite, so much that this stands at level `position` of its order,
    1 being above all else. `hold`: option `subject` stays at `value`. `commit`: option `subject`
    cannot be dropped once taken. `fact`: context bit `subject` gets `value`. `reading`: actor
    `subject` comes to want what reading `value` says.
    """

    kind: Kind
    subject: str
    value: str = ""
    position: int = 1

    @property
    def settings(self) -> Settings:
        """The settings that the intervention amounts to; none for a reward."""
        switch = {self.subject: self.value == "yes"}
        return Settings(
            readings={self.subject: self.value} if self.kind == "reading" else {},
            fix=switch if self.kind == "hold" else {},
            context=switch if self.kind == "fact" else {},
            irreversible=(self.subject,) if self.kind == "commit" else (),
        )


def vocabulary(graph: ConflictGraph, asked: Collection[str] = ()) -> list[Intervention]:
    """Return every single intervention that the model gives words for.

    Options in `asked` are not held: to impose what the target asks for is not to mediate. Options
    already held are left alone.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> graph = build_graph(open_case("syria-iraq-1975"), "main")
    >>> [(v.kind, v.value) for v in vocabulary(graph, ["syria.escalate"]) if "esc" in v.subject]
    [('reward', 'yes'), ('reward', 'no'), ('commit', '')]
    """
    free = [o for o in graph.options if o not in graph.settings.fix]
    return [v for o in free for v in _on_option(graph, o, asked)] + list(_on_model(graph))


def _on_option(graph: ConflictGraph, option: str, asked: Collection[str]) -> Iterator[Intervention]:
    yield Intervention("reward", option, "yes")
    yield Intervention("reward", option, "no")
    if any(graph.options.index(option) in moves.free for moves in graph.moves):
        yield Intervention("commit", option)
    if option not in asked:
        yield Intervention("hold", option, "yes")
        yield Intervention("hold", option, "no")


def _on_model(graph: ConflictGraph) -> Iterator[Intervention]:
    model, settings = graph.option_model, graph.settings
    for bit, fact in model.context.items():
        now = settings.context.get(bit, fact.value)
        yield Intervention("fact", bit, "no" if now else "yes")
    for actor, used in zip(graph.deciders, graph.readings, strict=True):
        for reading in model.preferences[actor].readings:
            if reading != used:
                yield Intervention("reading", actor, reading)


def asked_for(graph: ConflictGraph, target: Formula | State) -> frozenset[str]:
    """Return the options that a target speaks of: those taken in a state, or named in a condition."""
    if isinstance(target, State):
        return frozenset(target.on)
    model, pending, seen = graph.option_model, [target], set[str]()
    named = {**model.propositions, **model.outcomes}
    while pending:
        for id in {n.id for n in names(pending.pop())} - seen:
            seen.add(id)
            if id in named:
                pending.append(named[id].when)
    return frozenset(seen & set(graph.options))


def compatible(chosen: Sequence[Intervention]) -> bool:
    """Return whether interventions can go together and none makes another one pointless.

    >>> compatible([Intervention("hold", "a.x", "yes"), Intervention("hold", "a.x", "no")])
    False
    """
    topics = [(v.kind, v.subject) for v in chosen]
    held = {v.subject for v in chosen if v.kind == "hold"}
    other = {v.subject for v in chosen if v.kind in ("commit", "reward")}
    return len(set(topics)) == len(topics) and not held & other


def applied(
    case: Case, graph: ConflictGraph, chosen: Sequence[Intervention]
) -> ConflictGraph | None:
    """Return the graph of the model under some interventions; None where they cannot be made.

    They cannot where what is held contradicts a rule, or makes today's state infeasible. Of two
    rewards to one party the first named stands higher.
    """
    settings = graph.settings
    for intervention in chosen:
        settings = intervention.settings.over(settings)
    try:
        after = build_graph(case, graph.model, settings)
    except UsageError:
        return None
    return rewarded(after, [v for v in chosen if v.kind == "reward"])


def rewarded(graph: ConflictGraph, rewards: Sequence[Intervention]) -> ConflictGraph:
    """Return a graph whose parties want what they are rewarded for; the first named stands higher."""
    for reward in reversed(rewards):
        graph = _with_statement(graph, reward)
    return graph


def _with_statement(graph: ConflictGraph, reward: Intervention) -> ConflictGraph:
    """Return the graph with one statement more in the order of the option's owner."""
    i = graph.decider(reward.subject.partition(".")[0])
    levels = levels_of(graph.orders[i])
    at = next((n for n, level in enumerate(levels) if level == reward.position - 1), len(levels))
    option: Formula = Name(reward.subject)
    want = option if reward.value == "yes" else negate(option)
    order = (*graph.orders[i][:at], Statement(want=want), *graph.orders[i][at:])
    truth = np.insert(graph.truth[i], at, graph.truths.of(want), axis=0)
    ranks = graph.ranks.copy()
    ranks[i] = lexicographic(truth, graph.feasible, levels_of(order))
    return replace(
        graph,
        orders=(*graph.orders[:i], order, *graph.orders[i + 1 :]),
        ranks=ranks,
    )
