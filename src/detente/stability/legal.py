"""Legal sequences of moves in a game in graph form: nobody moves twice in succession.

The same decision maker may move again later (Fang, Hipel & Kilgour 1993). In option form the rule
changes nothing; where moves are not transitive it does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from detente.kernels.arcs import Arcs

__all__ = ["Path", "legal_sequences"]

Path = tuple[tuple[int, int], ...]
"""Moves in order: who moves, and the state it leads to."""

_Arrival = tuple[int, int]  # a state, and who moved there


def legal_sequences(arcs: Mapping[int, Arcs], start: int) -> Iterator[tuple[int, Path]]:
    """Yield the states that legal sequences lead to, each with a shortest one, the shortest first.

    `arcs` are the moves of each mover. A state comes once for each mover that can arrive there; the
    start only where a sequence returns to it. Time: one pass over the arcs for each mover.

    >>> from detente.kernels.arcs import arcs_from
    >>> moves = {0: arcs_from([(0, 1), (1, 2), (2, 3)], 4), 1: arcs_from([(1, 2)], 4)}
    >>> for state, path in legal_sequences(moves, 0):
    ...     print(state, path)
    1 ((0, 1),)
    2 ((0, 1), (1, 2))
    3 ((0, 1), (1, 2), (0, 3))
    """
    came: dict[_Arrival, _Arrival] = {}
    pending: deque[_Arrival] = deque([(start, -1)])
    while pending:
        before = pending.popleft()
        for mover, own in arcs.items():
            for to in own.of(before[0]).tolist() if mover != before[1] else ():
                arrival = (to, mover)
                if arrival not in came:
                    came[arrival] = before
                    yield to, _trace(came, arrival)
                    pending.append(arrival)


def _trace(came: Mapping[_Arrival, _Arrival], end: _Arrival) -> Path:
    path: list[tuple[int, int]] = []
    while end in came:
        path.append((end[1], end[0]))
        end = came[end]
    return tuple(reversed(path))
