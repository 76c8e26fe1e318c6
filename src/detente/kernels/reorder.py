"""How a lexicographic order of statements must be changed so that a pivot stands where it should.

Statements are numbers from 0, most important first. A comparison of the pivot with another state is
two sets of statements, as bits: those on which the pivot does better (pro) and those on which the
other does (con). The pivot is at least as good iff the most important of them all is a pro, or
there is no con.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from detente.kernels.monotone import Clause, simplified

__all__ = ["Comparison", "Fewest", "fewest_swaps", "moved"]

Order = tuple[int, ...]


class Comparison(NamedTuple):
    """What speaks for the pivot, and what for the other state; bits of statements, disjoint."""

    pro: int
    con: int

    @property
    def settled(self) -> bool | None:
        """Whether every order agrees that the pivot is no worse, or that it is; None if it varies."""
        return True if not self.con else None if self.pro else False

    def easier(self, other: Comparison) -> bool:
        """Return whether every order that meets the other comparison meets this one."""
        return other.pro & ~self.pro == 0 and self.con & ~other.con == 0


class Fewest(NamedTuple):
    """The answer to how few swaps of neighbours do.

    With `complete`, `order` is an order that takes `swaps`, the fewest; or None, and then no order
    does it. Otherwise the search was stopped: it takes `swaps` at least.
    """

    order: Order | None
    swaps: int
    complete: bool


def fewest_swaps(
    statements: int,
    comparisons: Sequence[Comparison],
    clauses: Iterable[Clause],
    most: int = 20000,
) -> Fewest:
    """Return an order of statements that meets a condition and takes the fewest swaps of neighbours.

    The condition is monotone (see `monotone`); items of `clauses` are places in `comparisons`.
    Orders are built from the top, those of fewer swaps first; two beginnings that place the same
    statements and lose the same comparisons count once, and one that loses a clause is given up.
    Looks at `most` beginnings at most.

    >>> one = frozenset([frozenset([0])])
    >>> fewest_swaps(3, [Comparison(pro=0b100, con=0b010)], [one])
    Fewest(order=(0, 2, 1), swaps=1, complete=True)
    """
    condition = _Condition(statements, comparisons, clauses)
    pending: list[tuple[int, Order, int, int]] = [(0, (), 0, 0)]
    seen: set[tuple[int, int]] = set()
    while pending:
        swaps, order, touched, lost = heapq.heappop(pending)
        placed = sum(1 << j for j in order)
        if (placed, lost) in seen:
            continue
        if len(seen) == most:
            return Fewest(None, swaps, False)
        seen.add((placed, lost))
        rest = [j for j in range(statements) if not placed >> j & 1]
        if condition.possible(condition.after(touched, lost, rest)[1]):
            return Fewest((*order, *rest), swaps, True)
        for passed, j in enumerate(rest):
            after = condition.after(touched, lost, [j])
            if condition.possible(after[1]):
                heapq.heappush(pending, (swaps + passed, (*order, j), *after))
    return Fewest(None, 0, True)


class _Condition:
    """A condition on comparisons, as sets of comparisons in bits."""

    def __init__(
        self, statements: int, comparisons: Sequence[Comparison], clauses: Iterable[Clause]
    ) -> None:
        distinct = sorted(set(comparisons))
        place = {c: k for k, c in enumerate(distinct)}
        self.clauses = [
            [reduce(or_, (1 << place[c] for c in a), 0) for a in clause]
            for clause in _lean(clauses, comparisons, place)
        ]
        each = range(statements)
        self.pro = [sum(1 << k for k, c in enumerate(distinct) if c.pro >> j & 1) for j in each]
        self.con = [sum(1 << k for k, c in enumerate(distinct) if c.con >> j & 1) for j in each]

    def after(self, touched: int, lost: int, order: Iterable[int]) -> tuple[int, int]:
        """Return which comparisons are decided, and which lost, once more statements are placed."""
        for j in order:
            lost |= self.con[j] & ~touched
            touched |= self.pro[j] | self.con[j]
        return touched, lost

    def possible(self, lost: int) -> bool:
        """Return whether each clause has an alternative of which nothing is lost."""
        return all(any(not a & lost for a in clause) for clause in self.clauses)


def moved(order: Sequence[int], k: int, to: int) -> Order:
    """Return an order with what stands in place k moved to another place.

    >>> moved([5, 6, 7], 0, 2)
    (6, 7, 5)
    """
    rest = [*order[:k], *order[k + 1 :]]
    return (*rest[:to], order[k], *rest[to:])


def _lean(
    clauses: Iterable[Clause], comparisons: Sequence[Comparison], place: dict[Comparison, int]
) -> list[list[list[Comparison]]]:
    """Return the condition without comparisons that no order changes, and without what follows."""
    named = sorted(place, key=lambda c: place[c])
    open_ = [_easiest({frozenset(comparisons[x] for x in a) for a in clause}) for clause in clauses]
    numbered = [[[place[c] for c in a] for a in clause] for clause in open_]
    return [[[named[k] for k in a] for a in clause] for clause in simplified(numbered)]


def _easiest(alternatives: set[frozenset[Comparison]]) -> list[list[Comparison]]:
    """Drop alternatives that no order meets, and those that are harder than another one."""
    left = [
        frozenset(c for c in a if c.settled is None)
        for a in alternatives
        if all(c.settled is not False for c in a)
    ]
    single = {c for a in left if len(a) == 1 for c in a}
    hard = {c for c in single if any(d != c and d.easier(c) for d in single)}
    return [sorted(a) for a in set(left) if not (len(a) == 1 and a & hard)]
