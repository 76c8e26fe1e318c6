"""Thousands of analyses of one graph under other preferences: what holds in each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.errors import TooLarge, UsageError
from detente.kernels.batches import hold_all
from detente.kernels.bitsets import WORD, Words
from detente.stability.graph import ConflictGraph, State, levels_of
from detente.stability.shelf import concept_named

__all__ = ["Batch", "reversed_ranks", "stable_batch"]

Ranks = NDArray[Any]
BLOCK = 64
"""So many games are drawn up at a time, within the cache."""
MOST_STATES = 1 << 16
MOST_DIRECTED = 1 << 14
"""Where moves cannot be taken back, what leads where is noted for each pair of states."""


@dataclass(frozen=True, eq=False)
class Batch:
    """What holds in each game; `sets` has shape (games, concepts, words), one bit a state."""

    concepts: tuple[str, ...]
    sets: Words

    @property
    def counts(self) -> NDArray[np.int64]:
        """The number of equilibria; shape (games, concepts)."""
        counts: NDArray[np.int64] = np.bitwise_count(self.sets).sum(axis=-1, dtype=np.int64)
        return counts

    def holds(self, state: State) -> NDArray[np.bool_]:
        """Return in which games a state is an equilibrium; shape (games, concepts)."""
        word, bit = self.sets[..., state.code // WORD], np.uint64(state.code % WORD)
        return (word >> bit & np.uint64(1)).astype(bool)


def stable_batch(
    graph: ConflictGraph,
    ranks: Ranks,
    concepts: Sequence[str] = ("nash", "gmr", "smr"),
) -> Batch:
    """Return what holds in many games that share the states and moves of a graph.

    `ranks` has shape (games, decision makers, S), higher is better; where a state is infeasible it
    does not matter. Compiled where Numba is installed; SEQ and SSEQ only if the
    graph has at most 2**18 single moves.
    Raises `UnknownName`, `UsageError` for ranks of another shape or a concept that is no threshold,
    `TooLarge` above 2**16 states, or 2**14 where moves cannot be taken back.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> graph = build_graph(open_case("japan-russia"), "2016-12")
    >>> batch = stable_batch(graph, np.stack([graph.ranks, graph.ranks[:, ::-1]]))
    >>> batch.counts[0].tolist(), batch.holds(graph.status_quo)[0].tolist()
    ([1, 8, 6], [True, True, True])
    """
    if ranks.shape[1:] != graph.ranks.shape:
        raise UsageError(
            "these ranks do not fit the graph",
            found=ranks.shape,
            expected=f"games, {len(graph.deciders)} decision makers, {graph.feasible.size} states",
        )
    directed = any(m.up or m.down for m in graph.moves)
    most = MOST_DIRECTED if directed else MOST_STATES
    if graph.feasible.size > most:
        raise TooLarge(
            "too many states for many games at once",
            found=graph.feasible.size,
            expected=f"at most {most:,}",
            hint="hold options fixed, or analyse one game at a time",
        )
    members = [concept_named(c) for c in concepts]
    kinds = [(m.as_threshold("a batch"), m.countermoves) for m in members]
    found = hold_all(ranks, graph.feasible, graph.moves, kinds)
    return Batch(tuple(m.key for m in members), found)


def reversed_ranks(graph: ConflictGraph, flips: Sequence[NDArray[np.bool_]]) -> Ranks:
    """Return the ranks that follow where statements are turned into their reverse.

    `flips[i]` has shape (games, statements of decision maker i), true where a statement is
    reversed. The result has shape (games, decision makers, S), to be given to `stable_batch`: in
    the order of preference, but not dense. Raises `UsageError` for flips of another shape, and for
    a decision maker without statements, `TooLarge` where there are too many to fit into a number.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> graph = build_graph(open_case("japan-russia"), "treaty-menu")
    >>> as_it_is = [np.zeros((1, len(order)), dtype=bool) for order in graph.orders]
    >>> stable_batch(graph, reversed_ranks(graph, as_it_is)).counts.tolist()
    [[1, 1, 1]]
    """
    games = len(flips[0])
    shapes = [(games, len(order)) for order in graph.orders]
    if [f.shape for f in flips] != shapes or not all(graph.orders):
        raise UsageError(
            "these reversals do not fit the graph",
            found=[f.shape for f in flips],
            expected=f"{shapes}, and statements for everyone",
        )
    worths = [_worths(graph, i) for i in range(len(flips))]
    kind = np.uint16 if max(bound for _, bound in worths) <= 1 << 16 else np.int32
    ranks = np.empty((games, *graph.ranks.shape), dtype=kind)
    for i, (worth, _) in enumerate(worths):
        codes = flips[i] @ (1 << np.arange(len(worth)))
        patterns, place = np.unique(codes, return_inverse=True)
        turned = (patterns[:, None] >> np.arange(len(worth)) & 1).astype(bool)
        table = np.empty((len(patterns), graph.feasible.size), dtype=kind)
        for start in range(0, len(patterns), BLOCK):
            table[start : start + BLOCK] = _turned(
                graph.truth[i], worth, turned[start : start + BLOCK]
            )
        ranks[:, i] = table[place]
    return ranks


def _turned(
    truth: NDArray[np.bool_], worth: Sequence[int], turned: NDArray[np.bool_]
) -> NDArray[np.int32]:
    """Return the worth of what each state fulfils, for each pattern of statements turned round."""
    total = np.zeros((len(turned), truth.shape[1]), dtype=np.int32)
    for met, amount, flip in zip(truth, worth, turned.T, strict=True):
        total += (met ^ flip[:, None]) * np.int32(amount)
    return total


def _worths(graph: ConflictGraph, i: int) -> tuple[list[int], int]:
    """Return what each statement adds to a number that compares as preference does, and its bound."""
    levels = levels_of(graph.orders[i])
    worth, bound = [0] * len(levels), 1
    for level in sorted(set(levels), reverse=True):
        members = [k for k, at in enumerate(levels) if at == level]
        for k in members:
            worth[k] = bound
        bound *= len(members) + 1
    if bound > 1 << 31:
        raise TooLarge(
            "too many statements to reverse in many games at once",
            found=f"{len(levels)} of {graph.deciders[i]}",
            expected="31 at most, fewer where some count equally",
        )
    return worth, bound
