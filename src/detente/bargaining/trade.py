"""Exchange across issues: I give way where it matters more to you, you where it matters more to me.

Source: the exchange model of Stokman & van Oosten (1994), in the reading of the project's notes,
not checked against the paper: exchanges at equal gain, in the order of gain, at current positions;
each actor moves at most once on an issue in a round; then positions follow part of the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from detente.bargaining.positions import Numbers
from detente.errors import UsageError

__all__ = ["Deal", "Round", "Table", "trade"]

_LEAST = 1e-9
"""A gain that is less counts as none."""


@dataclass(frozen=True, eq=False)
class Table:
    """Positions, salience (0 to 1) and clout by actor and issue; each has shape (actors, issues)."""

    at: Numbers
    salience: Numbers
    clout: Numbers

    @classmethod
    def of(cls, at: ArrayLike, salience: ArrayLike, clout: ArrayLike = 1.0) -> Table:
        """Return a checked table; raises `UsageError` for numbers that do not fit."""
        raw = [np.asarray(a, dtype=np.float64) for a in (at, salience, clout)]
        if raw[0].ndim != 2 or raw[1].shape != raw[0].shape:
            raise UsageError("positions and salience are actors by issues", found=raw[0].shape)
        found = cls(raw[0], raw[1], np.array(np.broadcast_to(raw[2], raw[0].shape)))
        if not np.isfinite(np.stack([found.at, found.salience, found.clout])).all():
            raise UsageError("positions, salience and clout are finite numbers")
        if (found.salience < 0).any() or (found.salience > 1).any() or (found.clout < 0).any():
            raise UsageError("salience lies from 0 to 1, and clout is 0 or more")
        if not (found.weights.sum(axis=0) > 0).all():
            raise UsageError("nobody has any weight on one of the issues")
        return found

    @property
    def weights(self) -> Numbers:
        """Clout times salience."""
        return self.clout * self.salience

    def outcomes(self, at: Numbers) -> Numbers:
        """Return the compromise on each issue at given positions."""
        mean: Numbers = (self.weights * at).sum(axis=0) / self.weights.sum(axis=0)
        return mean


@dataclass(frozen=True, eq=False)
class Deal:
    """One exchange: `second` gives way on issue `won`, `first` on issue `given`.

    Both gain `gain`; `effects` is what each actor gains or loses (the two partners included).
    """

    first: int
    second: int
    won: int
    given: int
    gain: float
    effects: Numbers


@dataclass(frozen=True, eq=False)
class Round:
    """The exchanges of one round, and the outcome on each issue before and after them."""

    deals: tuple[Deal, ...]
    before: Numbers
    after: Numbers


def trade(table: Table, rounds: int = 1) -> tuple[Round, ...]:
    """Exchange until a round brings no deal, or for so many rounds.

    Between rounds a position x moves to (1 - a) x + a y, with y what was supported in the round
    and a = 0.4 (1 - salience) + 0.1.

    >>> keen = Table.of([[0, 0], [100, 100]], [[0.9, 0.1], [0.1, 0.9]])
    >>> (only,) = trade(keen)
    >>> only.before.tolist(), [round(float(x), 1) for x in only.after], round(only.deals[0].gain, 2)
    ([10.0, 90.0], [0.0, 100.0], 8.0)
    """
    if rounds < 1:
        raise UsageError("an exchange needs at least one round", found=rounds)
    at, held = table.at, []
    follow = 0.4 * (1 - table.salience) + 0.1
    for _ in range(rounds):
        deals, voted = _round(table, at)
        held.append(Round(deals, table.outcomes(at), table.outcomes(voted)))
        if not deals:
            break
        at = (1 - follow) * at + follow * voted
    return tuple(held)


def _round(table: Table, at: Numbers) -> tuple[tuple[Deal, ...], Numbers]:
    voted, free = at.copy(), np.ones(at.shape, dtype=bool)
    deals: list[Deal] = []
    while (found := _best(table, voted, free)) is not None:
        (i, j, p, q), gain, (shift_p, shift_q) = found
        before = table.outcomes(voted)
        total = table.weights.sum(axis=0)
        voted[j, p] += np.sign(voted[i, p] - voted[j, p]) * shift_p * total[p] / table.weights[j, p]
        voted[i, q] += np.sign(voted[j, q] - voted[i, q]) * shift_q * total[q] / table.weights[i, q]
        free[j, p] = free[i, q] = False
        nearer = np.abs(before - at) - np.abs(table.outcomes(voted) - at)
        deals.append(Deal(i, j, p, q, gain, (table.salience * nearer).sum(axis=1)))
    return tuple(deals), voted


def _best(
    table: Table, at: Numbers, free: NDArray[np.bool_]
) -> tuple[tuple[int, int, int, int], float, tuple[float, float]] | None:
    """Return the exchange that gains most, its gain, and the shifts of the two outcomes."""
    best: tuple[tuple[int, int, int, int], float, tuple[float, float]] | None = None
    outcomes = table.outcomes(at)
    for p, q in permutations(range(at.shape[1]), 2):
        gains, shift_p, shift_q = _offers(table, at, outcomes, free, p, q)
        i, j = (int(k) for k in np.unravel_index(int(gains.argmax()), gains.shape))
        if gains[i, j] > max(_LEAST, best[1] + _LEAST if best else 0.0):
            shifts = float(shift_p[i, j]), float(shift_q[i, j])
            best = (i, j, p, q), float(gains[i, j]), shifts
    return best


def _offers(
    table: Table, at: Numbers, outcomes: Numbers, free: NDArray[np.bool_], p: int, q: int
) -> tuple[Numbers, Numbers, Numbers]:
    """Return for all pairs (i, j) the equal gain if j gives way on p and i on q, and the shifts."""
    share = table.weights / table.weights.sum(axis=0)
    s, side = table.salience, np.sign(at - outcomes)
    apart = (np.outer(side[:, p], side[:, p]) < 0) & (np.outer(side[:, q], side[:, q]) < 0)
    keener = np.outer(s[:, p], s[:, q]) > np.outer(s[:, q], s[:, p])
    possible = apart & keener & free[:, [q]] & free[:, p]
    most_p = np.minimum(  # j no further than to i, and the outcome no further than to i
        np.abs(at[:, [p]] - at[:, p]) * share[:, p], np.abs(outcomes[p] - at[:, [p]])
    )
    most_q = np.minimum(
        np.abs(at[:, [q]] - at[:, q]) * share[:, [q]], np.abs(outcomes[q] - at[:, q])
    )
    both_p, both_q = s[:, [p]] + s[:, p], s[:, [q]] + s[:, q]
    ratio = np.divide(both_q, both_p, out=np.ones_like(both_q), where=both_p > 0)
    shift_q = np.minimum(most_q, np.divide(most_p, ratio, out=most_q.copy(), where=ratio > 0))
    shift_p = ratio * shift_q
    gains: Numbers = np.where(possible, shift_p * s[:, [p]] - shift_q * s[:, [q]], 0.0)
    return gains, shift_p, shift_q
