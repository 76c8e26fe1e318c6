"""What a structure of preference is: how it reads what is known, and what then tempts and deters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from detente.case.model import Attitude
from detente.errors import UnknownName, UsageError
from detente.registry import Shelf
from detente.stability.game import Relation

__all__ = ["STRUCTURES", "Numbers", "Shares", "Stated", "Structure"]


@dataclass(frozen=True, eq=False)
class Shares:
    """Competing accounts of one decision maker and how much each of them counts.

    `ranks` has shape (accounts, n), higher is better; `low`, `best` and `high` shape (accounts,),
    of any scale: only their proportions count.
    """

    ranks: NDArray[np.int64]
    low: NDArray[np.float64]
    best: NDArray[np.float64]
    high: NDArray[np.float64]

    def preferring(self, s: int) -> NDArray[np.float64]:
        """Return the share of accounts that prefer each state to s; shape (n,)."""
        return self._mean(self.ranks > self.ranks[:, [s]])

    def advantage(self, s: int) -> NDArray[np.float64]:
        """Return the share that prefers each state to s less the share that prefers s; shape (n,)."""
        return self._mean(self._signs(s))

    def bounds(self, s: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the least and the greatest `advantage` over all weights from `low` to `high`.

        A ratio of sums is extreme where every weight is; accounts that are indifferent add to the
        sum only, so both ends are tried for them.
        """
        signs = self._signs(s)
        least, most = (np.full(signs.shape[1], value) for value in (np.inf, -np.inf))
        for tied in (self.low, self.high):
            least = np.minimum(least, _ratio(signs, self.low, self.high, tied, alone=1))
            most = np.maximum(most, _ratio(signs, self.high, self.low, tied, alone=-1))
        return least, most

    def _mean(self, values: NDArray[np.generic]) -> NDArray[np.float64]:
        return np.average(values.astype(np.float64), axis=0, weights=self.best)

    def _signs(self, s: int) -> NDArray[np.int64]:
        signs: NDArray[np.int64] = np.sign(self.ranks - self.ranks[:, [s]])
        return signs


def _ratio(
    signs: NDArray[np.int64],
    up: NDArray[np.float64],
    down: NDArray[np.float64],
    tied: NDArray[np.float64],
    alone: int,
) -> NDArray[np.float64]:
    """Return the weighed mean of signs, column by column, the weights chosen by sign.

    `alone` is the mean where no account keeps a weight: any weight above 0 would make it that.
    """
    weights = np.where(signs > 0, up[:, None], np.where(signs < 0, down[:, None], tied[:, None]))
    total = weights.sum(axis=0)
    mean = np.full(signs.shape[1], float(alone))
    np.divide((weights * signs).sum(axis=0), total, out=mean, where=total > 0)
    return mean


@dataclass(frozen=True, eq=False)
class Stated:
    """What a model says of one decision maker's preferences over its n states.

    - `ranks`, shape (n,): the account in use, higher is better;
    - `amounts`, shape (n,), and `strong`: a state is strongly preferred to another if its amount is
      greater by `strong` at least; None where nothing is said of strength;
    - `orders`, shape (k, n): ranks under every order that the account allows, itself first;
    - `shares`: the competing accounts;
    - `everyone`, shape (decision makers, n): the ranks of all, and `attitudes` towards each of
      them, of which `own` is the place of the decision maker itself;
    - `threshold`: how clear an advantage must be before it moves; None where nothing is said.
    """

    ranks: NDArray[np.int64]
    amounts: NDArray[np.int64]
    strong: int | None
    orders: NDArray[np.int64]
    shares: Shares
    everyone: NDArray[np.int64]
    attitudes: tuple[Attitude, ...]
    own: int
    threshold: float | None = None

    @classmethod
    def plainly(cls, ranks: NDArray[np.int64]) -> Stated:
        """Return the statement of ranks and of nothing else.

        >>> Stated.plainly(np.array([1, 0])).strong is None
        True
        """
        one = np.ones(1)
        shares = Shares(ranks[None], one, one, one)
        return cls(ranks, ranks, None, ranks[None], shares, ranks[None], ("devoted",), 0)


@dataclass(frozen=True)
class Numbers:
    """The numbers that a variant may give instead of a name, such as `0.6` or `0.8,0.6,0.5`.

    Each lies above 0, or at it where `from_zero` says so, and at most at 1.
    """

    names: tuple[str, ...] = ()
    from_zero: tuple[bool, ...] = ()

    def read(self, text: str) -> tuple[float, ...]:
        """Return the numbers of a text. Raises `UsageError`.

        >>> Numbers(("threshold",), (False,)).read("0.6")
        (0.6,)
        >>> Numbers(("threshold",), (False,)).read("2")
        Traceback (most recent call last):
        detente.errors.UsageError: no value of threshold: found `2`; expected a number above 0 ...
        """
        parts = text.split(",")
        if len(parts) != len(self.names):
            raise UsageError("not so many numbers", found=text, expected=", ".join(self.names))
        return tuple(map(self._one, parts, self.names, self.from_zero))

    def _one(self, part: str, name: str, from_zero: bool) -> float:
        lowest = "from 0" if from_zero else "above 0"
        try:
            value = float(part)
        except ValueError:
            value = np.nan
        if not (0 < value <= 1 or (from_zero and value == 0)):
            expected = f"a number {lowest} and at most 1"
            raise UsageError(f"no value of {name}", found=part, expected=expected)
        return value


@dataclass(frozen=True)
class Structure:
    """One structure of preference; a member of the shelf `detente.stability.preferences`.

    `make(stated, variant)` returns what tempts and deters one decision maker. `variants` are the
    relations that the structure yields, by name, each with its meaning; where `numbers` has names,
    a variant may be numbers instead. `given(stated)` says whether a model states anything beyond
    ranks that this structure reads; `says` tells how a case says it.
    """

    key: str
    name: str
    order: int
    meaning: str
    limits: str
    source: str
    says: str
    make: Callable[[Stated, str], Relation]
    given: Callable[[Stated], bool]
    variants: Mapping[str, str] = field(default_factory=lambda: {"": ""})
    numbers: Numbers = Numbers()

    def relation(self, stated: Stated, variant: str = "") -> Relation:
        """Return what tempts and deters one decision maker; the first variant if none is named.

        Raises `UnknownName` for an unknown variant, `UsageError` for numbers out of range.
        """
        return self.make(stated, self.checked(variant or next(iter(self.variants))))

    def checked(self, variant: str) -> str:
        """Return a variant that the structure has. Raises `UnknownName` or `UsageError`."""
        if variant not in self.variants:
            if not self.numbers.names:
                known = [v for v in self.variants if v]
                raise UnknownName(f"variant of {self.key} preferences", variant, known)
            self.numbers.read(variant)
        return variant


STRUCTURES: Shelf[Structure] = Shelf("detente.stability.preferences", "preference structure")
"""The structures of preference, by key."""
