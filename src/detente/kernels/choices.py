"""What is chosen among ends that are expected: by one, by a group as one, by each of a group for itself.

An offer holds the ends that one move may have; it is left open which of them it is. So every
function returns all ends that some selection, one end of each offer, would make the choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["Ends", "agreed", "best", "selfish"]

Ends = frozenset[int]
Ranks = Sequence[int]
Told = tuple[int, ...]


def best(rank: Ranks, here: int, offers: Iterable[Ends]) -> Ends:
    """Return where one decision maker's choice may end: each offer holds the ends of one move.

    >>> sorted(best([0, 1, 1, 2], 0, [frozenset({1}), frozenset({2})]))
    [1, 2]
    >>> sorted(best([0, 1, 1, 2], 1, [frozenset({0, 3}), frozenset({2})]))   # 0 and 2: stay
    [1, 3]
    """
    offers = list(offers)
    sure = max((min(rank[e] for e in offer) for offer in offers), default=rank[here])
    least = max(sure, rank[here] + 1)
    found = {e for offer in offers for e in offer if rank[e] >= least}
    return frozenset(found | {here} if sure <= rank[here] else found)


def agreed(ranks: Sequence[Ranks], here: int, offers: Mapping[int, Ends]) -> Ends:
    """Return where a cooperating group's choice may end: all gain, and no other end is better.

    An end is better if every member likes it at least as much, and one likes it more.

    >>> two = [[0, 1, 2, 3], [0, 2, 1, 0]]
    >>> sorted(agreed(two, 0, {q: frozenset({q}) for q in (1, 2, 3)}))
    [1, 2]
    """
    at = {e: tuple(rank[e] for rank in ranks) for offer in offers.values() for e in offer}
    now = tuple(rank[here] for rank in ranks)
    good = {e for e, r in at.items() if all(a > b for a, b in zip(r, now, strict=True))}
    sure = {frozenset(at[e] for e in offer) for offer in offers.values() if offer <= good}
    front = _undominated(sure)
    beaten = {r: any(all(_beats(x, r) for x in o) for o in front) for r in {at[e] for e in good}}
    found = {e for e in good if not beaten[at[e]]}
    return frozenset(found if sure else found | {here})


def _undominated(offers: Iterable[frozenset[Told]]) -> list[frozenset[Told]]:
    """Leave out offers of one end that another such offer beats: they beat nothing that it does not."""
    single = sorted((o for o in offers if len(o) == 1), key=max, reverse=True)
    front: list[frozenset[Told]] = []
    for offer in single:  # whoever beats an end comes before it
        if not any(_beats(max(other), max(offer)) for other in front):
            front.append(offer)
    return front + [o for o in offers if len(o) > 1]


def _beats(one: Told, other: Told) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


def selfish(
    ranks: Sequence[Ranks],
    here: int,
    offers: Mapping[int, Ends],
    able: Callable[[Ends, int], bool],
) -> Ends:
    """Return where the choice of a group whose members look to themselves may end.

    A move is open if those who gain from its end can bring it about by themselves: `able(group,
    state)`, members by their place in `ranks`. Any member may lead; it chooses what is best for
    itself of the open moves from whose end it gains.

    >>> two = [[0, 1, 2, 3], [0, 2, 1, 0]]
    >>> sorted(selfish(two, 0, {q: frozenset({q}) for q in (1, 2, 3)}, lambda group, q: True))
    [1, 3]
    """
    gainers = {
        e: frozenset(k for k, rank in enumerate(ranks) if rank[e] > rank[here])
        for offer in offers.values()
        for e in offer
    }
    open_ = {
        t: {e for e in offer if gainers[e] and able(gainers[e], t)} for t, offer in offers.items()
    }
    sure = {t: offer for t, offer in offers.items() if open_[t] == offer}
    found = set()
    for k, rank in enumerate(ranks):
        floor = max((min(rank[e] for e in o) for o in sure.values()), default=0)
        found |= {e for o in open_.values() for e in o if k in gainers[e] and rank[e] >= floor}
    return frozenset(found if sure else found | {here})
