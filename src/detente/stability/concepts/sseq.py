"""Symmetric sequential stability (SSEQ): a credible sanction from which there is no escape.

Source: Rêgo & Vieira (2017).
"""

from __future__ import annotations

from detente.stability.concept import Concept
from detente.stability.definition import Conflict

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int) -> bool:
    """Return whether each improvement meets a credible answer that i cannot undo.

    >>> moves = [{0: frozenset({1}), 1: frozenset(), 2: frozenset({3}), 3: frozenset()}]
    >>> moves.append({0: frozenset(), 1: frozenset({2}), 2: frozenset(), 3: frozenset()})
    >>> ranks = [{0: 1, 1: 2, 2: 0, 3: 3}, {0: 0, 1: 0, 2: 1, 3: 0}]
    >>> holds(Conflict(range(4), moves, ranks), 0, 0)    # from 2 it escapes to 3
    False
    """
    return all(
        any(conflict.binds(i, s, s2) for s2 in conflict.gladly(i, s1))
        for s1 in conflict.improvements(i, s)
    )


MEMBER = Concept(
    key="sseq",
    name="Symmetric sequential stability",
    order=5,
    meaning="Each improvement meets a credible answer, and no counter-move escapes it.",
    limits="Looks three moves ahead.",
    source="Rêgo & Vieira (2017)",
    holds=holds,
    replies="improvements",
    countermoves=True,
)
