"""Scores as lists of sets, the most important first: compared, and the better or worse of two."""

from __future__ import annotations

from collections.abc import Sequence

from detente.stability.diagrams.backend import Set

__all__ = ["no_less", "worse"]


def no_less(ours: Sequence[Set], theirs: Sequence[Set], equal: Set) -> Set:
    """Return where one score is no worse than another; where they are equal, `equal` decides.

    >>> from detente.stability.diagrams.backend import Diagrams
    >>> diagrams = Diagrams(2)
    >>> a, b = diagrams.level(0), diagrams.level(1)
    >>> no_less([a], [b], diagrams.true) == a | ~b, no_less([a], [b], diagrams.false) == a & ~b
    (True, True)
    """
    found = equal
    for mine, yours in zip(reversed(ours), reversed(theirs), strict=True):
        found = mine & ~yours | (mine | ~yours) & found
    return found


def worse(ours: Sequence[Set], theirs: Sequence[Set], true: Set) -> list[Set]:
    """Return the worse of two scores in every state."""
    better = no_less(ours, theirs, true)
    return [better.ite(yours, mine) for mine, yours in zip(ours, theirs, strict=True)]
