"""What a coalition can bring about and gain, and what answers it; no S x S matrix is built.

What a coalition reaches lies within the box of its own bits, so a search looks at 2**(own bits)
states and not at all S. In option form the moves of each decision maker are transitive, so the rule
that nobody moves twice in succession changes nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from detente.kernels.moves import Moves, settings, spread
from detente.kernels.replies import any_move, settle
from detente.kernels.thresholds import Replies

__all__ = ["Coalition"]

NONE = -1


class Coalition:
    """A coalition among the decision makers of one game (no batch axes).

    `members` are its places in `moves`; `feasible` has shape (S,), `ranks` shape (decision
    makers, S).

    >>> stag = np.array([[2, 1, 0, 3], [2, 0, 1, 3]], dtype=np.int32)   # both off, or both on
    >>> pair = Coalition([0, 1], np.ones(4, dtype=bool), [Moves((0,)), Moves((1,))], stag)
    >>> pair.reach(0).tolist(), pair.improvements(0).tolist()
    ([1, 2, 3], [3])
    """

    def __init__(
        self,
        members: Sequence[int],
        feasible: NDArray[np.bool_],
        moves: Sequence[Moves],
        ranks: NDArray[np.int32],
    ) -> None:
        self.members = tuple(sorted(set(members)))
        self.feasible, self.moves, self.ranks = feasible, moves, ranks
        bits = tuple(sorted(b for i in self.members for b in moves[i].bits))
        self._cells = settings(bits)
        self._steps = [_ahead(moves[i], bits) for i in self.members]
        self._own = ranks[list(self.members)]

    def reach(self, start: int) -> NDArray[np.int64]:
        """Return the feasible states that joint moves lead to from a feasible one, itself left out.

        In ascending order. Cost: a few passes over 2**(own bits) states for each own bit.
        """
        cells = self._cells + (start & ~int(self._cells[-1]))
        passable = self.feasible[cells]
        reached = cells == start
        while True:
            before = reached
            for step in self._steps:
                reached = spread(reached, step, np.maximum) & passable
            if len(self._steps) == 1 or np.array_equal(before, reached):
                found: NDArray[np.int64] = cells[reached & (cells != start)]
                return found

    def improvements(self, start: int) -> NDArray[np.int64]:
        """Return the states it reaches by joint moves that every member prefers, ascending."""
        found = self.reach(start)
        return found[(self._own[:, found] > self._own[:, start, None]).all(axis=0)]

    def answers(
        self, start: int, replies: Replies, *, countermoves: bool = False
    ) -> dict[int, int]:
        """Return for each improvement from `start` a state that sanctions it, or -1 for none.

        `replies` says what the others may do: any joint move, or only sequences of improvements of
        coalitions among them. With `countermoves` a sanction must survive the joint counter-moves
        of the coalition. The coalition is stable in `start` iff no value is -1.
        """
        found = self.improvements(start).tolist()
        if not found or replies == "none" or not self._others:
            return dict.fromkeys(found, NONE)
        sanctions = self._sanctions(start, countermoves)
        if replies == "improvements":
            lost: set[int] = set()
            return {x: self._credible(x, sanctions, lost) for x in found}
        codes = np.arange(len(sanctions), dtype=np.int32)
        nearest = self._settled(np.where(sanctions, codes, len(codes)), self._others)
        return {x: int(nearest[x]) if nearest[x] < len(codes) else NONE for x in found}

    @cached_property
    def _others(self) -> list[int]:
        return [j for j in range(len(self.moves)) if j not in self.members]

    @cached_property
    def _outsiders(self) -> list[Coalition]:
        """Every non-empty coalition of the others, the smallest first."""
        others = self._others
        groups = (g for size in range(len(others)) for g in combinations(others, size + 1))
        return [Coalition(g, self.feasible, self.moves, self.ranks) for g in groups]

    def _sanctions(self, start: int, countermoves: bool) -> NDArray[np.bool_]:
        """Return the states that not every member prefers, and where asked, cannot leave for such."""
        better = self.feasible & (self._own > self._own[:, start, None]).all(axis=0)
        deterred: NDArray[np.bool_] = self.feasible & ~better
        if countermoves:
            escaped = self._settled(np.where(better, 0, 1), self.members) == 0
            deterred &= ~escaped
        return deterred

    def _settled(self, values: NDArray[np.int_], group: Sequence[int]) -> NDArray[np.int32]:
        pulls = [any_move(self.moves[j]) for j in group]
        return settle(values.astype(np.int32), self.feasible, pulls)

    def _credible(self, first: int, sanctions: NDArray[np.bool_], lost: set[int]) -> int:
        """Search breadth first for a sanction; `lost` holds states from which there is none."""
        seen, pending = {first}, deque([first] if first not in lost else [])
        while pending:
            for found in self._replies(pending.popleft()):
                held = found[sanctions[found]]
                if len(held):
                    return int(held[0])
                new = set(found.tolist()) - seen - lost
                seen |= new
                pending.extend(sorted(new))
        lost |= seen
        return NONE

    def _replies(self, code: int) -> Iterator[NDArray[np.int64]]:
        return (outsider.improvements(code) for outsider in self._outsiders)


def _ahead(moves: Moves, bits: Sequence[int]) -> Moves:
    """Return moves within the box of some bits, turned round: to look ahead is to spread from ahead."""

    def placed(some: Sequence[int]) -> tuple[int, ...]:
        return tuple(bits.index(b) for b in some)

    return Moves(placed(moves.free), up=placed(moves.down), down=placed(moves.up))
