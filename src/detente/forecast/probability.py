"""From a share of runs to a probability: shrunk to a base rate, with everything it was made from.

The number of runs says nothing about the world. A model's share counts as so many observed cases
(`worth`), the base rate as so many others (`strength`), and the probability is the mean of the
Beta distribution that holds both. More runs lower the Monte-Carlo error and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from detente.case.ledgers import Prior
from detente.errors import UsageError

__all__ = ["EVEN", "LEAST", "Base", "Probability", "base_of"]

LEAST, MOST = 0.01, 0.99


@dataclass(frozen=True)
class Base:
    """A base rate from 0 to 1 with its range, worth `strength` observed cases, and why."""

    low: float
    best: float
    high: float
    strength: float
    because: str = ""
    named: bool = True


EVEN = Base(0.5, 0.5, 0.5, 2.0, "no base rate is named, so one yes and one no are supposed", False)
"""The base rate of a question that names none: Laplace's rule of succession."""


def base_of(prior: Prior | None) -> Base:
    """Return the base rate that a question names, or an even one of little strength.

    Raises `UsageError` for a likelihood that is not from 0 to 100 %.

    >>> base_of(None).strength
    2.0
    """
    if prior is None:
        return EVEN
    likely = prior.likelihood
    if likely.low < 0 or likely.high > 100:
        raise UsageError("a base rate is a percentage", found=str(likely), expected="0 to 100")
    low, best, high = (x / 100 for x in (likely.low, likely.best, likely.high))
    return Base(low, best, high, prior.strength, prior.because)


@dataclass(frozen=True)
class Probability:
    """What `hits` of `runs` make of a base rate.

    >>> p = Probability(0, 400, 20, Base(0.03, 0.055, 0.08, 10))
    >>> p.share, round(p.value, 4)
    (0.0, 0.0183)
    """

    hits: int
    runs: int
    worth: float
    base: Base

    def __post_init__(self) -> None:
        if not 0 <= self.hits <= self.runs or self.runs < 1:
            raise UsageError("this is no share of runs", found=f"{self.hits} of {self.runs}")

    @property
    def share(self) -> float:
        """The raw share of runs."""
        return self.hits / self.runs

    @property
    def error(self) -> float:
        """The Monte-Carlo error of the share.

        It is the standard deviation of Beta(hits + 1, misses + 1), which is not 0 where no run, or
        every run, is a hit.
        """
        a, b = self.hits + 1, self.runs - self.hits + 1
        return sqrt(a * b / (a + b + 1)) / (a + b)

    @property
    def value(self) -> float:
        """The probability, never below 1 nor above 99 %."""
        return self._shrunk(self.share, self.base.best)

    @property
    def low(self) -> float:
        """The probability at the lowest base rate, with a share two errors below."""
        return self._shrunk(max(self.share - 2 * self.error, 0.0), self.base.low)

    @property
    def high(self) -> float:
        """The probability at the highest base rate, with a share two errors above."""
        return self._shrunk(min(self.share + 2 * self.error, 1.0), self.base.high)

    def _shrunk(self, share: float, base: float) -> float:
        strength = self.base.strength
        mean = (share * self.worth + base * strength) / (self.worth + strength)
        return min(max(mean, LEAST), MOST)
