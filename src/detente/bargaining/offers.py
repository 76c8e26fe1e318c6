"""Alternating offers: who is patient, who can walk away, and when time runs out.

Sources: Rubinstein (1982) for the share; Binmore, Shaked & Sutton (1989) for outside options, taken
when an offer is answered. Read from the project's notes, not checked against the papers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from detente.errors import UsageError

__all__ = ["Split", "alternate", "until_deadline"]

Pair = tuple[float, float]


@dataclass(frozen=True)
class Split:
    """How 1 is divided. Without agreement each takes what it has outside.

    `agreed` is the round of agreement (the first is 0), None if there is none.
    """

    proposer: float
    responder: float
    agreed: int | None = 0


def alternate(discounts: Pair, outside: Pair = (0.0, 0.0)) -> Split:
    """Return the division of 1 under offers in turn without end, the proposer's numbers first.

    Each waits one round for its own offer, at its own discount factor (0 to below 1). Whoever
    answers an offer may leave instead for its outside option. If both options together are worth
    more than 1, no division suits both.

    Raises `UsageError` for a discount factor or an option outside its range.

    >>> round(alternate((0.9, 0.9)).proposer, 3), round(alternate((0.8, 0.95)).proposer, 2)
    (0.526, 0.21)
    >>> round(alternate((0.9, 0.9), outside=(0, 0.6)).proposer, 3)
    0.4
    """
    _refuse_odd(discounts, outside)
    if sum(outside) > 1:
        return Split(*outside, None)
    first, second = discounts
    own, other = outside
    # each pair says whether the answer to an offer is held up by waiting or by the outside option
    cases = (
        (1 - second) / (1 - first * second),
        1 - second * (1 - own),
        1 - other,
    )
    for share in cases:
        if math.isclose(share, _offer(share, discounts, outside), abs_tol=1e-12):
            return Split(share, 1 - share)
    raise AssertionError("one of the three cases holds whatever the numbers")


def _offer(share: float, discounts: Pair, outside: Pair) -> float:
    """Return what the proposer keeps if its share of its next own offer would be `share`."""
    counter = 1 - max(discounts[0] * share, outside[0])
    return 1 - max(discounts[1] * counter, outside[1])


def until_deadline(
    discounts: Pair, rounds: int, outside: Pair = (0.0, 0.0), without: Pair = (0.0, 0.0)
) -> Split:
    """Return the division of 1 if offers end after so many rounds, by backward induction.

    `without` is what each gets if the last offer is refused, worth that at that time. Where nobody
    can be offered enough, the responder leaves. Raises `UsageError` as `alternate` does, and for
    less than one round.

    >>> until_deadline((0.9, 0.9), 1).proposer, round(until_deadline((0.9, 0.9), 2).proposer, 3)
    (1.0, 0.1)
    """
    _refuse_odd(discounts, outside)
    if rounds < 1:
        raise UsageError("offers need at least one round", found=rounds)
    after: Pair = without
    agreed: int | None = None
    for turn in reversed(range(rounds)):
        proposer, responder = turn % 2, 1 - turn % 2
        waits = after if turn == rounds - 1 else _discounted(after, discounts)
        leaves = outside[responder] > waits[responder]
        refused = outside if leaves else waits
        kept = 1 - refused[responder]
        if kept >= refused[proposer]:
            after, agreed = _shared(proposer, kept), turn
        else:
            after, agreed = refused, None if leaves else agreed
    return Split(*after, agreed)


def _discounted(values: Pair, discounts: Pair) -> Pair:
    return values[0] * discounts[0], values[1] * discounts[1]


def _shared(proposer: int, share: float) -> Pair:
    return (share, 1 - share) if proposer == 0 else (1 - share, share)


def _refuse_odd(discounts: Pair, outside: Pair) -> None:
    for value in discounts:
        if not 0 <= value < 1:
            hint = "1 would be patience without end"
            raise UsageError("a discount factor lies from 0 to below 1", found=value, hint=hint)
    for value in outside:
        if not 0 <= value <= 1:
            raise UsageError("an outside option is a share of what is divided", found=value)
