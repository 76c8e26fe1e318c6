"""Grey preferences: fuzzy ones whose degrees are known only as ranges.

The degree of preference is an interval, and so is the advantage of one state over another; a
decision maker compares it with its threshold. With intervals of no width preferences are fuzzy.

Source: Kuang, Bashar, Hipel & Kilgour (2015). Which value of the interval is compared was not
checked against the paper; both ends are offered. For Nash, GMR and SMR any value between finds
every state stable that `high` does, and none that `low` does not.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from detente.stability.preferences.fuzzy import THRESHOLD, Fuzzy
from detente.stability.structure import Stated, Structure

__all__ = ["MEMBER"]


def make(stated: Stated, variant: str = "low") -> Fuzzy:
    """Return what tempts and deters by one end of the shares that the accounts may have."""
    end = ("low", "high").index(variant)
    threshold = THRESHOLD if stated.threshold is None else stated.threshold
    return Fuzzy(_end(stated, end), threshold)


def _end(stated: Stated, end: int) -> Callable[[int], NDArray[np.float64]]:
    return lambda s: stated.shares.bounds(s)[end]


MEMBER = Structure(
    key="grey",
    name="Grey preferences",
    order=6,
    meaning="The degree to which a state is preferred is a range.",
    limits="Only the two ends of each range are looked at.",
    source="Kuang, Bashar, Hipel & Kilgour (2015)",
    says="The `weight` of each reading as a range, such as `30..50`; `threshold` of the party.",
    make=make,
    given=lambda stated: bool((stated.shares.low < stated.shares.high).any()),
    variants={
        "low": "compares the least advantage that a state may have",
        "high": "compares the greatest advantage that a state may have",
    },
)
