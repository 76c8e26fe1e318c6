"""Everything that is usually asked of a game under one concept, one question after the other."""

from __future__ import annotations

from detente.stability.symbolic.answers import Overview
from detente.stability.symbolic.equilibria import EquilibriumSet
from detente.stability.symbolic.questions import backbone, nearest
from detente.stability.symbolic.stays import stays

__all__ = ["overview"]


def overview(equilibria: EquilibriumSet, limit: int = 100) -> Overview:
    """Say who stays today, and list up to `limit` equilibria, the nearest, and what all share.

    Each is a question of its own, with its own time.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.equilibria import build_set
    >>> found = overview(build_set(open_case("cuba-1962"), "main", "seq"))
    >>> len(found.found.states), found.exists, [str(s) for s in found.today]
    (3, True, ['not stable, by proof', 'stable, by proof'])
    """
    return Overview(
        concept=equilibria.concept,
        today=tuple(stays(equilibria, actor) for actor in equilibria.game.deciders),
        found=equilibria.equilibria(limit),
        near=nearest(equilibria),
        shared=backbone(equilibria),
    )
