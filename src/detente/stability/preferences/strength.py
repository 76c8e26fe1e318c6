"""Strength of preference: equal, mildly preferred, strongly preferred; any number of grades.

Each improvement tempts, mild or strong. Under `general` stability a sanction may be of any kind;
under `strong` stability it must be strongly less preferred than the state left. Weakly stable is
what is stable but not strongly. A state without an improvement is strongly stable.

Source: Hamouda, Kilgour & Hipel (2004, 2006); grades Xu, Hipel, Kilgour & Fang (2018, ch. 6). That
a degree is asked of sanctions as "at least so many grades" is the reading implemented for more
than two grades; not checked against the book.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.stability.structure import Stated, Structure

__all__ = ["MEMBER", "Graded", "grades"]

MILD, STRONG = 1, 2


@dataclass(frozen=True, eq=False)
class Graded:
    """Graded preferences: `grade(s)[q]` says by how many grades q is preferred to s; shape (n,).

    Negative where s is preferred, 0 where both are alike. `least` is the grade that a sanction
    must have: 0 for general stability, 2 for the strong one of three levels.

    >>> table = np.array([[0, 1, -1, -2], [-1, 0, -2, -2], [1, 2, 0, -1], [2, 2, 1, 0]])
    >>> [Graded(table.__getitem__, least).deters(0).tolist() for least in (0, 2)]
    [[True, False, True, True], [False, False, False, True]]
    """

    grade: Callable[[int], NDArray[np.int64]]
    least: int = 0

    def tempts(self, s: int) -> NDArray[np.bool_]:
        """Return the states that are preferred to s, in any grade."""
        better: NDArray[np.bool_] = self.grade(s) > 0
        return better

    def deters(self, s: int) -> NDArray[np.bool_]:
        """Return the states that are less preferred than s by `least` grades, or not preferred."""
        worse: NDArray[np.bool_] = self.grade(s) <= -self.least
        return worse

    def gains(self, s: int) -> NDArray[np.bool_]:
        """Return the states that are preferred to s, in any grade."""
        return self.tempts(s)


def grades(stated: Stated) -> Callable[[int], NDArray[np.int64]]:
    """Return by how many grades each state is preferred to another: 2 strongly, 1 mildly.

    >>> from dataclasses import replace
    >>> stated = replace(Stated.plainly(np.array([0, 1, 3])), strong=2)
    >>> grades(stated)(1).tolist()
    [-1, 0, 2]
    """
    ranks, amounts, strong = stated.ranks, stated.amounts, stated.strong

    def grade(s: int) -> NDArray[np.int64]:
        sign: NDArray[np.int64] = np.sign(ranks - ranks[s])
        if strong is None:
            return sign
        return sign * np.where(np.abs(amounts - amounts[s]) >= strong, STRONG, MILD)

    return grade


def make(stated: Stated, variant: str = "general") -> Graded:
    """Return what tempts and deters under general or strong stability."""
    return Graded(grades(stated), {"general": 0, "strong": STRONG}[variant])


MEMBER = Structure(
    key="strength",
    name="Strength of preference",
    order=2,
    meaning="A state may be mildly or strongly preferred to another.",
    limits="Strength does not change what tempts, only what deters for sure.",
    source="Hamouda, Kilgour & Hipel (2004, 2006); Xu, Hipel, Kilgour & Fang (2018)",
    says="`strong` of a reading.",
    make=make,
    given=lambda stated: stated.strong is not None,
    variants={
        "general": "a sanction leaves the mover no better off",
        "strong": "a sanction is strongly less preferred than the state left",
    },
)
