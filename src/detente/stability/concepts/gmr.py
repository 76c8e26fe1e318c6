"""General metarationality (GMR): every improvement can be answered by a sanction.

Source: Howard (1971); in the graph model Fang, Hipel & Kilgour (1993).
"""

from __future__ import annotations

from detente.stability.concept import Concept
from detente.stability.definition import Conflict

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int) -> bool:
    """Return whether the others can leave i no better off after each improvement from s.

    >>> moves = [{0: frozenset({1}), 1: frozenset()}, {0: frozenset(), 1: frozenset({2})}]
    >>> moves = [m | {2: frozenset()} for m in moves]
    >>> holds(Conflict([0, 1, 2], moves, [{0: 1, 1: 2, 2: 0}, {0: 0, 1: 1, 2: 0}]), 0, 0)
    True
    """
    return all(
        any(conflict.at_least(i, s, s2) for s2 in conflict.replies(i, s1))
        for s1 in conflict.improvements(i, s)
    )


MEMBER = Concept(
    key="gmr",
    name="General metarationality",
    order=2,
    meaning="Each improvement can be answered so that the decision maker is no better off.",
    limits="The answer may hurt those who give it, and the decision maker does not answer back.",
    source="Howard (1971); Fang, Hipel & Kilgour (1993)",
    holds=holds,
    replies="moves",
)
