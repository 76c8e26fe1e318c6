"""Every set of edits of one model, tried one by one: the slow answer that `unlock` must equal."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import combinations, permutations, product

from tests.stability.plain import Changed, Plain

from detente.stability import Concept, ConflictGraph
from detente.stability.unlock import Kept, Unlocking

__all__ = ["Answer", "Oracle", "orders_of", "told"]

Profile = tuple[Changed, ...]
Answer = tuple[int | None, dict[Profile, tuple[int, ...]]]
"""The smallest number of edits, and each set of so many with the target states that then hold."""


class Oracle:
    """Tries every set of edits of a model under one concept, with the naive definitions."""

    def __init__(self, plain: Plain, concept: Concept) -> None:
        self.plain, self.concept = plain, concept
        self.ranks = cache(lambda i, changed: tuple(plain.ranks(i, changed)))
        self.stable = cache(self._stable)

    def answer(
        self, target: str, by: Sequence[str] = (), at_most: int = 2, keep: Sequence[Kept] = ()
    ) -> Answer:
        """Return what `unlock` should find."""
        plain = self.plain
        goals = [s for s in plain.states if plain.true(target, s)]
        kept = [{k - 1 for actor, k in keep if actor == d} for d in plain.deciders]
        orders = cache(
            lambda i, size: (
                list(orders_of(plain, i, size, kept[i]))
                if size == 0 or not by or plain.deciders[i] in by
                else []
            )
        )
        for edits in range(at_most + 1):
            found = {}
            for shares in _shares(edits, len(plain.deciders)):
                for profile in product(*(orders(i, n) for i, n in enumerate(shares))):
                    if held := tuple(s for s in goals if self.holds(profile, s)):
                        found[profile] = held
            if found:
                return edits, found
        return None, {}

    def holds(self, profile: Profile, s: int) -> bool:
        """Return whether a state is an equilibrium with changed orders."""
        ranks = tuple(self.ranks(i, changed) for i, changed in enumerate(profile))
        everyone = range(len(ranks))
        if self.concept.replies == "improvements":
            return all(self.stable(i, ranks, s) for i in everyone)
        alone = [
            tuple(r if j == i else ranks[j][:0] for j, r in enumerate(ranks)) for i in everyone
        ]
        return all(self.stable(i, alone[i], s) for i in everyone)

    def _stable(self, i: int, ranks: tuple[tuple[int, ...], ...], s: int) -> bool:
        blank = (0,) * len(self.plain.states)  # ranks of those whose preferences do not matter
        conflict = self.plain.conflict([own or blank for own in ranks])
        return self.concept.holds(conflict, i, s)


def _shares(edits: int, parties: int) -> Iterator[tuple[int, ...]]:
    return (n for n in product(range(edits + 1), repeat=parties) if sum(n) == edits)


def orders_of(plain: Plain, i: int, size: int, kept: Collection[int] = ()) -> Iterator[Changed]:
    """Yield every order of a decision maker that is so many edits away from the stated one."""
    count = len(plain.orders[i])
    free = [k for k in range(count) if k not in kept]
    for changes in range(size + 1):
        if kept and changes < size:
            continue  # nothing may be put above a statement that is kept
        for where in combinations(free, changes):
            for signs in product((-1, 0), repeat=changes):
                edited = dict(zip(where, signs, strict=True))
                for added in permutations(plain.vocabulary, size - changes):
                    yield Changed(added, tuple(edited.get(k, 1) for k in range(count)))


def told(plain: Plain, graph: ConflictGraph, found: Unlocking) -> Answer:
    """Return what `unlock` found, in the words of the oracle; solutions are counted once."""
    solutions: dict[Profile, tuple[int, ...]] = {}
    for solution in found.solutions:
        profile = []
        for i, decider in enumerate(graph.deciders):
            own = [e for e in solution.edits if e.actor == decider]
            signs = {
                e.position - 1: {"reverse": -1, "delete": 0}[e.operation] for e in own if e.position
            }
            added = tuple(plain.column(e.statement) for e in own if e.operation == "add")
            unchanged = plain.unchanged(i).signs
            profile.append(Changed(added, tuple(signs.get(k, 1) for k in range(len(unchanged)))))
        assert tuple(profile) not in solutions, "a solution is listed twice"
        solutions[tuple(profile)] = tuple(s.code for s in solution.states)
    return found.edits, solutions
