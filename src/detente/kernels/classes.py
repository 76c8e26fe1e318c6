"""Where a group of movers can take the conflict, summed up once for all preferences.

States from which the same states can be reached make a class; a class leads to others. The largest
(or least) value within reach of every state is then one pass over the states and one over the
steps between classes. That pays where many games share their feasible states and moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.kernels.bitsets import WORD, pack
from detente.kernels.moves import Moves, spread
from detente.kernels.replies import any_move, settle

__all__ = ["Classes", "classes_of"]


class Classes(NamedTuple):
    """`label[s]` is the class of feasible state s (0 where infeasible), one of `number`.

    `steps` has shape (n, 2): from a class to one that it leads to, in an order in which all steps
    out of a class come after all steps out of those that it leads to.
    """

    label: NDArray[np.int64]
    steps: NDArray[np.int64]
    number: int


def classes_of(feasible: NDArray[np.bool_], movers: Sequence[Moves]) -> Classes:
    """Return the classes of states that movers together tell apart by what they can reach.

    `feasible` has shape (S,). Where moves can all be taken back, classes lead nowhere else; else
    S * S / 8 bytes are taken on the way.

    >>> found = classes_of(np.ones(4, dtype=bool), [Moves((0,)), Moves(up=(1,))])
    >>> found.label.tolist(), found.steps.tolist()
    ([1, 1, 0, 0], [[1, 0]])
    """
    if not any(m.up or m.down for m in movers):
        numbers = np.arange(feasible.size, dtype=np.int64)
        least = settle(numbers, feasible, [any_move(m) for m in movers])
        return _labelled(feasible, np.unique(least[feasible], return_inverse=True)[1])
    reached = _reached(feasible, movers)[:, feasible].T
    rows, label = np.unique(reached, axis=0, return_inverse=True)
    label = label.ravel()  # a set that holds another comes after it, so classes are in order
    return _labelled(feasible, label)._replace(steps=_steps(feasible, rows, label))


def _labelled(feasible: NDArray[np.bool_], labels: NDArray[np.int64]) -> Classes:
    label = np.zeros(feasible.size, dtype=np.int64)
    label[feasible] = labels
    return Classes(label, np.empty((0, 2), dtype=np.int64), int(labels.max(initial=-1)) + 1)


def _reached(feasible: NDArray[np.bool_], movers: Sequence[Moves]) -> NDArray[np.uint64]:
    """Return the set of states that each one leads to, itself among them; shape (words, S)."""
    found = pack(np.eye(feasible.size, dtype=bool) & feasible).T.copy()
    while True:
        before = found
        for m in movers:
            found = np.where(feasible, spread(found, m, np.bitwise_or), np.uint64(0))
        if np.array_equal(before, found):
            return found


def _steps(
    feasible: NDArray[np.bool_], rows: NDArray[np.uint64], label: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the steps between classes that no two other steps make up, given what each reaches."""
    states = np.flatnonzero(feasible)
    member = np.zeros(len(rows), dtype=np.int64)
    member[label] = states  # some state of each class
    word, bit = member // WORD, (member % WORD).astype(np.uint64)
    leads = (rows[:, word] >> bit & np.uint64(1)).astype(bool)
    np.fill_diagonal(leads, False)
    steps = []
    for here, ahead in enumerate(leads):
        onward = np.flatnonzero(ahead)
        direct = ahead & ~leads[onward].any(axis=0)
        steps += [(here, int(there)) for there in np.flatnonzero(direct)]
    return np.array(steps, dtype=np.int64).reshape(-1, 2)
