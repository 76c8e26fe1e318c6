"""Walks and cycles as they are defined, one at a time: what the kernels must equal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from hypothesis import strategies as st

from detente.kernels.arcs import Arcs, arcs_from

__all__ = ["Node", "arcs_of", "legal_walks", "loops", "moves_drawn", "onward", "shortest_lengths"]

Moves = Sequence[Mapping[int, frozenset[int]]]
"""`moves[j][s]`: where j goes from s in one move; states are numbers from 0."""
Node = tuple[int, int]
"""A last mover and the state it moved to."""


@st.composite
def moves_drawn(draw: st.DrawFn, movers: int = 3, states: int = 6) -> Moves:
    """Arcs of any kind: neither transitive nor reversible, the same arc perhaps of several."""
    size = draw(st.integers(1, states))
    pairs = st.sets(st.tuples(*[st.integers(0, size - 1)] * 2), max_size=2 * size)
    every = draw(st.lists(pairs, min_size=1, max_size=movers))
    return [{s: frozenset(t for q, t in own if q == s != t) for s in range(size)} for own in every]


def arcs_of(moves: Moves) -> list[Arcs]:
    """Return the same moves as the kernels want them."""
    return [arcs_from(((s, t) for s, to in own.items() for t in to), len(own)) for own in moves]


def onward(moves: Moves, node: Node) -> set[Node]:
    """Return the pairs that one move leads to: anyone may make it but who moved last."""
    last, s = node
    return {(j, t) for j, own in enumerate(moves) if j != last for t in own[s]}


def legal_walks(moves: Moves, start: int, length: int) -> list[tuple[Node, ...]]:
    """Return every walk of so many moves in which nobody moves twice in succession."""
    found: list[tuple[Node, ...]] = [()]
    for _ in range(length):
        found = [
            (*walk, node)
            for walk in found
            for node in sorted(onward(moves, walk[-1] if walk else (-1, start)))
        ]
    return found


def shortest_lengths(moves: Moves, start: int) -> dict[Node, int]:
    """Return the fewest moves of a walk that ends in each pair of a last mover and a state."""
    found: dict[Node, int] = {}
    ends: set[Node] = {(-1, start)}
    for length in range(1, len(moves) * len(moves[0]) + 2):
        ends = {node for end in ends for node in onward(moves, end)}
        found |= {node: length for node in ends if node not in found}
    return found


def loops(moves: Moves, among: set[Node]) -> set[frozenset[Node]]:
    """Return the largest sets of pairs in which walks among them lead from each to each."""
    reach = {node: _closure(moves, node, among) for node in among}
    both = {n: frozenset(m for m in reach[n] if n in reach[m]) for n in among}
    return {found for n, found in both.items() if n in found}


def _closure(moves: Moves, node: Node, among: set[Node]) -> set[Node]:
    seen: set[Node] = set()
    pending = [node]
    while pending:
        fresh = (onward(moves, pending.pop()) & among) - seen
        seen |= fresh
        pending += fresh
    return seen


def dense(rng: np.random.Generator, movers: int, size: int) -> Moves:
    """Draw moves at random; the share of arcs that are there differs from draw to draw."""
    share = rng.choice([0.02, 0.1, 0.4])
    there = rng.random((movers, size, size)) < share
    return [
        {s: frozenset(np.flatnonzero(row[s]).tolist()) - {s} for s in range(size)} for row in there
    ]
