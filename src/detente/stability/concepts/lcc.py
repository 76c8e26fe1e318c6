"""Limited-move stability with a cooperative coalition (L_h^CC): all others move as one.

For any number of decision makers: the others answer together, by joint moves. Reading implemented,
derived from the paper's abstract and not checked against the paper: the coalition moves only to an
end that every member prefers to the state it is in, and to none that another such end beats, liked
at least as much by all and more by one. Against others of one mind, opposed to the mover, this is
the maximin that MR computes, as the abstract says of the concept; against one other it is
limited-move stability. Ties are read as there.

Source: Soares, Rêgo & Vieira (2026).
"""

from __future__ import annotations

from functools import partial

from detente.stability.definition import Conflict
from detente.stability.families import Family, ahead
from detente.stability.foresight import among_many, cooperating
from detente.stability.foresight_definitions import as_one, expected_among

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int, moves: int) -> bool:
    """Return whether i, looking so many moves ahead, stays at s; all others answer as one.

    >>> steps = [{0: frozenset({1})}, {1: frozenset({2})}, {2: frozenset({3})}]
    >>> steps = [{s: mine.get(s, frozenset()) for s in range(4)} for mine in steps]
    >>> ranks = [dict(enumerate(r)) for r in ([1, 2, 3, 0], [0, 0, 0, 1], [0, 0, 1, 2])]
    >>> holds(Conflict(range(4), steps, ranks), 0, 0, 2)    # both gain from ending in 3
    True
    """
    return expected_among(conflict, i, moves, as_one)[s] == {s}


MEMBER = Family(
    key="lcc",
    name="Limited-move stability against a cooperative coalition",
    order=11,
    meaning="Looking so many moves ahead, it stays; the others answer as one, and all must gain.",
    limits="A reading of the published concept; with ties it must stay however they are broken.",
    source="Soares, Rêgo & Vieira (2026)",
    holds=holds,
    parameter="a number of moves",
    example="3",
    make=ahead(partial(among_many, cooperating)),
)
