"""The whole computation, part by part, so that what is settled stays when it is cut short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.kernels.thresholds import Replies
from detente.stability.diagrams.backend import MOST_NODES, OutOfNodes
from detente.stability.diagrams.common import common
from detente.stability.diagrams.order import good_orders
from detente.stability.diagrams.sheet import Sheet
from detente.stability.diagrams.stable import stable_set
from detente.stability.diagrams.table import Table
from detente.stability.symbolic.game import Game

__all__ = ["Job", "Part", "solve"]

Part = int | Table | None
"""The number of feasible states; then a table for each decision maker, and the one of all.

None comes last where there were not enough nodes."""


@dataclass(frozen=True, eq=False)
class Job:
    """A game, what each decision maker is afraid of (replies, counter-moves), and a limit of nodes."""

    game: Game
    rules: tuple[tuple[Replies, bool], ...]
    nodes: int = MOST_NODES


def solve(job: Job) -> Iterator[Part]:
    """Yield the parts of an answer as they are settled.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.game import read_game
    >>> job = Job(read_game(open_case("chicken"), "main"), (("none", False), ("none", False)))
    >>> feasible, row, column, both = solve(job)
    >>> feasible, row.count, column.count, both.count
    (4, 2, 2, 2)
    """
    try:
        orders = good_orders(job.game)
        sheet = Sheet(job.game, orders[0], job.nodes)
        yield sheet.states(sheet.feasible)
        tables = []
        for i, (replies, countermoves) in enumerate(job.rules):
            found = stable_set(sheet, i, replies, countermoves=countermoves)
            level, high, low = sheet.diagrams.nodes(found).T
            tables.append(Table(sheet.bits, level // 2, high, low))
            yield tables[-1]
        del found, sheet  # the nodes are needed
        yield common(tables, orders, job.nodes)
    except OutOfNodes:
        yield None
