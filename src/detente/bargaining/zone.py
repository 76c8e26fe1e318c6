"""Zones of agreement: what suits everybody, and which of the possible divisions lie in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from detente.errors import UsageError

__all__ = ["Zone", "bargaining_range", "common", "divisions_in", "mutual", "within_reach"]


@dataclass(frozen=True)
class Zone:
    """The points of a line from `low` to `high`, both included; none where low is above high."""

    low: float
    high: float

    @property
    def empty(self) -> bool:
        """Whether no point lies in it."""
        return self.low > self.high

    @property
    def gap(self) -> float:
        """By how much the two sides miss each other; 0 if they meet."""
        return max(0.0, self.low - self.high)

    def __contains__(self, point: float) -> bool:
        return self.low <= point <= self.high


def common(zones: Iterable[Zone]) -> Zone:
    """Return what lies in every zone.

    >>> common([Zone(0, 60), Zone(40, 100)])
    Zone(low=40, high=60)
    >>> common([Zone(0, 10), Zone(50, 100)]).gap
    40
    """
    every = tuple(zones)
    if not every:
        raise UsageError("no zone to take the common part of")
    return Zone(max(z.low for z in every), min(z.high for z in every))


def within_reach(ideal: float, reach: float) -> Zone:
    """Return the points that are no further from a position than `reach`.

    >>> within_reach(50, 20)
    Zone(low=30, high=70)
    """
    if reach < 0:
        raise UsageError("a reach is 0 or more", found=reach)
    return Zone(ideal - reach, ideal + reach)


def bargaining_range(power: float, cost: tuple[float, float]) -> Zone:
    """Return the divisions of 1 that both sides prefer to a fight, or like as much.

    The first side would win with probability `power`; a fight costs each side its `cost`, in the
    same unit. Source: Fearon (1995), by the project's notes.

    >>> bargaining_range(0.5, (0.25, 0.125))
    Zone(low=0.25, high=0.625)
    """
    if not 0 <= power <= 1 or min(cost) < 0:
        raise UsageError("power lies from 0 to 1 and costs are 0 or more", found=(power, *cost))
    return Zone(power - cost[0], power + cost[1])


def divisions_in(divisions: Mapping[str, float], zone: Zone) -> tuple[str, ...]:
    """Return the divisions that lie in a zone: of what cannot be split at will, there may be none.

    >>> islands = {"none": 0, "two small": 0.07, "half the area": 0.5, "three": 0.37, "four": 1}
    >>> divisions_in(islands, bargaining_range(0.2, (0.05, 0.1))), divisions_in(islands, Zone(0, 0.1))
    ((), ('none', 'two small'))
    """
    return tuple(name for name, share in divisions.items() if share in zone)


def mutual(values: ArrayLike, today: int, among: ArrayLike | None = None) -> tuple[int, ...]:
    """Return the outcomes that no party holds worse than that of today; today's own is left out.

    `values` has shape (parties, outcomes), higher is better; only the order counts, so ranks serve.
    `among` marks the outcomes that are asked about; all others are skipped.

    >>> mutual([[0, 1, 2], [0, 2, -1]], today=0)
    (1,)
    """
    table = np.asarray(values, dtype=np.float64)
    if table.ndim != 2 or not 0 <= today < table.shape[1]:
        raise UsageError("values are parties by outcomes, and today's is one of them", found=today)
    suits = np.asarray((table >= table[:, [today]]).all(axis=0))
    asked = np.ones(len(suits), dtype=bool) if among is None else np.asarray(among, dtype=bool)
    return tuple(int(k) for k in np.flatnonzero(suits & asked) if k != today)
