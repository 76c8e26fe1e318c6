"""Symmetric metarationality (SMR): a sanction from which there is no escape.

Source: Howard (1971); in the graph model Fang, Hipel & Kilgour (1993).
"""

from __future__ import annotations

from detente.stability.concept import Concept
from detente.stability.definition import Conflict

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int) -> bool:
    """Return whether each improvement meets a sanction that i cannot undo by a counter-move.

    >>> moves = [{0: frozenset({1}), 1: frozenset(), 2: frozenset({3}), 3: frozenset()}]
    >>> moves.append({0: frozenset(), 1: frozenset({2}), 2: frozenset(), 3: frozenset()})
    >>> ranks = [{0: 1, 1: 2, 2: 0, 3: 3}, dict.fromkeys(range(4), 0)]
    >>> holds(Conflict(range(4), moves, ranks), 0, 0)    # from 2 it escapes to 3
    False
    """
    return all(
        any(conflict.binds(i, s, s2) for s2 in conflict.replies(i, s1))
        for s1 in conflict.improvements(i, s)
    )


MEMBER = Concept(
    key="smr",
    name="Symmetric metarationality",
    order=3,
    meaning="Each improvement can be answered, and no counter-move escapes the answer.",
    limits="The answer may hurt those who give it.",
    source="Howard (1971); Fang, Hipel & Kilgour (1993)",
    holds=holds,
    replies="moves",
    countermoves=True,
)
