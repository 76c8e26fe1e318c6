"""Fuzzy preferences: how surely one state is preferred to another, and how sure is sure enough.

r(s, q) in [0, 1] is the degree to which s is preferred to q, r(s, q) + r(q, s) = 1. The advantage
of q over s is α(q, s) = r(q, s) − r(s, q). A decision maker leaves s for q if the advantage reaches
its threshold γ; a reply keeps it in s if the advantage that is left is below γ.

Source: Bashar, Kilgour & Hipel (2012); statements with fuzzy truth values Bashar, Kilgour & Hipel
(2014).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.stability.structure import Numbers, Stated, Structure

__all__ = ["MEMBER", "THRESHOLD", "Fuzzy", "advantages", "degrees"]

THRESHOLD = 0.5
"""The threshold of a decision maker that states none."""

_SLACK = 1e-9  # shares are sums of floats; a threshold that is met exactly counts as met


@dataclass(frozen=True, eq=False)
class Fuzzy:
    """Fuzzy preferences: `advantage(s)[q]` is α(q, s) in [-1, 1], shape (n,); `threshold` is γ.

    Comparisons allow for rounding of 1e-9. Of a matrix of degrees r, shape (n, n), the advantages
    are `advantages(r)`.

    >>> r = np.array([[0.5, 0.2], [0.8, 0.5]])
    >>> [Fuzzy(advantages(r), g).tempts(0).tolist() for g in (0.6, 0.7)]
    [[False, True], [False, False]]
    """

    advantage: Callable[[int], NDArray[np.float64]]
    threshold: float = THRESHOLD

    def tempts(self, s: int) -> NDArray[np.bool_]:
        """Return the states whose advantage over s reaches the threshold."""
        clear: NDArray[np.bool_] = self.advantage(s) >= self.threshold - _SLACK
        return clear

    def deters(self, s: int) -> NDArray[np.bool_]:
        """Return the states whose advantage over s stays below the threshold."""
        return ~self.tempts(s)

    def gains(self, s: int) -> NDArray[np.bool_]:
        """Return the states whose advantage over s reaches the threshold."""
        return self.tempts(s)


def advantages(degree: NDArray[np.float64]) -> Callable[[int], NDArray[np.float64]]:
    """Return the advantage over each state, row by row, from a matrix r of shape (n, n).

    >>> advantages(np.array([[0.5, 0.25], [0.75, 0.5]]))(0).tolist()
    [0.0, 0.5]
    """

    def row(s: int) -> NDArray[np.float64]:
        ours: NDArray[np.float64] = degree[:, s] - degree[s]
        return ours

    return row


def degrees(truth: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the matrix r from statements with fuzzy truth values, most important first.

    `truth` has shape (statements, n), values in [0, 1]. Reading implemented: the truth of each
    statement tells two states apart as far as those above it do not,
    2 r(s, q) − 1 = Σ_k d_k Π_{j<k} (1 − |d_j|), d_k the difference of truth. It has the two
    properties that the paper proves of its formula (the result is a fuzzy preference relation, and
    truth values 0 and 1 give the order of the statements); not checked against the paper.

    >>> degrees(np.array([[1.0, 0.0], [0.0, 1.0]])).tolist()
    [[0.5, 1.0], [0.0, 0.5]]
    >>> degrees(np.array([[0.75, 0.25], [0.0, 1.0]])).tolist()
    [[0.5, 0.5], [0.5, 0.5]]
    """
    total = np.zeros((truth.shape[1], truth.shape[1]))
    left = np.ones_like(total)
    for row in truth:
        difference = row[:, None] - row
        total += left * difference
        left *= 1 - np.abs(difference)
    degree: NDArray[np.float64] = (1 + total) / 2
    return degree


def make(stated: Stated, variant: str = "") -> Fuzzy:
    """Return what tempts and deters by the shares of the competing accounts.

    The threshold is the variant's, else the stated one, else 0.5.
    """
    given = MEMBER.numbers.read(variant)[0] if variant else stated.threshold
    return Fuzzy(stated.shares.advantage, THRESHOLD if given is None else given)


MEMBER = Structure(
    key="fuzzy",
    name="Fuzzy preferences",
    order=5,
    meaning="A state is preferred to a degree; a decision maker moves if the degree is high enough.",
    limits="Degrees are not probabilities, and thresholds are a matter of temper.",
    source="Bashar, Kilgour & Hipel (2012, 2014)",
    says="The `weight` of each reading: a degree is the share of the readings that agree, "
    "those that are indifferent counting half; `threshold` of the party.",
    make=make,
    given=lambda stated: len(stated.shares.best) > 1,
    numbers=Numbers(("threshold",), (False,)),
)
