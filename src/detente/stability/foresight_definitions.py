"""What is foreseen, written as it is read; slow on purpose, as `definition` is.

Ties are broken in every way, one selection of ends after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import product

from detente.errors import UsageError
from detente.stability.definition import Conflict, joint_moves

__all__ = ["answered", "as_one", "each_for_itself", "expected_among", "expected_by_two"]

Table = Mapping[int, set[int]]
Choice = Callable[[Conflict, int, int, Mapping[int, int]], set[int]]


def answered(conflict: Conflict, i: int, s: int, q: int, moves: int, credible: bool) -> bool:
    """Return whether the others, on the move at q, can keep i from gaining over s.

    `moves` are left, theirs included. Whoever is on the move may stay, which ends the matter:
    the others look for a state that deters i, and i, on its moves, for one that does not.
    """

    def escapes(t: int, left: int) -> bool:
        return not conflict.at_least(i, s, t) or (
            left > 0
            and any(
                not conflict.at_least(i, s, u)
                and not answered(conflict, i, s, u, left - 1, credible)
                for u in conflict.moves[i][t]
            )
        )

    replies = conflict.gladly if credible else conflict.replies
    return moves > 0 and any(not escapes(t, moves - 1) for t in replies(i, q))


def expected_by_two(conflict: Conflict) -> Iterator[Sequence[Table]]:
    """Yield, for 0, 1, 2 … moves, where each of two, on the move, may expect each state to end.

    Raises `UsageError` for another number of decision makers, or where states have no ranks.
    """
    if len(conflict.everyone) != 2:
        raise UsageError("defined for two decision makers", found=len(conflict.everyone))
    _need_ranks(conflict)
    ends: list[Table] = [{s: {s} for s in conflict.states} for _ in (0, 1)]
    while True:
        yield ends
        ends = [_on_the_move(conflict, i, ends[1 - i]) for i in (0, 1)]


def expected_among(conflict: Conflict, i: int, moves: int, choice: Choice) -> Table:
    """Return where i, on the move, may expect each state to end, all others answering together.

    `choice(conflict, i, q, ends)` gives the ends that the others may choose at q, where each of
    their joint moves has the one end told; none if they stay. Raises `UsageError` where states
    have no ranks.
    """
    _need_ranks(conflict)
    if not moves:
        return {s: {s} for s in conflict.states}
    return _on_the_move(conflict, i, _after(conflict, i, moves - 1, choice))


def _after(conflict: Conflict, i: int, moves: int, choice: Choice) -> Table:
    if not moves:
        return {q: {q} for q in conflict.states}
    before, found = expected_among(conflict, i, moves - 1, choice), {}
    for q in conflict.states:
        joint = sorted(conflict.replies(i, q))
        selections = product(*(before[t] for t in joint))
        told = (dict(zip(joint, selection, strict=True)) for selection in selections)
        found[q] = {e for ends in told for e in choice(conflict, i, q, ends) or {q}}
    return found


def _on_the_move(conflict: Conflict, i: int, after: Table) -> Table:
    rank = conflict.ranks[i]
    found: dict[int, set[int]] = {}
    for s in conflict.states:
        found[s] = set()
        for selection in product(*(after[q] for q in conflict.moves[i][s])):
            top = max((rank[e] for e in selection), default=rank[s])
            better = {e for e in selection if rank[e] == top > rank[s]}
            found[s] |= better or {s}
    return found


def _need_ranks(conflict: Conflict) -> None:
    if not all(conflict.ranks):
        raise UsageError("to look moves ahead every state must have a rank")


def as_one(conflict: Conflict, i: int, q: int, ends: Mapping[int, int]) -> set[int]:
    """Return the ends that all but i may choose as one: each gains, and no other end is better."""
    others = conflict.others(i)
    good = [e for e in ends.values() if _gainers(conflict, others, q, e) == others]

    def beats(e: int, f: int) -> bool:
        pairs = [(conflict.ranks[j][e], conflict.ranks[j][f]) for j in others]
        return all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)

    return {e for e in good if others and not any(beats(f, e) for f in good)}


def each_for_itself(conflict: Conflict, i: int, q: int, ends: Mapping[int, int]) -> set[int]:
    """Return the ends that all but i may choose, each looking to itself and any one leading.

    A move counts if those who gain from its end can make it by themselves.
    """
    found: set[int] = set()
    possible = [e for t, e in ends.items() if t in _by_gainers(conflict, i, q, e)]
    for leader in conflict.others(i):
        rank = conflict.ranks[leader]
        good = [e for e in possible if rank[e] > rank[q]]
        found |= {e for e in good if rank[e] == max(rank[f] for f in good)}
    return found


def _by_gainers(conflict: Conflict, i: int, q: int, e: int) -> Collection[int]:
    group = _gainers(conflict, conflict.others(i), q, e)
    return joint_moves(group, q, lambda j, p: conflict.moves[j][p])


def _gainers(conflict: Conflict, group: Sequence[int], q: int, e: int) -> list[int]:
    return [j for j in group if conflict.ranks[j][e] > conflict.ranks[j][q]]
