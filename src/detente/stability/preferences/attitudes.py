"""Attitudes: what a decision maker feels about others, beside what it wants for itself.

Devoted to another it prefers what the other does, aggressive what the other does not; indifference
asks for nothing. A total relational preference asks for all of these at once. Who is devoted to
itself and indifferent to all others is the decision maker of simple preferences, as long as it has
no ties: what is equally good tempts, too.

Source: Inohara, Hipel & Walker (2007); Inohara & Hipel (2009). That the state left itself counts
as a sanction is the reading implemented: without it the two equivalences of the later paper under
totally neutral attitudes would be one; not checked against the papers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.case.model import Attitude
from detente.kernels.arcs import Row
from detente.stability.structure import Stated, Structure

__all__ = ["MEMBER", "Relational", "no_worse"]


@dataclass(frozen=True, eq=False)
class Relational:
    """Total relational preference: `likes[j](s)` marks what j finds at least as good as s.

    `attitudes` has one entry for each row function: towards j, oneself among them.

    >>> ours, theirs = no_worse(np.array([0, 1, 1])), no_worse(np.array([0, 1, -1]))
    >>> Relational((ours, theirs), ("devoted", "devoted")).tempts(0).tolist()
    [False, True, False]
    >>> Relational((ours, theirs), ("devoted", "aggressive")).tempts(0).tolist()
    [False, False, True]
    """

    likes: Sequence[Row]
    attitudes: Sequence[Attitude]

    def tempts(self, s: int) -> NDArray[np.bool_]:
        """Return the states other than s that all of its attitudes prefer to s."""
        wanted = np.ones(len(self.likes[0](s)), dtype=bool)
        for like, attitude in zip(self.likes, self.attitudes, strict=True):
            if attitude != "indifferent":
                wanted &= like(s) if attitude == "devoted" else ~like(s)
        wanted[s] = False
        return wanted

    def deters(self, s: int) -> NDArray[np.bool_]:
        """Return the states that some attitude does not prefer to s, and s."""
        return ~self.tempts(s)

    def gains(self, s: int) -> NDArray[np.bool_]:
        """Return the total relational replies: the states that tempt."""
        return self.tempts(s)


def no_worse(ranks: NDArray[np.int64]) -> Row:
    """Return what is at least as good as each state, row by row, from ranks of shape (n,).

    >>> no_worse(np.array([1, 2, 1]))(0).tolist()
    [True, True, True]
    """

    def row(s: int) -> NDArray[np.bool_]:
        good: NDArray[np.bool_] = ranks >= ranks[s]
        return good

    return row


def make(stated: Stated, variant: str = "") -> Relational:
    """Return what tempts and deters by the stated attitudes towards everyone."""
    return Relational([no_worse(r) for r in stated.everyone], stated.attitudes)


def _given(stated: Stated) -> bool:
    plain = ["devoted" if j == stated.own else "indifferent" for j in range(len(stated.attitudes))]
    return list(stated.attitudes) != plain


MEMBER = Structure(
    key="attitudes",
    name="Attitudes",
    order=8,
    meaning="A decision maker may want what is good, or bad, for others.",
    limits="An attitude is a veto: what one of them rejects is not wanted, however much "
    "the others like it. Ties tempt.",
    source="Inohara, Hipel & Walker (2007); Inohara & Hipel (2009)",
    says="`attitudes` of a model; towards oneself `devoted`, towards others `indifferent` "
    "where nothing is said.",
    make=make,
    given=_given,
)
