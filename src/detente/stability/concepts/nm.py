"""Non-myopic stability (NM): limited-move stability for every horizon from some one on.

What two decision makers expect at one horizon follows from the horizon before. There are finitely
many expectations, so they come round, and one round settles what holds for good. Ties are read as
for limited-move stability.

Source: Brams & Wittman (1981); Kilgour (1985); in the graph model Fang, Hipel & Kilgour (1993).
"""

from __future__ import annotations

from detente.stability.concept import Concept
from detente.stability.definition import Conflict
from detente.stability.foresight import non_myopic
from detente.stability.foresight_definitions import expected_by_two

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int) -> bool:
    """Return whether i stays at s for every horizon from some one on.

    >>> free = [{s: frozenset({s ^ bit}) for s in range(4)} for bit in (1, 2)]
    >>> chicken = [dict(enumerate([2, 3, 1, 0])), dict(enumerate([2, 1, 3, 0]))]
    >>> [s for s in range(4) if all(holds(Conflict(range(4), free, chicken), i, s) for i in (0, 1))]
    [0]
    """
    known = []
    for ends in expected_by_two(conflict):
        if ends in known:
            break
        known.append(ends)
    return all(now[i][s] == {s} for now in known[known.index(ends) :])


MEMBER = Concept(
    key="nm",
    name="Non-myopic stability",
    order=10,
    meaning="However far both sides look ahead, from some number of moves on, it stays.",
    limits="For two decision makers, who look ahead without limit and know each other's wishes.",
    source="Brams & Wittman (1981); Kilgour (1985); Fang, Hipel & Kilgour (1993)",
    holds=holds,
    outlook=non_myopic,
)
