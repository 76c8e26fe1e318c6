"""Moves given as arcs of a graph, and what a group reaches by them; nothing is assumed of the arcs.

Here moves need not be transitive, so the rule of succession counts: in a joint move nobody moves
twice in succession, but may move again later. Sets of states are rows of packed bits, so what every
state leads to takes n * n / 8 bytes for n states.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Arcs", "arcs_from", "held", "joint_reach", "kept_arcs"]

Rows = NDArray[np.uint8]
Row = Callable[[int], NDArray[np.bool_]]


class Arcs(NamedTuple):
    """The moves of one decision maker: from state s to `targets[starts[s]:starts[s + 1]]`.

    `starts` has shape (n + 1,); targets of one state are in rising order, s itself not among them.
    """

    starts: NDArray[np.int64]
    targets: NDArray[np.int64]

    @property
    def size(self) -> int:
        """The number of states."""
        return len(self.starts) - 1

    def of(self, s: int) -> NDArray[np.int64]:
        """Return the states reached from s in one move."""
        return self.targets[self.starts[s] : self.starts[s + 1]]

    def sources(self) -> NDArray[np.int64]:
        """Return the state that each arc leaves; shape (arcs,)."""
        return np.repeat(np.arange(self.size, dtype=np.int64), np.diff(self.starts))


def arcs_from(pairs: Iterable[tuple[int, int]], size: int) -> Arcs:
    """Return arcs from pairs (from, to); loops and repetitions are dropped.

    >>> arcs = arcs_from([(2, 0), (0, 1), (0, 1), (1, 1)], 3)
    >>> [arcs.of(s).tolist() for s in range(3)]
    [[1], [], [0]]
    """
    found = sorted({(s, t) for s, t in pairs if s != t})
    table = np.array(found, dtype=np.int64).reshape(-1, 2)
    counts = np.bincount(table[:, 0], minlength=size)
    return Arcs(np.concatenate([[0], np.cumsum(counts)]).astype(np.int64), table[:, 1].copy())


def kept_arcs(arcs: Arcs, keep: Row) -> Arcs:
    """Return the arcs (s, t) for which `keep(s)[t]` is true; `keep(s)` has shape (n,).

    >>> up = kept_arcs(arcs_from([(0, 1), (1, 0)], 2), lambda s: np.array([False, True]))
    >>> up.of(0).tolist(), up.of(1).tolist()
    ([1], [])
    """
    parts = [t[keep(s)[t]] if len(t := arcs.of(s)) else t for s in range(arcs.size)]
    starts = np.concatenate([[0], np.cumsum([len(p) for p in parts])]).astype(np.int64)
    return Arcs(starts, np.concatenate([*parts, np.empty(0, dtype=np.int64)]))


def joint_reach(movers: Sequence[Arcs]) -> NDArray[np.bool_]:
    """Return where the movers together can take the conflict from every state; shape (n, n).

    Legal sequences only: nobody moves twice in succession. Row s holds s itself only where a
    sequence returns to it. Time: one pass over the arcs, n / 8 bytes each, for every step of the
    longest shortest sequence. Raises `ValueError` where there is no mover.

    >>> ring = [arcs_from([(0, 1)], 4), arcs_from([(1, 2)], 4), arcs_from([(2, 3)], 4)]
    >>> np.flatnonzero(joint_reach(ring)[0]).tolist()
    [1, 2, 3]
    >>> alone = arcs_from([(0, 1), (1, 2)], 3)
    >>> np.flatnonzero(joint_reach([alone])[0]).tolist()
    [1]
    """
    if not movers:
        raise ValueError("a joint move needs at least one mover")
    single = [_single(arcs) for arcs in movers]
    if len(movers) == 1:
        return _unpacked(single[0], movers[0].size)
    first = [rows.copy() for rows in single]
    changed = [np.ones(arcs.size, dtype=bool) for arcs in movers]
    while any(c.any() for c in changed):
        changed = [_extend(j, arcs, single[j], first, changed) for j, arcs in enumerate(movers)]
    return _unpacked(np.bitwise_or.reduce(first), movers[0].size)


def _extend(
    j: int, arcs: Arcs, single: Rows, first: list[Rows], changed: list[NDArray[np.bool_]]
) -> NDArray[np.bool_]:
    """Add to row s of `first[j]` what the others reach from where j takes s; say which rows grew.

    Only rows that lead to a changed one can grow.
    """
    others = [k for k in range(len(first)) if k != j]
    fresh = np.logical_or.reduce([changed[k] for k in others])
    onward = np.bitwise_or.reduce([first[k] for k in others])
    before = first[j].copy()
    for s in np.unique(arcs.sources()[fresh[arcs.targets]]).tolist():
        first[j][s] = single[s] | np.bitwise_or.reduce(onward[arcs.of(s)], axis=0)
    grown: NDArray[np.bool_] = (before != first[j]).any(axis=1)
    return grown


def _single(arcs: Arcs) -> Rows:
    table = np.zeros((arcs.size, arcs.size), dtype=bool)
    table[arcs.sources(), arcs.targets] = True
    return np.packbits(table, axis=1)


def _unpacked(rows: Rows, size: int) -> NDArray[np.bool_]:
    return np.unpackbits(rows, axis=1, count=size).astype(bool)


def held(
    own: Arcs, tempts: Row, deters: Row, replies: NDArray[np.bool_] | None, countermoves: bool
) -> NDArray[np.bool_]:
    """Return the states that one decision maker does not leave; shape (n,).

    `tempts(s)` marks the states that it would leave s for, `deters(s)` those that keep it in s:
    the leave-set and the sanction-set, rows of shape (n,). A state is held if each tempting move
    of `own` meets a reply in row `replies[s1]` that deters; with `countermoves` one from which
    each move of `own` deters, too. Without `replies` (shape (n, n)) nothing answers.

    >>> own, other = arcs_from([(0, 1)], 3), arcs_from([(1, 2)], 3)
    >>> ranks = np.array([1, 2, 0])
    >>> rows = (lambda s: ranks > ranks[s]), (lambda s: ranks <= ranks[s])
    >>> held(own, *rows, joint_reach([other]), False).tolist()
    [True, True, True]
    >>> held(own, *rows, None, False).tolist()
    [False, True, True]
    """
    answers = None if replies is None else np.packbits(replies, axis=1)
    mine = _single(own) if countermoves else None
    result = np.ones(own.size, dtype=bool)
    for s in range(own.size):
        moved = own.of(s)
        moved = moved[tempts(s)[moved]]
        if answers is None or not len(moved):
            result[s] = not len(moved)
            continue
        deterring = np.packbits(deters(s))
        met = answers[moved] & deterring
        if mine is not None:
            met &= _binding(np.bitwise_or.reduce(met), mine, deterring, own.size)
        result[s] = met.any(axis=1).all()
    return result


def _binding(
    met: NDArray[np.uint8], mine: Rows, deterring: NDArray[np.uint8], size: int
) -> NDArray[np.uint8]:
    """Return those of some states, packed, from which every move of one's own deters, too."""
    states = np.flatnonzero(np.unpackbits(met, count=size))
    kept = np.zeros(size, dtype=bool)
    kept[states] = ~(mine[states] & ~deterring).any(axis=1)
    return np.packbits(kept)
