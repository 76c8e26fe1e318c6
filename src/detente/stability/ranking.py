"""Which equilibrium: an order that says its criteria, and what can be said without one.

No criterion is weighed against another: equilibria are sorted by the first criterion, ties by the
next, and so on (lexicographically), and what is left tied shares a place. `undominated` is what can be
said without any order of the criteria: no other equilibrium is as good by every criterion and better
by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from detente.stability.concept import Concept
from detente.stability.graph import ConflictGraph, State, resolve
from detente.stability.standing import Standing, standings_of

__all__ = ["CRITERIA", "Criterion", "Placed", "Ranking", "rank_equilibria"]


@dataclass(frozen=True)
class Criterion:
    """One criterion: what it asks, and how good a standing is by it; more is better."""

    key: str
    meaning: str
    score: Callable[[Standing], float]


def _nearness(standing: Standing) -> int:
    """Return 2 within reach of improvements, 1 of moves only, 0 if neither leads there."""
    return (standing.moves is not None) + (standing.improvements is not None)


def _slack(standing: Standing) -> float:
    found = [m.ranks for m in standing.margins if m.ranks is not None]
    return min(found, default=float("inf"))


_ALL = [
    Criterion(
        "concepts",
        "Holds under more of the stability concepts asked for: a stronger concept implies weaker ones.",
        lambda s: len(s.concepts),
    ),
    Criterion(
        "coalitions",
        "No coalition of any size can bring about a state that all of it prefer.",
        lambda s: not s.upset,
    ),
    Criterion(
        "reach",
        "Led to from today by moves that each mover gains from; failing that, by any moves.",
        _nearness,
    ),
    Criterion(
        "unsure",
        "Keeps every concept in each swap of a priority marked `unsure` with a neighbour of it.",
        lambda s: not s.unsure.unsettled,
    ),
    Criterion(
        "edits",
        "Keeps every concept after more of the single edits of priorities: swaps, reversals, deletions.",
        lambda s: s.edits.kept,
    ),
    Criterion(
        "margin",
        "The party nearest to leaving prefers to stay by more ranks, under the strongest concepts held.",
        _slack,
    ),
]

CRITERIA: Mapping[str, Criterion] = MappingProxyType({c.key: c for c in _ALL})
"""The criteria, by key, in the order in which they are used unless another is asked for."""


@dataclass(frozen=True)
class Placed:
    """An equilibrium in its place, from 1; ties share a place."""

    place: int
    standing: Standing
    undominated: bool


@dataclass(frozen=True)
class Ranking:
    """The equilibria of one model, best first by some criteria, under some concepts."""

    concepts: tuple[str, ...]
    criteria: tuple[str, ...]
    placed: tuple[Placed, ...]


def rank_equilibria(
    graph: ConflictGraph, concepts: Sequence[Concept], by: Sequence[str] = ()
) -> Ranking:
    """Rank every state that is an equilibrium under at least one concept.

    `by` names the criteria in the order in which they count; all, in the order of `CRITERIA`, if it is
    left out. Raises `UnknownName` for an unknown criterion, and what `standings_of` raises.

    >>> from detente.case import open_case
    >>> from detente.stability import CLASSICAL, build_graph
    >>> graph = build_graph(open_case("elmira-1991"), "main")
    >>> found = rank_equilibria(graph, list(CLASSICAL.values()), ["reach", "concepts"])
    >>> [(p.place, p.standing.outcomes[0]) for p in found.placed[:3]]
    [(1, 's5'), (2, 's1'), (3, 's9')]
    """
    criteria = tuple(resolve("criterion", k, CRITERIA) for k in by) or tuple(CRITERIA)
    standings = standings_of(graph, concepts)
    best, placed = _undominated(standings), list[Placed]()

    def worth(standing: Standing) -> tuple[float, ...]:
        return tuple(-CRITERIA[k].score(standing) for k in criteria)

    for n, standing in enumerate(sorted(standings, key=lambda s: (worth(s), s.state)), 1):
        tied = bool(placed) and worth(placed[-1].standing) == worth(standing)
        place = placed[-1].place if tied else n
        placed.append(Placed(place, standing, standing.state in best))
    return Ranking(tuple(c.key for c in concepts), criteria, tuple(placed))


def _undominated(standings: Sequence[Standing]) -> set[State]:
    """Return the states that no other is as good as by every criterion, and better by one.

    Concepts count as sets here: holding under SMR is neither better nor worse than under SEQ.
    """
    scores = [c.score for c in CRITERIA.values() if c.key != "concepts"]
    keys = sorted({k for s in standings for k in s.concepts})
    every = np.array(
        [[*(f(s) for f in scores), *(k in s.concepts for k in keys)] for s in standings],
        dtype=float,
    )
    return {
        s.state
        for s, own in zip(standings, every, strict=True)
        if not ((every >= own).all(axis=1) & (every > own).any(axis=1)).any()
    }
