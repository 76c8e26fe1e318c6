"""Sequential stability (SEQ): every improvement is deterred by a credible sanction.

Source: Fraser & Hipel (1979); in the graph model Fang, Hipel & Kilgour (1993).
"""

from __future__ import annotations

from detente.stability.concept import Concept
from detente.stability.definition import Conflict

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int) -> bool:
    """Return whether each improvement meets an answer that every one who gives it gains from.

    >>> moves = [{0: frozenset({1}), 1: frozenset()}, {0: frozenset(), 1: frozenset({2})}]
    >>> moves = [m | {2: frozenset()} for m in moves]
    >>> holds(Conflict([0, 1, 2], moves, [{0: 1, 1: 2, 2: 0}, {0: 0, 1: 1, 2: 0}]), 0, 0)
    False
    """
    return all(
        any(conflict.at_least(i, s, s2) for s2 in conflict.gladly(i, s1))
        for s1 in conflict.improvements(i, s)
    )


MEMBER = Concept(
    key="seq",
    name="Sequential stability",
    order=4,
    meaning="Each improvement is answered by moves that those who make them gain from.",
    limits="The decision maker does not answer back.",
    source="Fraser & Hipel (1979); Fang, Hipel & Kilgour (1993)",
    holds=holds,
    replies="improvements",
)
