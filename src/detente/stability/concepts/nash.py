"""Nash stability (R): no unilateral improvement.

Source: Nash (1950); in the graph model Fang, Hipel & Kilgour (1993).
"""

from __future__ import annotations

from detente.stability.concept import Concept
from detente.stability.definition import Conflict

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int) -> bool:
    """Return whether i has no unilateral improvement from s.

    >>> stay = Conflict([0, 1], [{0: frozenset({1}), 1: frozenset({0})}], [{0: 1, 1: 0}])
    >>> holds(stay, 0, 0), holds(stay, 0, 1)
    (True, False)
    """
    return not conflict.improvements(i, s)


MEMBER = Concept(
    key="nash",
    name="Nash stability",
    order=1,
    meaning="The decision maker has no better state within its own reach.",
    limits="Looks one move ahead and expects no answer.",
    source="Nash (1950); Fang, Hipel & Kilgour (1993)",
    holds=holds,
    replies="none",
)
