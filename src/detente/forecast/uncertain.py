"""One type for what is not known exactly, and draws of it that do not depend on one another.

A quantity has a name. Its draw in run number i follows from the seed, the name and i alone: not
from the order in which quantities are drawn, from what else is drawn, or from who draws it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from detente.case.fields import Estimate
from detente.errors import UsageError

__all__ = ["Draws", "Sure", "Triangular", "Uncertain", "Uniform", "drawn_weights", "uncertain"]

Numbers = NDArray[np.float64]
T = TypeVar("T")


class Uncertain(Protocol):
    """A number that is not known exactly: a distribution, given by its quantiles."""

    def at(self, u: Numbers) -> Numbers:
        """Return the quantiles at `u`, numbers from 0 to 1, of any shape."""


@dataclass(frozen=True)
class Sure:
    """A number that is known."""

    value: float

    def at(self, u: Numbers) -> Numbers:
        """Return the number, in the shape of `u`."""
        return np.full_like(u, self.value, dtype=np.float64)


@dataclass(frozen=True)
class Uniform:
    """Any number of a range, each as likely as another.

    >>> Uniform(20, 45).at(np.array([0.0, 0.5])).tolist()
    [20.0, 32.5]
    """

    low: float
    high: float

    def at(self, u: Numbers) -> Numbers:
        """Return quantiles."""
        return self.low + (self.high - self.low) * u


@dataclass(frozen=True)
class Triangular:
    """Three points: a density that rises from the lowest to the best and falls to the highest.

    >>> Triangular(0, 1, 4).at(np.array([0.0, 0.25, 1.0])).tolist()
    [0.0, 1.0, 4.0]
    """

    low: float
    best: float
    high: float

    def at(self, u: Numbers) -> Numbers:
        """Return quantiles; lowest and highest must differ."""
        span, left, right = self.high - self.low, self.best - self.low, self.high - self.best
        rising = self.low + np.sqrt(u * span * left)
        falling = self.high - np.sqrt((1 - u) * span * right)
        return np.where(u * span < left, rising, falling)


def uncertain(estimate: Estimate) -> Uncertain:
    """Return the distribution of an estimate, in the estimate's own unit.

    A range and a word of likelihood are uniform (a word over its band), three points triangular.
    Three points whose best is the middle are read as a range: an estimate does not tell them apart.

    >>> uncertain(Estimate.read("unlikely"))
    Uniform(low=20.0, high=45.0)
    """
    if estimate.low == estimate.high:
        return Sure(estimate.low)
    if estimate.best == estimate.middle:
        return Uniform(estimate.low, estimate.high)
    return Triangular(estimate.low, estimate.best, estimate.high)


@dataclass(frozen=True)
class Draws:
    """Draws of named quantities (numpy's PCG64, seeded by a `SeedSequence` for each name).

    A name is hashed (SHA-256) into the spawn key of its sequence; run i takes number i of it.

    >>> d = Draws(7)
    >>> bool((d.shares("rate", 10)[4:] == d.shares("rate", 6, first=4)).all())
    True
    """

    seed: int

    def shares(self, name: str, count: int, first: int = 0) -> Numbers:
        """Return numbers from 0 to 1 (1 excluded) for runs `first` to `first + count - 1`."""
        digest = sha256(name.encode()).digest()
        key = tuple(int.from_bytes(digest[i : i + 4], "big") for i in range(0, 32, 4))
        bits = np.random.PCG64(np.random.SeedSequence(self.seed, spawn_key=key))
        bits.advance(first)  # a number takes one step of the generator
        return np.random.Generator(bits).random(count)

    def of(self, name: str, what: Uncertain, count: int, first: int = 0) -> Numbers:
        """Return draws of an uncertain number."""
        return what.at(self.shares(name, count, first))

    def choices(
        self, name: str, weights: Mapping[str, Estimate | None], count: int, first: int = 0
    ) -> list[str]:
        """Return one of several readings for each run, by weights that are drawn themselves.

        >>> Draws(0).choices("jp", {"keen": Estimate.read("70"), "wary": Estimate.read("30")}, 3)
        ['keen', 'keen', 'wary']
        """
        bounds = drawn_weights(self, name, weights, count, first).cumsum(axis=1)
        places = (self.shares(name, count, first)[:, None] >= bounds).sum(axis=1)
        names = list(weights)
        return [names[min(p, len(names) - 1)] for p in places]

    def orders(
        self, name: str, items: Sequence[T], unsure: Sequence[bool], run: int
    ) -> tuple[T, ...]:
        """Return an order in one run: each unsure item may have changed places with a neighbour.

        From the top, an item marked unsure stays, or changes places with the one before it or the
        one behind it, each a third; at an end, each a half. These are the exchanges that
        `detente rank` tries one at a time.
        """
        order = list(items)
        for place in np.flatnonzero(unsure).tolist():
            partners = [p for p in (place - 1, place, place + 1) if 0 <= p < len(order)]
            u = float(self.shares(f"{name}/{place}", 1, run)[0])
            other = partners[int(u * len(partners))]
            order[place], order[other] = order[other], order[place]
        return tuple(order)


def drawn_weights(
    draws: Draws, name: str, weights: Mapping[str, Estimate | None], count: int, first: int = 0
) -> Numbers:
    """Return weights that add up to 1 in each run, shape (count, readings).

    A weight that is a range or a word is drawn; then all are divided by their sum. What has no
    weight is not drawn; where nothing has one, the first counts alone. Raises `UsageError` for a
    weight below 0, and where all are 0.
    """
    if not weights:
        raise UsageError("nothing to choose from", expected="at least one reading")
    if any(w is not None and w.low < 0 for w in weights.values()):
        raise UsageError("a weight is below 0", found=name)
    if not any(w is not None for w in weights.values()):
        return np.tile(np.eye(1, len(weights)), (count, 1))
    columns = [
        draws.of(f"{name}/weight/{k}", uncertain(w), count, first) if w else np.zeros(count)
        for k, w in weights.items()
    ]
    table = np.stack(columns, axis=1)
    total = table.sum(axis=1, keepdims=True)
    if not total.all():
        raise UsageError("every weight is 0", found=name)
    share: Numbers = table / total
    return share
