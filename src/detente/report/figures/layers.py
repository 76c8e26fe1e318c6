"""Layered drawing of a directed graph: columns, few crossings, and routes between the boxes.

After Sugiyama, Tagawa & Toda (1981): long edges get a place in every column that they cross, columns
are ordered by the mean place of their neighbours, to and fro, and the best order seen is kept.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Placed", "layered", "ranks_of"]

SWEEPS = 24
GAP = 12.0

Edge = tuple[int, int]
Slot = tuple[int, int, int]
"""A place in a column: a node (k, -1, -1), or where edge e passes column c (-1, e, c)."""


@dataclass(frozen=True)
class Placed:
    """Where nodes and routes lie. `tops` and `columns` give each node's top and column; `routes`
    the heights at which each edge passes the columns between its ends, in the order of its course.
    """

    columns: Mapping[int, int]
    tops: Mapping[int, float]
    routes: Mapping[int, Sequence[tuple[int, float]]]
    height: float


def ranks_of(nodes: Sequence[int], edges: Sequence[Edge]) -> dict[int, int]:
    """Return a column for each node so that most edges run forward: longest paths, cycles cut.

    An edge that would close a cycle, met in the order of a search in depth, is not counted.

    >>> ranks_of([0, 1, 2], [(0, 1), (1, 2), (2, 0)])
    {0: 0, 1: 1, 2: 2}
    """
    after: dict[int, list[int]] = defaultdict(list)
    entered = {b for _, b in edges}
    for a, b in edges:
        after[a].append(b)
    done: list[int] = []
    state: dict[int, int] = {}

    def visit(node: int) -> None:
        state[node] = 1
        for other in after[node]:
            if other not in state:
                visit(other)
        state[node] = 2
        done.append(node)

    for node in sorted(nodes, key=lambda n: n in entered):
        if node not in state:
            visit(node)
    order = {node: k for k, node in enumerate(reversed(done))}
    ranks = dict.fromkeys(nodes, 0)
    for node in sorted(nodes, key=lambda n: order[n]):
        for other in after[node]:
            if other in order and order[other] > order[node]:
                ranks[other] = max(ranks[other], ranks[node] + 1)
    return ranks


def layered(
    columns: Mapping[int, int], edges: Sequence[Edge], heights: Mapping[int, float]
) -> Placed:
    """Order the nodes of each column and route the edges between them.

    `columns` gives the column of each node, `heights` the height of its box. Edges within one
    column have no route.
    """
    slots, chains = _slots(columns, edges)
    links: dict[Slot, list[Slot]] = defaultdict(list)
    for chain in chains.values():
        for a, b in itertools.pairwise(chain):
            links[a].append(b)
            links[b].append(a)
    order = _ordered(slots, links)
    tops = _tops(order, links, heights)
    height = max((tops[s] + _tall(s, heights) for c in order for s in c), default=0.0)
    return Placed(
        columns=columns,
        tops={n: tops[n, -1, -1] for n in columns},
        routes={e: [(s[2], tops[s] + 1) for s in chain[1:-1]] for e, chain in chains.items()},
        height=height,
    )


def _slots(
    columns: Mapping[int, int], edges: Sequence[Edge]
) -> tuple[list[list[Slot]], dict[int, list[Slot]]]:
    """Return what stands in each column, and the course of each edge over the columns."""
    table: list[list[Slot]] = [[] for _ in range(max(columns.values(), default=-1) + 1)]
    for node, column in columns.items():
        table[column].append((node, -1, -1))
    chains: dict[int, list[Slot]] = {}
    for e, (a, b) in enumerate(edges):
        step = 1 if columns[b] > columns[a] else -1
        between = [(-1, e, c) for c in range(columns[a] + step, columns[b], step)]
        for slot in between:
            table[slot[2]].append(slot)
        if columns[a] != columns[b]:
            chains[e] = [(a, -1, -1), *between, (b, -1, -1)]
    return table, chains


def _ordered(table: list[list[Slot]], links: Mapping[Slot, list[Slot]]) -> list[list[Slot]]:
    """Return the order of each column with the fewest crossings that the sweeps came upon."""
    column = {s: c for c, some in enumerate(table) for s in some}
    best, least = [list(c) for c in table], _crossings(table, links, column)
    current = [list(c) for c in table]
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for c in range(len(current)) if forward else range(len(current) - 1, -1, -1):
            near = {
                s: k
                for d in (c - 1, c + 1)
                if 0 <= d < len(current)
                for k, s in enumerate(current[d])
                if sweep > 6 or d == (c - 1 if forward else c + 1)
            }
            now = {s: float(k) for k, s in enumerate(current[c])}
            current[c].sort(key=lambda s, near=near, now=now: _mean(s, near, links, now[s]))  # type: ignore[misc]
        found = _crossings(current, links, column)
        if found < least:
            best, least = [list(c) for c in current], found
    return best


def _mean(
    slot: Slot, near: Mapping[Slot, int], links: Mapping[Slot, list[Slot]], own: float
) -> float:
    places = [near[s] for s in links.get(slot, ()) if s in near]
    return sum(places) / len(places) if places else own


def _crossings(
    table: Sequence[Sequence[Slot]], links: Mapping[Slot, list[Slot]], column: Mapping[Slot, int]
) -> int:
    total = 0
    for c in range(len(table) - 1):
        place = {s: k for k, s in enumerate(table[c + 1])}
        ends = [
            place[t]
            for s in table[c]
            for t in sorted(
                (t for t in links.get(s, ()) if column[t] == c + 1), key=place.__getitem__
            )
        ]
        total += sum(ends[i] > b for j, b in enumerate(ends) for i in range(j))
    return total


def _tall(slot: Slot, heights: Mapping[int, float]) -> float:
    return heights[slot[0]] if slot[0] >= 0 else 2.0


def _tops(
    order: Sequence[Sequence[Slot]],
    links: Mapping[Slot, list[Slot]],
    heights: Mapping[int, float],
) -> dict[Slot, float]:
    """Return the top of every slot: in order, apart, and as level with its neighbours as that allows."""
    tops: dict[Slot, float] = {}
    for column in order:
        y = 0.0
        for slot in column:
            tops[slot] = y
            y += _tall(slot, heights) + GAP
    most = max((_end(column, tops, heights) for column in order if column), default=0.0)
    for column in order:
        spare = (most - _end(column, tops, heights)) / 2 if column else 0.0
        for slot in column:
            tops[slot] += spare
    for sweep in range(10):
        for column in order if sweep % 2 == 0 else reversed(order):
            _level(column, tops, links, heights, most)
    return tops


def _end(column: Sequence[Slot], tops: Mapping[Slot, float], heights: Mapping[int, float]) -> float:
    return tops[column[-1]] + _tall(column[-1], heights)


def _level(
    column: Sequence[Slot],
    tops: dict[Slot, float],
    links: Mapping[Slot, list[Slot]],
    heights: Mapping[int, float],
    most: float,
) -> None:
    """Move the slots of a column towards the middle of their neighbours without passing each other."""
    for _ in range(2):
        for k, slot in enumerate(column):
            tall = _tall(slot, heights)
            middles = [tops[s] + _tall(s, heights) / 2 for s in links.get(slot, ())]
            wish = sum(middles) / len(middles) - tall / 2 if middles else tops[slot]
            low = tops[column[k - 1]] + _tall(column[k - 1], heights) + GAP if k else 0.0
            high = tops[column[k + 1]] - GAP - tall if k + 1 < len(column) else most - tall
            tops[slot] = max(low, min(wish, high))
