"""One decision maker and the others moving in turn: who can keep whom from gaining.

Tables of states by states: row s is about leaving state s, and says of every state q whether it
deters, that is whether it would leave the decision maker no reason to have left s.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from detente.kernels.arcs import Arcs

__all__ = ["Rounds"]

Table = NDArray[np.bool_]
Bits = NDArray[np.uint8]


class Rounds:
    """The moves of one decision maker and the joint replies of the others, shape (n, n), or none.

    Whoever is on the move may also stay, and that ends the matter. Tables have shape (k, n): one
    row for each state left, one column for each state where it may end. All rows are worked out
    at once, as packed bits, so a step costs k / 8 bytes for each move or reply.

    >>> from detente.kernels.arcs import arcs_from, joint_reach
    >>> own, other = arcs_from([(0, 1), (2, 3)], 4), arcs_from([(1, 2)], 4)
    >>> rounds, ranks = Rounds(own, joint_reach([other])), np.array([1, 2, 0, 3])
    >>> deters = ranks[None, :] <= ranks[:, None]
    >>> rounds.answered(rounds.safe(deters, 0))[0].tolist()     # 1 is answered by 2
    [False, True, False, False]
    >>> rounds.answered(rounds.safe(deters, 1))[0].tolist()     # but 2 has an escape to 3
    [False, False, False, False]
    """

    def __init__(self, own: Arcs, replies: Table | None) -> None:
        self._own, self._replies = own, replies

    def safe(self, deters: Table, moves: int | None) -> Table:
        """Return in which states the decision maker, on the move, cannot end undeterred.

        It and the others have so many moves left in turn, the first its own; None for no limit,
        where going round for ever does not count as ending.
        """
        free = _packed(~deters)
        escapes = free | self._moved(free) if moves is not None and moves % 2 else free
        left = None if moves is None else moves // 2
        while left is None or left > 0:
            before = escapes
            escapes = free | self._moved(free & ~self._met(~escapes))
            if np.array_equal(before, escapes):
                break
            left = None if left is None else left - 1
        return ~_unpacked(escapes, len(deters))

    def answered(self, safe: Table) -> Table:
        """Return from which states a joint reply of the others leads to a state marked safe."""
        return _unpacked(self._met(_packed(safe)), len(safe))

    def _moved(self, marked: Bits) -> Bits:
        """Return from which states an own move leads to a marked one."""
        return _leads(marked, lambda q: self._own.of(q))

    def _met(self, marked: Bits) -> Bits:
        replies = self._replies
        if replies is None:
            return np.zeros_like(marked)
        return _leads(marked, lambda q: replies[q].nonzero()[0])


def _leads(marked: Bits, steps: Callable[[int], NDArray[np.int64]]) -> Bits:
    """Return which states some step leads from to a marked one; those with equal steps only once."""
    found, known = np.zeros_like(marked), dict[bytes, int]()
    for q in range(len(marked)):
        targets = steps(q)
        same = known.setdefault(targets.tobytes(), q)
        found[q] = found[same] if same != q else np.bitwise_or.reduce(marked[targets], axis=0)
    return found


def _packed(table: Table) -> Bits:
    """Return the columns of a table as rows of packed bits."""
    return np.packbits(table.T, axis=1)


def _unpacked(bits: Bits, rows: int) -> Table:
    return np.unpackbits(bits, axis=1, count=rows).T.astype(bool)
