"""Limited-move stability (L_h): two decision makers look a stated number of moves ahead.

With no move left a state ends where it is. With h moves left its owner takes the move for whose
end, with h - 1 moves left and the other on the move, it cares most, if it likes that end better
than the state; else it stays, and that is the end. L_1 is Nash stability.

With ties there may be several such ends, as was observed in print in 2024. Reading implemented: a
mover stays unless it gains; every end is kept that some way of breaking ties leads to, and the
state is stable if its owner stays however ties are broken.

Source: Kilgour (1985); in the graph model Fang, Hipel & Kilgour (1993).
"""

from __future__ import annotations

from itertools import islice

from detente.stability.definition import Conflict
from detente.stability.families import Family, ahead
from detente.stability.foresight import limited
from detente.stability.foresight_definitions import expected_by_two

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int, moves: int) -> bool:
    """Return whether i, on the move at s and looking so many moves ahead, stays.

    >>> free = [{s: frozenset({s ^ bit}) for s in range(4)} for bit in (1, 2)]
    >>> dilemma = [dict(enumerate([2, 3, 0, 1])), dict(enumerate([2, 0, 3, 1]))]
    >>> [holds(Conflict(range(4), free, dilemma), 0, 0, moves) for moves in (1, 2, 3)]
    [False, True, True]
    """
    ends = next(islice(expected_by_two(conflict), moves, None))
    return ends[i][s] == {s}


MEMBER = Family(
    key="lh",
    name="Limited-move stability",
    order=9,
    meaning="Looking so many moves ahead, each side choosing what is best for it, it stays.",
    limits="For two decision makers; with ties it must stay however they are broken.",
    source="Kilgour (1985); Fang, Hipel & Kilgour (1993)",
    holds=holds,
    parameter="a number of moves",
    example="3",
    make=ahead(limited),
)
