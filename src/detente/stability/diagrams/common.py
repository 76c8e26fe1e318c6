"""What several sets have in common, in whichever of some orders needs the fewest nodes.

Each set alone is small in any good order; together they can be small in one and huge in another,
and nothing tells beforehand. So every order is tried with few nodes, then every one with more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.stability.diagrams.backend import Diagrams, OutOfNodes, Set
from detente.stability.diagrams.table import Table

__all__ = ["common"]

_FEW, _MORE = 1 << 16, 4


def common(tables: Sequence[Table], orders: Iterable[tuple[int, ...]], nodes: int) -> Table:
    """Return the states that are in every one of some tables.

    Raises `OutOfNodes` where no order does with so many nodes.

    >>> diagrams = Diagrams(2)
    >>> one, other = (Table((0, 1), *diagrams.nodes(diagrams.level(k)).T) for k in range(2))
    >>> both = common([one, other], [(1, 0)], 100)
    >>> both.bits, [code for code in range(4) if code in both]
    ((1, 0), [3])
    """
    orders = list(orders)
    for limit in _limits(nodes):
        for order in orders:
            try:
                return _joined(tables, order, limit)
            except OutOfNodes:
                continue
    raise OutOfNodes


def _limits(nodes: int) -> Iterator[int]:
    """Yield numbers of nodes to try with: ever more, and in the end all."""
    limit = _FEW
    while limit < nodes:
        yield limit
        limit *= _MORE
    yield nodes


def _joined(tables: Sequence[Table], order: tuple[int, ...], nodes: int) -> Table:
    """Return what tables have in common in one order, the small ones joined first."""
    diagrams = Diagrams(len(order), nodes)
    found = diagrams.true
    for table in sorted(tables, key=lambda table: table.root):
        found &= _drawn(diagrams, order, table)
    return Table(order, *diagrams.nodes(found).T)


def _drawn(diagrams: Diagrams, order: tuple[int, ...], table: Table) -> Set:
    """Return the set of a table, its options at the places of an order."""
    level = {bit: place for place, bit in enumerate(order)}
    sets = [diagrams.false, diagrams.true]
    rows = zip(table.place.tolist(), table.high.tolist(), table.low.tolist(), strict=True)
    for place, high, low in list(rows)[2:]:
        sets.append(diagrams.chosen(level[table.bits[place]], sets[high], sets[low]))
    return sets[table.root]
