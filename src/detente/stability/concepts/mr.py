"""Generalised metarationality (MR): the mover and the others in turn, a stated number of moves.

Moves are counted from the mover's first; a joint move of the others counts as one. MR_1 is Nash
stability, MR_2 general and MR_3 symmetric metarationality, and MR_1 ⊆ MR_3 ⊆ … ⊆ MR_4 ⊆ MR_2.
Reading implemented: whoever is on the move may stay, and that ends the matter; not checked
against the papers, which count rounds where there are more than two decision makers.

Source: Zeng, Fang, Hipel & Kilgour (2006); for more than two decision makers (2007).
"""

from __future__ import annotations

from functools import partial

from detente.stability.definition import Conflict
from detente.stability.families import Family, ahead
from detente.stability.foresight_definitions import answered
from detente.stability.metarational import metarational

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int, moves: int) -> bool:
    """Return whether the others can answer each improvement from s, however i goes on.

    >>> steps = [{0: frozenset({1}), 1: frozenset(), 2: frozenset({3}), 3: frozenset()}]
    >>> steps.append({0: frozenset(), 1: frozenset({2}), 2: frozenset(), 3: frozenset()})
    >>> ranks = [{0: 1, 1: 2, 2: 0, 3: 3}, dict.fromkeys(range(4), 0)]
    >>> [holds(Conflict(range(4), steps, ranks), 0, 0, moves) for moves in (1, 2, 3)]
    [False, True, False]
    """
    return all(
        answered(conflict, i, s, s1, moves - 1, credible=False)
        for s1 in conflict.improvements(i, s)
    )


MEMBER = Family(
    key="mr",
    name="Generalised metarationality",
    order=7,
    meaning="Each improvement can be answered, within so many moves of both sides in turn.",
    limits="Answers may hurt those who give them.",
    source="Zeng, Fang, Hipel & Kilgour (2006, 2007)",
    holds=holds,
    parameter="a number of moves",
    example="4",
    make=ahead(partial(metarational, "moves")),
)
