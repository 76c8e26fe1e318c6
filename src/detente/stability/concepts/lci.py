"""Limited-move stability with an individualistic coalition (L_h^CI): each of the others for itself.

For any number of decision makers: the others answer together, by joint moves. Reading implemented,
derived from the paper's abstract and not checked against the paper: any one of the others may
lead, and takes the joint move whose end is best for itself, of those that they who gain from their
end can make by themselves. Against others of one mind, opposed to the mover, this is the maximin
that MR computes, as the abstract says of the concept; against one other it is limited-move
stability. Ties are read as there.

Source: Soares, Rêgo & Vieira (2026).
"""

from __future__ import annotations

from functools import partial

from detente.stability.definition import Conflict
from detente.stability.families import Family, ahead
from detente.stability.foresight import among_many, individualistic
from detente.stability.foresight_definitions import each_for_itself, expected_among

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int, moves: int) -> bool:
    """Return whether i, looking so many moves ahead, stays at s; any other may lead the answer.

    >>> steps = [{0: frozenset({1})}, {1: frozenset({2})}, {2: frozenset({3})}]
    >>> steps = [{s: mine.get(s, frozenset()) for s in range(4)} for mine in steps]
    >>> ranks = [dict(enumerate(r)) for r in ([1, 2, 0, 3], [0, 0, 1, 0], [0, 0, 0, 1])]
    >>> holds(Conflict(range(4), steps, ranks), 0, 0, 2)    # the second can lead to 2 alone
    True
    """
    return expected_among(conflict, i, moves, each_for_itself)[s] == {s}


MEMBER = Family(
    key="lci",
    name="Limited-move stability against an individualistic coalition",
    order=12,
    meaning="Looking so many moves ahead, it stays; any of the others may lead the answer.",
    limits="A reading of the published concept; with ties it must stay however they are broken.",
    source="Soares, Rêgo & Vieira (2026)",
    holds=holds,
    parameter="a number of moves",
    example="3",
    make=ahead(partial(among_many, individualistic)),
)
