"""Stackelberg stability: the leader looks two moves ahead, the follower one.

A state is stable for the leader by limited-move stability of two moves, since it takes the
follower's best answer into account, and for the follower by Nash stability. Reading implemented:
as the equilibrium is commonly told; not checked against the paper. Ties are read as for
limited-move stability.

Source: von Stackelberg (1934); in the graph model Fang, Hipel & Kilgour (1989).
"""

from __future__ import annotations

from dataclasses import replace

from detente.errors import UsageError
from detente.stability.concept import Concept
from detente.stability.concepts.lh import MEMBER as LIMITED
from detente.stability.concepts.nash import MEMBER as NASH
from detente.stability.definition import Conflict
from detente.stability.families import Family, mixed

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int, leader: int) -> bool:
    """Return whether i stays at s, where `leader` foresees the other's answer.

    >>> free = [{s: frozenset({s ^ bit}) for s in range(4)} for bit in (1, 2)]
    >>> chicken = [dict(enumerate([2, 3, 1, 0])), dict(enumerate([2, 1, 3, 0]))]
    >>> [s for s in range(4) if all(holds(Conflict(range(4), free, chicken), i, s, 0) for i in (0, 1))]
    [1]
    """
    return LIMITED.holds(conflict, i, s, 2) if i == leader else NASH.holds(conflict, i, s)


def _led_by(family: Family, leader: str) -> Concept:
    if not leader:
        raise UsageError("a Stackelberg concept needs a leader", expected=family.parameter)
    found = mixed({leader: LIMITED.at(2)}, NASH)
    return replace(found, key=f"{family.key}:{leader}", name=f"{family.name}, led by {leader}")


MEMBER = Family(
    key="stackelberg",
    name="Stackelberg stability",
    order=13,
    meaning="The leader takes the other's best answer into account; the other looks one move ahead.",
    limits="For two decision makers, one of whom is known to lead.",
    source="von Stackelberg (1934); Fang, Hipel & Kilgour (1989)",
    holds=holds,
    parameter="the leader",
    example="us",
    make=_led_by,
)
