"""One type for what is not known exactly, and draws of it that do not depend on one another.

A quantity has a name. Its draw in run number i follows from the seed, the name and i alone: not
from the order in which quantities are drawn, from what else is drawn, or from who draws it.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from detente.case.fields import Estimate
from detente.kernels.triangles import triangular

__all__ = ["Draws", "Sure", "Triangular", "Uncertain", "Uniform", "uncertain"]

Numbers = NDArray[np.float64]


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
        return triangular(u, self.low, self.best, self.high)


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
