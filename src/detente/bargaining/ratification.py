"""Ratification: which agreements the factions inside a state let pass, who is pivotal, how likely.

Source: Putnam (1988) for win-sets, Tsebelis (2002) for vetoes; read from the project's notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from detente.bargaining.condorcet import PROPORTIONAL, Contest, Election, Rule, elect
from detente.bargaining.positions import Numbers
from detente.bargaining.zone import Zone
from detente.errors import TooLarge, UsageError

__all__ = ["Chamber", "leader_prefers"]

Truths = NDArray[np.bool_]

_ROUNDING = 1e-12
MOST_FACTIONS = 16


@dataclass(frozen=True)
class Chamber:
    """Factions that ratify together: their weights, a quota, and who has a veto.

    An agreement passes if the factions for it hold more than `quota` of all weight and every
    faction with a veto is among them. Weights are 0 or more; a quota of 0.5 is a majority, and
    a quota of 1 asks for everybody.
    """

    factions: tuple[str, ...]
    weights: tuple[float, ...]
    quota: float = 0.5
    vetoes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.factions or len(set(self.factions)) < len(self.factions):
            raise UsageError("a chamber names each faction once, and one at least")
        if len(self.weights) != len(self.factions):
            raise UsageError("one weight is needed for each faction", found=len(self.weights))
        if not all(np.isfinite(w) and w >= 0 for w in self.weights) or not any(self.weights):
            raise UsageError("weights are 0 or more, and not all 0", found=list(self.weights))
        if not 0 <= self.quota <= 1:
            raise UsageError(
                "a quota is a share of all weight", found=self.quota, expected="0 to 1"
            )
        for name in self.vetoes:
            if name not in self.factions:
                raise UsageError("a veto of no faction", found=name, hint=", ".join(self.factions))

    def passes(self, votes: ArrayLike) -> Truths:
        """Return whether votes win; shape (factions, …) becomes (…).

        >>> Chamber(("a", "b"), (2, 1)).passes([[1, 0], [0, 1]]).tolist()
        [True, False]
        """
        ayes = np.asarray(votes, dtype=bool)
        total = sum(self.weights)
        weight = np.tensordot(np.array(self.weights, dtype=np.float64), ayes, axes=1)
        enough = weight > self.quota * total + _ROUNDING * total
        if self.quota == 1:
            enough = weight >= total - _ROUNDING * total
        held = [self.factions.index(v) for v in self.vetoes]
        passed: Truths = enough & ayes[held].all(axis=0)
        return passed

    def win_set(self, utilities: ArrayLike, without: ArrayLike) -> Truths:
        """Return which outcomes pass; a faction votes for what is no worse than no agreement.

        `utilities` has shape (factions, outcomes), higher is better; only the order counts.
        `without` is what each faction holds no agreement to be worth.

        >>> Chamber(("a", "b", "c"), (1, 1, 1)).win_set([[2, 0], [2, 0], [0, 2]], [1, 1, 1]).tolist()
        [True, False]
        """
        return self.passes(np.asarray(utilities) >= np.asarray(without)[:, None])

    def line_win_set(self, ideals: ArrayLike, today: float) -> Zone:
        """Return the points of a line that pass against what stays today; today's is one of them.

        Each faction prefers what lies nearer to its ideal, so that it accepts all points between
        today's and as far on the other side of its ideal.

        >>> Chamber(("a", "b", "c"), (1, 1, 1)).line_win_set([10, 40, 90], today=0)
        Zone(low=0.0, high=80.0)
        """
        mirrored = 2 * np.asarray(ideals, dtype=np.float64) - today
        if mirrored.shape != (len(self.factions),):
            raise UsageError("one ideal is needed for each faction", found=mirrored.shape)
        ends = np.array([*mirrored, today])
        votes = (np.minimum(mirrored, today)[:, None] <= ends) & (
            ends <= np.maximum(mirrored, today)[:, None]
        )
        passed = ends[self.passes(votes)]
        return Zone(float(min(today, *passed)), float(max(today, *passed)))

    def pivotal(self, votes: ArrayLike) -> tuple[str, ...]:
        """Return the factions that could turn the result by turning their own vote.

        >>> Chamber(("a", "b", "c"), (2, 1, 1)).pivotal([1, 0, 1])
        ('a', 'c')
        """
        ayes = np.asarray(votes, dtype=bool)
        turned = ayes[:, None] ^ np.eye(len(self.factions), dtype=bool)
        return tuple(
            f
            for f, other in zip(self.factions, self.passes(turned), strict=True)
            if other != self.passes(ayes)
        )

    def chance(self, ideals: ArrayLike, today: ArrayLike, point: float) -> float:
        """Return the share of draws in which a point of a line passes.

        `ideals` has shape (draws, factions), `today` (draws,) or one number.

        >>> Chamber(("a",), (1,)).chance([[10], [40]], 0, 50)
        0.5
        """
        at = np.asarray(ideals, dtype=np.float64)
        stays = np.broadcast_to(np.asarray(today, dtype=np.float64), at.shape[:1])
        votes = np.abs(point - at) <= np.abs(stays[:, None] - at)
        return float(self.passes(votes.T).mean())

    def smallest_winning(self) -> Iterator[tuple[str, ...]]:
        """Yield the coalitions that win and of which every member is needed, the smaller first.

        Raises `TooLarge` for more than 16 factions.

        >>> list(Chamber(("a", "b", "c"), (2, 1, 1), vetoes=("b",)).smallest_winning())
        [('a', 'b')]
        """
        count = len(self.factions)
        if count > MOST_FACTIONS:
            raise TooLarge("too many factions to list coalitions of", found=count)
        found: list[frozenset[int]] = []
        for size in range(count + 1):
            for members in combinations(range(count), size):
                if any(f <= set(members) for f in found):
                    continue
                if self.passes(np.isin(np.arange(count), members)):
                    found.append(frozenset(members))
                    yield tuple(self.factions[m] for m in members)


def leader_prefers(
    chamber: Chamber,
    utilities: ArrayLike,
    rule: Rule = "conditional",
    contest: Contest = PROPORTIONAL,
) -> Election:
    """Return how a leader ranks outcomes who follows the balance of the factions.

    That is a probabilistic Condorcet election among the factions (`utilities`: factions by
    outcomes, 0 to 1), whose `order` is the ranking; vetoes and quota do not enter it.

    >>> leader_prefers(Chamber(("a", "b"), (3, 1)), [[0, 1, 0.5], [1, 0, 0.6]]).order
    (1, 2, 0)
    """
    weights: Numbers = np.array(chamber.weights, dtype=np.float64)
    return elect(utilities, weights, rule, contest)
