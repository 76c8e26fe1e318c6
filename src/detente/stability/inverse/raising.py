"""How far the target must rise in a ranking, all else left where it is.

For strict rankings this is the smallest change there is: it takes as many swaps of neighbours as
states that the target passes, and no other ranking that meets the conditions is nearer in swaps
(Kendall's distance). For let the highest state that has to come down stand k places above the
target: each of the k - 1 states between is either passed by the one that comes down or comes down
itself, so that k swaps are needed, and raising the target by k places meets every condition that
lowering some of these states meets. With ties a level counts as one place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from detente.errors import UsageError
from detente.stability.concept import Concept
from detente.stability.game import Game, Ranked
from detente.stability.inverse.conditions import Conditions, conditions_of
from detente.stability.inverse.reach import replies_of

__all__ = ["Rise", "Rises", "holds_for_all", "raised", "ranks_of", "rise_of", "rises_of"]

Ranks = NDArray[np.int64]


@dataclass(frozen=True)
class Rise:
    """How far a target must rise in one ranking: `levels` of it, past `passed` states now above.

    `place` is where it stands now, 1 being best, among `of` levels. No levels: it is met today.
    """

    actor: int
    levels: int
    passed: int
    place: int
    of: int


@dataclass(frozen=True)
class Rises:
    """How far a target must rise for everyone, and whether one decision maker can do it alone.

    `each` is what each decision maker needs while the others stay as they are. `total` is the
    smallest number of levels, in one ranking or in several, that was found to make the target an
    equilibrium; None where none was. No fewer than `at_least` levels do, so that equal to `total`
    it is the smallest. `alone` has the levels by which one decision maker alone makes the target
    an equilibrium, for each that can.
    """

    each: tuple[Rise, ...]
    total: int | None
    at_least: int
    alone: Mapping[int, int]

    @property
    def exact(self) -> bool:
        """Whether `total` is proven to be the smallest."""
        return self.total == self.at_least


def rise_of(conditions: Conditions) -> Rise:
    """Return the least rise of the target after which the conditions are met.

    Raises `UsageError` where the decision maker's preferences are not ranks.
    """
    ranks, target = ranks_of(conditions.game, conditions.actor), conditions.target
    start, top = int(ranks[target]), int(ranks.max())
    levels = bisect_left(range(start, top), True, key=lambda v: conditions.holds(ranks <= v))
    passed = int(((ranks > start) & (ranks <= start + levels)).sum())
    return Rise(conditions.actor, levels, passed, top - start + 1, top + 1)


def rises_of(game: Game, target: int, concept: Concept) -> Rises:
    """Return how far a target must rise in every ranking to be an equilibrium.

    For Nash, GMR and SMR the rankings do not depend on one another, so the answer is exact. Under
    sequential stability a rise makes moves to the target credible, which deters others as well: the
    total is an upper limit then, tried out, and the rises that the concept without credibility
    needs are a lower one. For SEQ no rise of the target does harm: a credible answer that is
    lost led on from the target, and the target itself deters. That is why `alone` can be searched
    by halves; for SSEQ every level is tried.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> from detente.stability.game import game_of
    >>> game = game_of(build_graph(open_case("syria-iraq-1975"), "main"))
    >>> found = rises_of(game, 1, CONCEPTS["nash"])
    >>> [r.levels for r in found.each], found.total, found.exact, dict(found.alone)
    ([3, 0], 3, True, {0: 3})
    """
    everyone = range(len(game.deciders))
    each = tuple(rise_of(conditions_of(game, target, i, concept)) for i in everyone)
    needy = [r.actor for r in each if r.levels]
    total = sum(r.levels for r in each)
    if replies_of(concept) != "improvements":
        alone = {i: each[i].levels for i in needy} if len(needy) == 1 else {}
        return Rises(each, total, total, alone)
    free = concept.at_best()
    least = sum(rise_of(conditions_of(game, target, i, free)).levels for i in everyone)
    levels = {r.actor: r.levels for r in each}
    enough = _tried(game, target, concept, levels)
    found = {i: _alone(game, target, concept, each[i]) for i in everyone if needy}
    alone = {i: k for i, k in found.items() if k is not None}
    smallest = min([*alone.values(), *([total] if enough else [])], default=None)
    return Rises(each, smallest, least, alone)


def _alone(game: Game, target: int, concept: Concept, own: Rise) -> int | None:
    """Return the least rise in one ranking after which the target is an equilibrium, or None."""
    steps = range(own.levels, own.place)

    def enough(levels: int) -> bool:
        return _tried(game, target, concept, {own.actor: levels})

    if concept.countermoves:
        return next((k for k in steps if enough(k)), None)
    k = bisect_left(steps, True, key=enough)
    return steps[k] if k < len(steps) else None


def _tried(game: Game, target: int, concept: Concept, levels: Mapping[int, int]) -> bool:
    relations = [
        Ranked(raised(ranks_of(game, i), target, levels[i])) if levels.get(i) else relation
        for i, relation in enumerate(game.relations)
    ]
    return holds_for_all(replace(game, relations=tuple(relations)), target, concept)


def holds_for_all(game: Game, target: int, concept: Concept) -> bool:
    """Return whether a state is an equilibrium, looking at no other state."""
    return all(
        conditions_of(game, target, i, concept).holds(relation.deters(target))
        for i, relation in enumerate(game.relations)
    )


def raised(ranks: Ranks, target: int, levels: int) -> Ranks:
    """Return ranks with the target put just above so many levels more, nothing else moved.

    >>> raised(np.array([0, 1, 2]), 0, 1).tolist()
    [1, 0, 2]
    """
    doubled = 2 * _dense(ranks)
    if levels:
        doubled[target] += 2 * levels + 1
    return _dense(doubled)


def ranks_of(game: Game, actor: int) -> Ranks:
    """Return the ranks of a decision maker, 0 being worst and no number left out.

    Raises `UsageError` where its preferences are not ranks.
    """
    relation = game.relations[actor]
    if not isinstance(relation, Ranked):
        raise UsageError(
            "a smallest change is defined for ranked preferences only",
            found=f"{game.deciders[actor]}: {type(relation).__name__}",
            hint="ask for the conditions alone",
        )
    return _dense(relation.ranks)


def _dense(ranks: Sequence[int] | Ranks) -> Ranks:
    return np.unique(np.asarray(ranks), return_inverse=True)[1].astype(np.int64)
