"""The probabilistic Condorcet election: how likely each option is to prevail over all others.

Every pair of options is a contest: each actor throws weight on the side that it likes better, and
the stronger side is the likelier winner. Three rules make one distribution of all contests.

Source: KTAB (KAPSARC 2017), whose formulas these are; numbers of its reference run are reproduced in
the tests for the half cubic vote with the incentive rule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from detente.bargaining.positions import Numbers, Positions
from detente.errors import TooLarge, UsageError

__all__ = [
    "PROPORTIONAL",
    "Contest",
    "Election",
    "PositionElection",
    "Rule",
    "Victory",
    "Vote",
    "closeness",
    "elect",
    "elect_position",
]

Vote = Literal["binary", "prop-bin", "prop", "prop-cbc", "cubic", "asym-prosp"]
Victory = Literal["linear", "square", "quartic", "octic", "binary"]
Rule = Literal["conditional", "markov-uniform", "markov-incentive"]

MOST_OPTIONS = 2_000
_LEAST = 1e-8
"""The strength of a coalition that nobody joins, and a difference of utility that is clear."""
_STAYS = 1e-10
_LOST = 1e-6
"""What is left of the chance of a side that is sure to lose: a product of chances needs it."""
_STILL = 1e-8
_STEPS = 10_000
_AHEAD = 0.1 / 2.1
"""A side that is 10 % stronger is ahead by this share of the strength of both."""


def _binary(gain: Numbers) -> Numbers:
    sign: Numbers = np.clip(gain / _LEAST, -1, 1)
    return sign


_VOTES: dict[str, Callable[[Numbers], Numbers]] = {
    "binary": _binary,
    "prop-bin": lambda gain: 0.8 * gain + 0.2 * _binary(gain),
    "prop": lambda gain: gain,
    "prop-cbc": lambda gain: (gain + gain**3) / 2,
    "cubic": lambda gain: gain**3,
    "asym-prosp": lambda gain: np.where(gain < 0, gain, 2 / 3 * gain),
}
_POWERS = {"linear": 1, "square": 2, "quartic": 4, "octic": 8}


@dataclass(frozen=True)
class Contest:
    """How a contest of two options is held.

    `vote` turns a difference of utility into effort. `asym-prosp` gives gains two thirds of the
    effort of losses; as coalitions count gains only here, its probabilities are those of `prop`
    (KTAB counts the gains of one side and the losses of the other, so that there the order of the
    options matters). `victory` turns the strength of two coalitions into a probability: their
    ratio, to the power of 1, 2, 4 or 8; or `binary`, where a tenth more strength wins, but for one
    chance in a million, and between that the chance is linear in the difference.
    """

    vote: Vote = "prop"
    victory: Victory = "linear"

    def __post_init__(self) -> None:
        for name, kind in (("vote", Vote), ("victory", Victory)):
            if getattr(self, name) not in get_args(kind):
                known = ", ".join(get_args(kind))
                raise UsageError(f"unknown {name}", found=getattr(self, name), expected=known)

    def coalitions(self, utilities: Numbers, weights: Numbers) -> Numbers:
        """Return the strength with which row wins against column; shape (options, options)."""
        strength = np.full((utilities.shape[1],) * 2, _LEAST)
        for row, weight in zip(utilities, weights, strict=True):
            gain = row[:, None] - row
            strength += weight * np.maximum(0, _VOTES[self.vote](gain))
        return strength

    def victories(self, strength: Numbers) -> Numbers:
        """Return the probability that row beats column; a half on the diagonal."""
        if self.victory == "binary":
            ahead = (strength - strength.T) / (strength + strength.T)
            chance: Numbers = np.clip(0.5 + ahead / _AHEAD / 2, _LOST, 1 - _LOST)
        else:
            ratio = (strength.T / strength) ** _POWERS[self.victory]
            chance = 1 / (1 + ratio)
        np.fill_diagonal(chance, 0.5)
        return chance


PROPORTIONAL = Contest()


@dataclass(frozen=True, eq=False)
class Election:
    """The probability of each option, the contests behind it, and whether iteration came to rest.

    `victories[i, j]` is the probability that option i beats option j.
    """

    chances: Numbers
    coalitions: Numbers
    victories: Numbers
    settled: bool = True

    @property
    def order(self) -> tuple[int, ...]:
        """The options, the likeliest first; equals in the order given."""
        return tuple(int(i) for i in np.argsort(-self.chances, kind="stable"))


def elect(
    utilities: ArrayLike,
    weights: ArrayLike,
    rule: Rule = "conditional",
    contest: Contest = PROPORTIONAL,
) -> Election:
    """Hold an election over options; `utilities` has shape (actors, options), on a scale of 0 to 1.

    The options may be anything that actors value: positions, divisions, the states of a model by
    rank. Raises `UsageError` for shapes that do not fit, numbers that are not finite, or weights
    that are below 0 or all 0; `TooLarge` beyond 2,000 options.

    >>> e = elect([[1, 0], [0, 1]], [3, 1])
    >>> e.chances.round(3).tolist(), e.order
    ([0.75, 0.25], (0, 1))
    """
    u, w = np.asarray(utilities, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    if u.ndim != 2 or w.shape != u.shape[:1] or not u.size:
        raise UsageError("utilities must be actors by options, with one weight for each actor")
    if not (np.isfinite(u).all() and np.isfinite(w).all() and (w >= 0).all() and w.any()):
        raise UsageError("utilities must be finite, and weights 0 or more and not all 0")
    if u.shape[1] > MOST_OPTIONS:
        hint = f"at most {MOST_OPTIONS:,} can be compared pair by pair"
        raise TooLarge("too many options to elect one of", found=u.shape[1], hint=hint)
    strength = contest.coalitions(u, w)
    victories = contest.victories(strength)
    if rule not in get_args(Rule):
        raise UsageError("unknown rule", found=rule, expected=", ".join(get_args(Rule)))
    if rule == "conditional":
        return Election(_conditional(victories), strength, victories)
    transfers = _incentives(strength, victories) if rule == "markov-incentive" else None
    chances, settled = _markov(victories, transfers)
    return Election(chances, strength, victories, settled)


def _conditional(victories: Numbers) -> Numbers:
    """Return probabilities in proportion to the product of each row (by logarithms)."""
    logs = np.log(victories).sum(axis=1)
    products = np.exp(logs - logs.max())
    chances: Numbers = products / products.sum()
    return chances


def _incentives(strength: Numbers, victories: Numbers) -> Numbers:
    """Return how often each option (row) challenges each holder (column); columns add up to 1."""
    urge = strength * victories
    np.fill_diagonal(urge, urge.diagonal() + _STAYS)
    challenge: Numbers = urge / urge.sum(axis=0)
    return challenge


def _markov(victories: Numbers, challenge: Numbers | None) -> tuple[Numbers, bool]:
    """Iterate p <- (p + q(p)) / 2 until q moves no probability by 1e-8."""
    count = len(victories)
    p: Numbers = np.full(count, 1 / count)
    for _ in range(_STEPS):
        if challenge is None:
            q = (victories * (p[:, None] + p)).sum(axis=1) / count
        else:
            met = p[:, None] * challenge.T
            q = (victories * (met + met.T)).sum(axis=1)
        moved = float(np.abs(q - p).max())
        p = (p + q) / 2
        if moved < _STILL:
            return p, True
    return p, False


@dataclass(frozen=True, eq=False)
class PositionElection:
    """An election over the distinct positions on an issue; `points` are in rising order."""

    points: Numbers
    election: Election

    @property
    def mean(self) -> float:
        """The mean of the positions, each by its chance."""
        return float(self.election.chances @ self.points)


def closeness(positions: Positions) -> tuple[Numbers, Numbers]:
    """Return the distinct positions, and how much each actor likes each: 1 minus the distance.

    The scale runs from the lowest to the highest position; the second array has shape
    (actors, points).

    >>> points, liked = closeness(Positions.of(["a", "b", "c", "d"], [0, 25, 100, 25]))
    >>> points.tolist(), liked[0].tolist()
    ([0.0, 25.0, 100.0], [1.0, 0.75, 0.0])
    """
    points = np.unique(positions.at)
    distance = np.abs(positions.at[:, None] - points)
    return points, 1 - distance / (float(distance.max()) or 1.0)


def elect_position(
    positions: Positions, rule: Rule = "markov-uniform", contest: Contest = PROPORTIONAL
) -> PositionElection:
    """Hold an election over the positions on an issue, each actor with its weight.

    A position that several actors hold stands once, with the weight of all of them behind it.

    >>> found = elect_position(Positions.of(["a", "b"], [0, 100], clout=[3, 1]), "conditional")
    >>> found.election.chances.round(3).tolist(), round(found.mean, 1)
    ([0.75, 0.25], 25.0)
    """
    points, utilities = closeness(positions)
    return PositionElection(points, elect(utilities, positions.weights, rule, contest))
