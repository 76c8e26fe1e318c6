"""Credible generalised metarationality (CMR): as MR, but the others answer only as they gain.

CMR_1 is Nash stability, CMR_2 sequential and CMR_3 symmetric sequential stability, and
CMR_1 ⊆ CMR_3 ⊆ … ⊆ CMR_4 ⊆ CMR_2. Reading implemented: the mover's own later moves are not
restricted, since with ranked preferences an escape is always an improvement; not checked against
the papers, which count rounds where there are more than two decision makers.

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
    """Return whether the others can gladly answer each improvement, however i goes on.

    >>> steps = [{0: frozenset({1}), 1: frozenset()}, {0: frozenset(), 1: frozenset({2})}]
    >>> steps = [m | {2: frozenset()} for m in steps]
    >>> holds(Conflict([0, 1, 2], steps, [{0: 1, 1: 2, 2: 0}, {0: 0, 1: 0, 2: 1}]), 0, 0, 2)
    True
    """
    return all(
        answered(conflict, i, s, s1, moves - 1, credible=True) for s1 in conflict.improvements(i, s)
    )


MEMBER = Family(
    key="cmr",
    name="Credible generalised metarationality",
    order=8,
    meaning="Each improvement is answered, within so many moves in turn, by moves that pay.",
    limits="A move pays that is better at once, wherever it leads later.",
    source="Zeng, Fang, Hipel & Kilgour (2006, 2007)",
    holds=holds,
    parameter="a number of moves",
    example="4",
    make=ahead(partial(metarational, "improvements")),
)
