"""Policy stability: the others have plans of action under which no deviation pays.

A policy says for every state where its owner moves from it, or that it stays. A state is stable
for a decision maker if the others have policies that keep the conflict there and under which no
policy of its own leads it from there to a better end. With two decision makers a state that is
stable for both is a policy stable state, and the two policies a policy equilibrium.

Readings implemented, not checked against the papers: whoever is on the move may stay, which ends
the matter; going round for ever is no gain; three or more decision makers answer by joint moves,
and it is not asked that one profile of policies should hold back everyone at once.

Policies need no memory, so this is a game of reaching a set of states, and is decided exactly in
time polynomial in the states: it is the limit of MR_2, MR_4, MR_6 and so on.

Source: Zeng, Fang, Hipel & Kilgour (2004, 2007).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from detente.stability.concept import Concept
from detente.stability.definition import Conflict
from detente.stability.metarational import metarational

__all__ = ["MEMBER"]


def holds(conflict: Conflict, i: int, s: int) -> bool:
    """Return whether some policy of the others, staying at s, lets no policy of i gain from s.

    Tries every policy, so that even eight states may take long.

    >>> moves = [{0: frozenset({1}), 1: frozenset(), 2: frozenset()}]
    >>> moves.append({0: frozenset(), 1: frozenset({2}), 2: frozenset()})
    >>> holds(Conflict([0, 1, 2], moves, [{0: 1, 1: 2, 2: 0}, {0: 0, 1: 0, 2: 1}]), 0, 0)
    True
    """
    choices = [{s} if q == s else {q, *conflict.replies(i, q)} for q in conflict.states]
    policies = (dict(zip(conflict.states, picked, strict=True)) for picked in product(*choices))
    return any(_deterred(conflict, i, s, policy) for policy in policies)


def _deterred(conflict: Conflict, i: int, s: int, policy: Mapping[int, int]) -> bool:
    """Return whether no improvement of i ends better than s, however i goes on."""
    seen: set[int] = set()
    pending = list(conflict.improvements(i, s))
    while pending:
        q = pending.pop()
        if q in seen:
            continue
        seen.add(q)
        if not conflict.at_least(i, s, policy[q]):
            return False
        if policy[q] != q:
            pending += conflict.moves[i][policy[q]]
    return True


MEMBER = Concept(
    key="policy",
    name="Policy stability",
    order=14,
    meaning="The others have plans of action under which no deviation ends better.",
    limits="Plans may hurt those who follow them; going round for ever counts as no gain.",
    source="Zeng, Fang, Hipel & Kilgour (2004, 2007)",
    holds=holds,
    outlook=metarational("moves", None),
)
