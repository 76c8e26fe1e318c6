"""What a stability concept is: a definition to be read and trusted, and how the kernel computes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.kernels.thresholds import Replies
from detente.stability.definition import Conflict

__all__ = ["Concept"]


@dataclass(frozen=True)
class Concept:
    """One stability concept; a member of the shelf `detente.stability.concepts`.

    `holds(conflict, i, s)` is the definition, written naively: is state s stable for decision
    maker i? `replies` and `countermoves` say the same to the kernel: what the others may do in
    answer, and whether a sanction must survive the mover's own best counter-move.
    """

    key: str
    name: str
    order: int
    meaning: str
    limits: str
    source: str
    holds: Callable[[Conflict, int, int], bool]
    replies: Replies
    countermoves: bool = False
