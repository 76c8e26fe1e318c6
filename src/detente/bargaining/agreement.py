"""Fair agreements: Nash, Kalai–Smorodinsky and egalitarian, over packages and on a line.

Sources: Nash (1950), Kalai & Smorodinsky (1975), Kalai (1977); definitions of the textbooks, not
checked against the papers. A warning of the project's own measurements: with the reference point
of a European decision as disagreement, these rules predict outcomes far worse than the compromise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from detente.bargaining.positions import Numbers
from detente.bargaining.zone import Zone, common, within_reach
from detente.errors import UsageError

__all__ = ["FAIR", "Fair", "LossLine", "Settlement", "settle"]

Fair = Literal["nash", "kalai-smorodinsky", "egalitarian"]
FAIR: tuple[Fair, ...] = get_args(Fair)

_TIE = 1e-12


@dataclass(frozen=True, eq=False)
class Settlement:
    """The packages that a rule picks, more than one if they tie, and what each party gains there.

    Empty where no package is better for everybody than no agreement: then that is what remains.
    """

    rule: Fair
    packages: tuple[int, ...]
    gains: Numbers


def settle(
    utilities: ArrayLike,
    disagreement: ArrayLike,
    rule: Fair = "nash",
    powers: Sequence[float] = (),
) -> Settlement:
    """Pick among packages by enumeration; only those count that are better for every party.

    `utilities` has shape (parties, packages), `disagreement` (parties,). `powers` are the exponents
    of the asymmetric Nash rule, above 0; the others have none. Gains that differ by rounding tie.

    - nash: the largest product of gains, each to its power
    - kalai-smorodinsky: the largest least gain, as a share of the most that each could gain
    - egalitarian: the largest least gain, which takes utilities that can be compared

    Raises `UsageError` for shapes that do not fit, numbers that are not finite, or an unknown rule.

    >>> settle([[1, 2, 4], [4, 3, 1]], [0, 0]).packages
    (1,)
    >>> settle([[1, 2, 4], [4, 3, 1]], [0, 0], powers=[3, 1]).packages
    (2,)
    """
    u, d = np.asarray(utilities, dtype=np.float64), np.asarray(disagreement, dtype=np.float64)
    if u.ndim != 2 or d.shape != u.shape[:1] or not (np.isfinite(u).all() and np.isfinite(d).all()):
        raise UsageError("utilities are parties by packages, with a disagreement for each party")
    exponents = _powers(rule, powers, len(u))
    gains = u - d[:, None]
    agreeable = np.flatnonzero((gains > 0).all(axis=0))
    if not len(agreeable):
        return Settlement(rule, (), np.zeros((len(u), 0)))
    score = _score(rule, gains[:, agreeable], exponents)
    best = agreeable[score >= score.max() - _TIE * max(1.0, abs(float(score.max())))]
    return Settlement(rule, tuple(int(k) for k in best), gains[:, best])


def _powers(rule: Fair, powers: Sequence[float], count: int) -> Numbers:
    if rule not in FAIR:
        raise UsageError("unknown rule", found=rule, expected=", ".join(FAIR))
    if powers and rule != "nash":
        raise UsageError("only the Nash rule weighs parties by powers", found=rule)
    exponents = np.array(powers or [1.0] * count, dtype=np.float64)
    if len(exponents) != count or not (np.isfinite(exponents) & (exponents > 0)).all():
        raise UsageError("one power above 0 is needed for each party", found=list(powers))
    return exponents


def _score(rule: Fair, gains: Numbers, powers: Numbers) -> Numbers:
    """Return the number that a rule makes as large as it can; gains are above 0."""
    if rule == "nash":
        product: Numbers = powers @ np.log(gains)
        return product
    ideals = gains.max(axis=1, keepdims=True) if rule == "kalai-smorodinsky" else 1.0
    least: Numbers = (gains / ideals).min(axis=0)
    return least


@dataclass(frozen=True, eq=False)
class LossLine:
    """Parties on a line: each has an ideal, and gains D - s (x - ideal)² from an agreement at x.

    `salience` s is above 0, and `stakes` D (0 or more) is what no agreement would cost a party.
    `LossLine.against` takes it from the point that stays without agreement.
    """

    ideals: Numbers
    salience: Numbers
    stakes: Numbers

    def __post_init__(self) -> None:
        arrays = (self.ideals, self.salience, self.stakes)
        if any(a.ndim != 1 or a.shape != self.ideals.shape or not a.size for a in arrays):
            raise UsageError("ideals, salience and stakes need one number for each party")
        if not np.isfinite(np.concatenate(arrays)).all():
            raise UsageError("ideals, salience and stakes are finite numbers")
        if (self.salience <= 0).any() or (self.stakes < 0).any():
            raise UsageError("salience is above 0, and stakes are 0 or more")

    @classmethod
    def against(cls, ideals: ArrayLike, salience: ArrayLike, today: float) -> LossLine:
        """Return the line on which `today` is what stays if nothing is agreed.

        >>> LossLine.against([0, 100], [1, 1], today=0).zone
        Zone(low=0.0, high=0.0)
        """
        at, s = np.asarray(ideals, dtype=np.float64), np.asarray(salience, dtype=np.float64)
        return cls(at, s, s * (today - at) ** 2)

    @property
    def zone(self) -> Zone:
        """The points where nobody loses; empty where no point is good enough for all."""
        reach = np.sqrt(self.stakes / self.salience)
        return common(
            within_reach(float(x), float(r)) for x, r in zip(self.ideals, reach, strict=True)
        )

    def gains(self, x: float) -> Numbers:
        """Return what each party gains at a point."""
        gain: Numbers = self.stakes - self.salience * (x - self.ideals) ** 2
        return gain

    def settle(self, rule: Fair = "nash", powers: Sequence[float] = ()) -> float | None:
        """Return the point that a rule picks, None where no point is better for everybody.

        The Nash point is where the slope of sum b ln(gain) is 0, found by halving to the last
        digit: the sum is concave where all gain. The other two rules are largest at a party's best
        point or where two gains meet, so those few points are compared, exactly.

        >>> LossLine(np.array([0.0, 60.0]), np.array([1.0, 1.0]), np.array([1e9, 1e9])).settle()
        30.0
        """
        exponents = _powers(rule, powers, len(self.ideals))
        zone = self.zone
        if not zone.low < zone.high:
            return None
        if rule == "nash":
            return _root(lambda x: self._slope(x, exponents), zone)
        best = [min(max(float(x), zone.low), zone.high) for x in self.ideals]
        scale = np.ones(len(best))
        if rule == "kalai-smorodinsky":
            scale = np.array([self.gains(x)[k] for k, x in enumerate(best)])
        points = {*best, *(x for x in self._meetings(scale) if x in zone)}
        return max(sorted(points), key=lambda x: float((self.gains(x) / scale).min()))

    def _slope(self, x: float, powers: Numbers) -> float:
        gains = self.gains(x)
        if (gains <= 0).any():  # at an end of the zone, by rounding: away from whoever loses
            return float(np.sign(self.ideals - x)[gains.argmin()])
        return float((powers * self.salience * (self.ideals - x) / gains).sum())

    def _meetings(self, scale: Numbers) -> list[float]:
        """Return where the scaled gains of two parties are alike."""
        a, b = -self.salience / scale, 2 * self.salience * self.ideals / scale
        c = (self.stakes - self.salience * self.ideals**2) / scale
        found: list[float] = []
        for i, j in combinations(range(len(scale)), 2):
            roots = np.roots([a[i] - a[j], b[i] - b[j], c[i] - c[j]])
            found += [float(r.real) for r in roots if abs(r.imag) < _TIE * max(1.0, abs(r))]
        return found


def _root(slope: Callable[[float], float], zone: Zone) -> float:
    """Return where a falling function is 0, to the last digit."""
    low, high = zone.low, zone.high
    while True:
        middle = low + (high - low) / 2
        if not low < middle < high:
            return middle
        steep = slope(middle)
        if steep == 0:
            return middle
        low, high = (middle, high) if steep > 0 else (low, middle)
