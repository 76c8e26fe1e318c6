"""The inverse question in one place: for a target, what each party would have to want, or others do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod

import numpy as np

from detente.case import Case, Formula
from detente.errors import UsageError
from detente.stability import CONCEPTS
from detente.stability.coalition_definitions import CoalitionConcept
from detente.stability.concept import Concept
from detente.stability.game import game_of
from detente.stability.graph import ConflictGraph, State
from detente.stability.graph_form import GraphForm, NamedState
from detente.stability.inverse.mediation import Mediations, mediate
from detente.stability.inverse.nearest import Nearest, nearest, where_of
from detente.stability.inverse.parts import Part, parts_of
from detente.stability.inverse.raising import Rises, rises_of
from detente.stability.inverse.reach import AnyConcept
from detente.stability.inverse.reordering import Shifted, fewest_swaps, shifts

__all__ = ["Inverse", "inverse", "inverse_in"]


@dataclass(frozen=True)
class Inverse:
    """The answer for one target: the state that is nearest, and what would make it hold.

    `parts`, `rises` and each part's `swaps` are about the nearest target state; `shifts` and
    `mediations` about all target states. For a coalition `rises` is None, since one member whose
    ranking changes is enough, and `mediations` is None where it was not asked for.
    """

    target: Formula | State
    concept: AnyConcept
    group: tuple[str, ...]
    nearest: Nearest
    parts: tuple[Part, ...]
    rises: Rises | None
    shifts: tuple[Shifted, ...]
    mediations: Mediations | None

    @property
    def together(self) -> Fraction | None:
        """The share of all rankings of all parties that make the target an equilibrium.

        The product, since no party's conditions depend on another one's ranking; None where they
        do, where some share is an estimate, or where only some parties were asked about.
        """
        everyone = len(self.parts) == len(self.parts[0].conditions.game.deciders)
        if not everyone or any(p.conditions.coupled or not p.share.exact for p in self.parts):
            return None
        return prod((p.share.share for p in self.parts), start=Fraction(1))


def inverse(
    case: Case,
    graph: ConflictGraph,
    target: str | Formula | State,
    concept: AnyConcept,
    *,
    actors: Sequence[str] = (),
    group: Sequence[str] = (),
    at_most: int = 2,
    seconds: float | None = None,
) -> Inverse:
    """Return what would have to be wanted, or be done by outsiders, for a target to hold.

    `group` are the members where the concept is one of coalition stability; the nearest target
    state is then chosen by the individual concept that it generalises. `at_most` interventions of
    outsiders are tried together, none for 0; `seconds` limits that search. Raises `UsageError`
    where no feasible state meets the target or the concept is not a threshold, `TooLarge` for
    more states than a game in graph form takes, `UnknownName` for a party that is not there.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> case = open_case("japan-russia")
    >>> found = inverse(case, build_graph(case, "2016-12"), "two_islands", CONCEPTS["nash"])
    >>> found.nearest.blocked, [p.share.share for p in found.parts]
    (('ru',), [Fraction(1, 32), Fraction(1, 24), Fraction(1, 4)])
    """
    target = target if isinstance(target, State) else graph.formula(target)
    alone = concept if isinstance(concept, Concept) else CONCEPTS[concept.individual]
    places = _places(graph, concept, group)
    near = nearest(graph, target, alone)
    game = game_of(graph)
    at = int(np.searchsorted(game.numbers(), near.state.code))
    asked = [graph.decider(a) for a in actors]
    parts = [_in_options(graph, p) for p in parts_of(game, at, concept, asked, places)]
    single = isinstance(concept, Concept)
    return Inverse(
        target=target,
        concept=concept,
        group=tuple(graph.deciders[i] for i in places),
        nearest=near,
        parts=tuple(parts),
        rises=rises_of(game, at, concept) if isinstance(concept, Concept) else None,
        shifts=tuple(_shifts(graph, target, alone)) if single and not near.held else (),
        mediations=mediate(case, graph, target, alone, at_most=at_most, seconds=seconds)
        if single and at_most
        else None,
    )


def inverse_in(
    form: GraphForm,
    state: NamedState,
    concept: AnyConcept,
    *,
    actors: Sequence[str] = (),
    group: Sequence[str] = (),
) -> Inverse:
    """Return what would have to be wanted for a state of a model in graph form to hold.

    There are no statements to move and no options to intervene in. Raises as `inverse`.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS
    >>> from detente.stability.graph_form import graph_form
    >>> form = graph_form(open_case("elmira-1991"), "literature")
    >>> found = inverse_in(form, form.find(["s4"]), CONCEPTS["seq"])
    >>> found.nearest.blocked, found.rises.total, found.rises.exact
    (('lg',), 2, False)
    """
    places = _places(form, concept, group)
    asked = [form.decider(a) for a in actors]
    alone = concept if isinstance(concept, Concept) else CONCEPTS[concept.individual]
    parts = parts_of(form.game, state.code, concept, asked, places)
    rises = rises_of(form.game, state.code, alone)
    blocked = tuple(form.deciders[r.actor] for r in rises.each if r.levels)
    return Inverse(
        target=state,
        concept=concept,
        group=tuple(form.deciders[i] for i in places),
        nearest=Nearest(state, 1, blocked, {}, int(not blocked)),
        parts=parts,
        rises=rises if isinstance(concept, Concept) else None,
        shifts=(),
        mediations=None,
    )


def _places(
    graph: ConflictGraph | GraphForm, concept: AnyConcept, group: Sequence[str]
) -> list[int]:
    coalition = isinstance(concept, CoalitionConcept)
    if coalition != bool(group):
        raise UsageError(
            "a coalition and a concept of coalition stability go together",
            found=f"{concept.key}, and {'a' if group else 'no'} coalition",
            expected="cnash, cgmr, csmr or cseq with a coalition; another concept without",
        )
    return sorted({graph.decider(a) for a in group})


def _in_options(graph: ConflictGraph, part: Part) -> Part:
    swaps = fewest_swaps(graph, part.conditions)
    return replace(part, swaps=swaps)


def _shifts(graph: ConflictGraph, target: Formula | State, concept: Concept) -> Iterator[Shifted]:
    """Return the moves of one level, each level up or down by the fewest places, nearest first."""
    where = where_of(graph, target)
    least: dict[tuple[str, int, bool], Shifted] = {}
    for move in sorted(shifts(graph, where, concept), key=lambda m: m.places):
        least.setdefault((move.actor, move.start, move.end > move.start), move)
    yield from least.values()
