"""Simple preferences: complete and transitive ranks, ties allowed.

Source: Fang, Hipel & Kilgour (1993).
"""

from __future__ import annotations

from detente.stability.game import Ranked
from detente.stability.structure import Stated, Structure

__all__ = ["MEMBER"]


def make(stated: Stated, variant: str = "") -> Ranked:
    """Return what tempts and deters by ranks alone.

    >>> import numpy as np
    >>> make(Stated.plainly(np.array([1, 2, 1]))).tempts(0).tolist()
    [False, True, False]
    """
    return Ranked(stated.ranks)


MEMBER = Structure(
    key="ranked",
    name="Simple preferences",
    order=1,
    meaning="A decision maker prefers one of two states, or both are alike to it.",
    limits="Says nothing of how much, how surely or for whose sake.",
    source="Fang, Hipel & Kilgour (1993)",
    says="`order`, `weights` or `ranking` of the reading in use.",
    make=make,
    given=lambda stated: True,
)
