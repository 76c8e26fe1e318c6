"""What is said of a move under a concept that is no threshold: what may come of it, and so what."""

from __future__ import annotations

from collections.abc import Callable

from detente.report.names import listed
from detente.stability.concept import Concept
from detente.stability.findings import Answer
from detente.stability.graph import State

__all__ = ["considered", "nothing_better"]

Say = Callable[[State], str]


def considered(concept: Concept, answer: Answer, going: Say, ending: Say) -> str:
    """Return what a decision maker could do, or others for it, and what keeps it back.

    `going` says a move ("taking up …"), `ending` a state where it may end.
    """
    if concept.helped:
        return f"The others could help it by {going(answer.improvement)}."
    said = f"It could move by {going(answer.improvement)}."
    if answer.ends:
        said += f" That may come to {listed([ending(e) for e in answer.ends], 'or')}."
    if answer.deterred:
        return f"{said} So it does not."
    return f"{said} So it does." if answer.ends else f"{said} Nothing answers this."


def nothing_better(concept: Concept) -> str:
    """Return what is said where there is nothing to consider."""
    if concept.helped:
        return "The others could do nothing for it."
    return "No better state lies within its own reach."
