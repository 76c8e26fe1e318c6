"""The definitions of the graph model, written as they are read (Fang, Hipel & Kilgour 1993).

Slow on purpose: these are the reference that every kernel is tested against. A joint move is a
sequence in which no decision maker moves twice in succession; it may move again later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Conflict", "joint_moves"]

Step = Callable[[int, int], Iterable[int]]


@dataclass(frozen=True)
class Conflict:
    """A conflict as sets: `moves[i][s]` are the states that i reaches from s in one move.

    `ranks[i][s]` is higher for states that i prefers. Nothing is assumed of the moves: they need
    be neither transitive nor reversible. Other structures of preference replace `tempts`,
    `at_least` and `gains`; the definitions ask nothing else of preferences, unless they say so.
    """

    states: Sequence[int]
    moves: Sequence[Mapping[int, frozenset[int]]]
    ranks: Sequence[Mapping[int, int]]

    @property
    def everyone(self) -> range:
        """The decision makers, by number."""
        return range(len(self.moves))

    def others(self, i: int) -> list[int]:
        """Return every decision maker but i."""
        return [j for j in self.everyone if j != i]

    def improvements(self, i: int, s: int) -> frozenset[int]:
        """Return the unilateral improvements of i from s."""
        return frozenset(q for q in self.moves[i][s] if self.tempts(i, s, q))

    def tempts(self, i: int, s: int, q: int) -> bool:
        """Return whether i would leave s for q: it prefers q."""
        return self.ranks[i][q] > self.ranks[i][s]

    def gains(self, i: int, s: int, q: int) -> bool:
        """Return whether i would move from s to q in reply to others: it prefers q."""
        return self.tempts(i, s, q)

    def at_least(self, i: int, s: int, q: int) -> bool:
        """Return whether i finds s at least as good as q."""
        return self.ranks[i][s] >= self.ranks[i][q]

    def binds(self, i: int, s: int, s2: int) -> bool:
        """Return whether s2 leaves i no better off than s, and no counter-move of i from it does."""
        return all(self.at_least(i, s, q) for q in (s2, *self.moves[i][s2]))

    def replies(self, i: int, s: int) -> frozenset[int]:
        """Return where the others can take the conflict from s by joint moves."""
        return joint_moves(self.others(i), s, lambda j, q: self.moves[j][q])

    def gladly(self, i: int, s: int) -> frozenset[int]:
        """Return where the others can take the conflict from s, each mover improving for itself."""
        return joint_moves(self.others(i), s, self._gladly)

    def together(self, s: int, moves: Iterable[int]) -> int | None:
        """Return the state that moves made at once from s bring about; None if it is not feasible.

        Each move is given by the state that it alone would lead to. States must be numbered as in
        option form, one bit an option.
        """
        at = s
        for q in moves:
            at ^= s ^ q
        return at if at in self.states else None

    def _gladly(self, j: int, q: int) -> frozenset[int]:
        return frozenset(t for t in self.moves[j][q] if self.gains(j, q, t))


def joint_moves(group: Sequence[int], start: int, step: Step) -> frozenset[int]:
    """Return the states that a group reaches from `start` by legal sequences of single moves.

    `step(j, q)` gives the moves of j from q. `movers[q]` are those who can have moved last on the
    way to q; one may continue from q unless it is the only possible last mover.

    >>> path = {(0, 0): [1], (1, 1): [2], (0, 2): [3]}
    >>> sorted(joint_moves([0, 1], 0, lambda j, q: path.get((j, q), [])))
    [1, 2, 3]
    >>> alone = {(0, 0): [1], (0, 1): [2]}     # twice in succession is not one joint move
    >>> sorted(joint_moves([0, 1], 0, lambda j, q: alone.get((j, q), [])))
    [1]
    """
    movers: dict[int, set[int]] = {}
    pending: list[tuple[int, int]] = []

    def arrive(q: int, j: int) -> None:
        if j not in movers.setdefault(q, set()):
            movers[q].add(j)
            pending.append((q, j))

    for j in group:
        for q in step(j, start):
            arrive(q, j)
    while pending:
        q, last = pending.pop()
        for j in group:
            if j != last:
                for t in step(j, q):
                    arrive(t, j)
    return frozenset(movers)
