"""Conditions on which items stand below one pivot, without what follows from the rest of them.

A condition is a list of clauses, all of which must be met. A clause is a set of alternatives, one of
which must be met whole; an alternative is a set of items that must all stand below the pivot. Such a
condition is monotone: what lowers an item never breaks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["Clause", "Items", "simplified"]

Items = frozenset[int]
Clause = frozenset[Items]


def simplified(clauses: Iterable[Iterable[Iterable[int]]]) -> tuple[Clause, ...]:
    """Return an equivalent condition without what follows from the rest, in a fixed order.

    Dropped are alternatives that hold another one, and clauses that another one implies. A clause
    with an empty alternative is always met; one without any alternative never is.

    >>> [sorted(map(sorted, c)) for c in simplified([[[1], [1, 2], [3]], [[1], [3], [4]], [[]]])]
    [[[1], [3]]]
    """
    known: dict[Items, Items] = {}
    given = [
        frozenset(known.setdefault(i, i) for i in map(frozenset, clause)) for clause in clauses
    ]
    inner = _inner(known)
    kept: list[Clause] = []
    lean = {frozenset(a for a in c if not any(b in c for b in inner[a])) for c in given}
    for clause in sorted(lean, key=_written):
        if frozenset() in clause or any(_implies(k, clause, inner) for k in kept):
            continue
        kept = [k for k in kept if not _implies(clause, k, inner)] + [clause]
    return tuple(kept)


def _written(clause: Clause) -> tuple[int, list[list[int]]]:
    return len(clause), sorted(map(sorted, clause))


def _inner(known: Mapping[Items, Items]) -> dict[Items, frozenset[Items]]:
    """Return for each alternative those of the others that it holds; a single item holds none."""
    single = {x: known[frozenset([x])] for a in known if len(a) == 1 for x in a}
    large = [a for a in known if len(a) != 1]
    inner = dict.fromkeys(single.values(), frozenset[Items]())
    for a in large:
        inside = {b for b in large if len(b) < len(a) and b <= a}
        inner[a] = frozenset(inside | {single[x] for x in a if x in single})
    return inner


def _implies(first: Clause, second: Clause, inner: Mapping[Items, frozenset[Items]]) -> bool:
    """Return whether each way to meet the first clause meets the second."""
    return all(a in second or not inner[a].isdisjoint(second) for a in first)
