"""How demanding conditions are: the share of all rankings of the states that meet them.

Every condition compares the target with another state, so only the set of states below the target
matters. By symmetry each set of d among m states is that set in d! (m - d)! of (m + 1)! strict
rankings; what remains is to count the sets that meet the conditions, by size, and that is done by
splitting the formula into parts without a state in common. The (n!) rankings are never listed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import factorial, log, sqrt

import numpy as np

from detente.kernels.counting import TooManyCases, counts_by_size
from detente.kernels.rankings import strict_share, weak_share
from detente.stability.inverse.conditions import Conditions

__all__ = ["MOST_CASES", "MOST_TIED", "Share", "share_of"]

MOST_CASES = 2000
"""The most case distinctions of an exact count; beyond, the share is estimated by sampling."""
MOST_TIED = 250
"""The most states for which rankings with ties are counted."""
SAMPLES = 4000
CONFIDENCE = 0.99


@dataclass(frozen=True)
class Share:
    """The share of the strict rankings of `states` states that meet some conditions.

    `error` is None where `share` is exact. Otherwise the share is an estimate from random rankings,
    and with 99 % confidence (Hoeffding's bound) it is off by `error` at most. `tied` is the share
    among rankings with ties, exact; None where it was not counted.
    """

    share: Fraction
    states: int
    error: float | None = None
    tied: Fraction | None = None

    @property
    def exact(self) -> bool:
        """Whether the share is counted and not estimated."""
        return self.error is None

    @property
    def rankings(self) -> int | None:
        """The number of strict rankings that meet the conditions; None for an estimate."""
        return int(self.share * factorial(self.states)) if self.exact else None


def share_of(conditions: Conditions, most: int = MOST_CASES) -> Share:
    """Return the share of rankings that meet some conditions, exact wherever that is feasible.

    In option form Nash, GMR and SEQ are always counted; elsewhere `most` case distinctions are
    allowed before the share is estimated from random rankings instead (with a fixed seed).

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> from detente.stability.game import game_of
    >>> from detente.stability.inverse.conditions import conditions_of
    >>> game = game_of(build_graph(open_case("syria-iraq-1975"), "main"))
    >>> [share_of(conditions_of(game, 1, 0, CONCEPTS[c])).rankings for c in ("nash", "seq")]
    [240, 384]
    """
    states = len(conditions.game.labels)
    try:
        counts = counts_by_size(conditions.clauses, most)
    except TooManyCases:
        return _estimate(conditions, states)
    tied = weak_share(counts, states - 1) if states <= MOST_TIED else None
    return Share(strict_share(counts), states, tied=tied)


def _estimate(conditions: Conditions, states: int) -> Share:
    """Draw rankings: in a random one the states below the target are drawn with one random chance."""
    rng = np.random.default_rng(0)
    met = sum(conditions.holds(rng.random(states) < rng.random()) for _ in range(SAMPLES))
    error = sqrt(log(2 / (1 - CONFIDENCE)) / (2 * SAMPLES))
    return Share(Fraction(met, SAMPLES), states, error)
