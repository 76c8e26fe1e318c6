"""Probabilistic preferences: with which probability one state is preferred to another.

P(q, s) is the probability that q is preferred to s. For a sceptical decision maker α and β are
small. It leaves s for q if P(q, s) > 1 − α; a reply q keeps it in s if P(q, s) ≤ 1 − β; those who
reply move from s to q if P(q, s) > γ. α-Nash, (α, β)-metarationality, (α, β)-symmetric
metarationality and (α, β, γ)-sequential stability follow.

Source: Rêgo & dos Santos (2015). Where a bound is met exactly is the reading implemented; not
checked against the paper.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.stability.structure import Numbers, Stated, Structure

__all__ = ["MEMBER", "Probable"]

_SLACK = 1e-9  # probabilities are sums of floats; a bound that is met exactly counts as met


@dataclass(frozen=True, eq=False)
class Probable:
    """Probabilistic preferences: `chance(s)[q]` is P(q, s) in [0, 1], shape (n,).

    P(q, s) + P(s, q) may be below 1: what is left is indifference. 0 < alpha, beta ≤ 1 and
    0 ≤ gamma < 1. Comparisons allow for rounding of 1e-9.

    >>> p = np.array([[0.0, 0.7], [0.3, 0.0]])          # p[s, q]: q is preferred to s
    >>> [Probable(p.__getitem__, a, 0.5, 0.5).tempts(0).tolist() for a in (0.3, 0.4)]
    [[False, False], [False, True]]
    """

    chance: Callable[[int], NDArray[np.float64]]
    alpha: float = 0.5
    beta: float = 0.5
    gamma: float = 0.5

    def tempts(self, s: int) -> NDArray[np.bool_]:
        """Return the states preferred to s with a probability above 1 − α."""
        return self._above(s, 1 - self.alpha)

    def deters(self, s: int) -> NDArray[np.bool_]:
        """Return the states preferred to s with a probability of at most 1 − β."""
        return ~self._above(s, 1 - self.beta)

    def gains(self, s: int) -> NDArray[np.bool_]:
        """Return the states preferred to s with a probability above γ."""
        return self._above(s, self.gamma)

    def _above(self, s: int, bound: float) -> NDArray[np.bool_]:
        above: NDArray[np.bool_] = self.chance(s) > bound + _SLACK
        return above


def make(stated: Stated, variant: str = "") -> Probable:
    """Return what tempts and deters by the shares of the competing accounts, as probabilities."""
    numbers = MEMBER.numbers.read(variant) if variant else ()
    return Probable(stated.shares.preferring, *numbers)


MEMBER = Structure(
    key="probabilistic",
    name="Probabilistic preferences",
    order=7,
    meaning="A state is preferred with a probability.",
    limits="Probabilities of different pairs are looked at one by one, not together.",
    source="Rêgo & dos Santos (2015)",
    says="The `weight` of each reading, as the probability that it is the true one. "
    "α, β and γ are 0.5 each where none are given.",
    make=make,
    given=lambda stated: len(stated.shares.best) > 1,
    numbers=Numbers(("alpha", "beta", "gamma"), (False, False, True)),
)
