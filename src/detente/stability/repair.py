"""Find every way of making one state stable with few edits: search that is led by what blocks.

At each step an unanswered improvement is the culprit. If no reply whatever could deter it, every
set of edits that makes the state stable changes how the mover compares the state with some outcome
of that improvement; otherwise it does that, or gives the others a new move they gain from. Only
such edits are tried, so a branch without any is a proof that there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.stability.concept import Concept
from detente.stability.edits import EditedOrder, Wishes
from detente.stability.world import Keys, Places, World

__all__ = ["Orders", "Repairs"]

Orders = tuple[EditedOrder, ...]
_NEVER = 99
_REMEMBERED = 2000


class _Need(NamedTuple):
    """How many edits of its own a party needs at least, and the orders one edit further.

    0: none; 1: `ways` are all that suffice; 2: two or more, and `ways` all that may lead on.
    """

    edits: int
    ways: list[EditedOrder]


class Repairs:
    """The search under one concept; `wishes` is None for a party whose preferences are left alone.

    `base` holds the keys of the orders as they stand, one array of shape (F,) for each party.
    """

    def __init__(
        self, world: World, wishes: list[Wishes | None], concept: Concept, base: list[Keys]
    ) -> None:
        self.world, self.wishes, self.concept, self.base = world, wishes, concept, base
        self._rows: dict[tuple[int, EditedOrder], tuple[Keys, Keys]] = {}
        self._needs: dict[tuple[int, EditedOrder, int], _Need] = {}

    def search(self, s: int, budget: int, tick: Callable[[], None]) -> Iterator[Orders]:
        """Yield every set of exactly `budget` edits that makes s an equilibrium.

        Assumes that no smaller set does. `tick` is called at every step and may raise to stop.
        """
        start: Orders = tuple(EditedOrder() for _ in self.world.deciders)
        seen, pending = {start}, [(start, budget)]
        while pending:
            orders, left = pending.pop()
            tick()
            after = self._next(orders, s, left)
            if after is None and left == 0:
                yield orders
            for changed in after or ():
                if changed not in seen:
                    seen.add(changed)
                    pending.append((changed, left - 1))

    def _next(self, orders: Orders, s: int, left: int) -> list[Orders] | None:
        """Return the orders one edit further that may lead to a solution; None if s is stable."""
        needy = [i for i in self.world.deciders if self._culprit(i, orders[i], s) is not None]
        if len(needy) > left:
            return []
        if needy:
            return self._for_the_needy(orders, s, left, needy)
        keys = [self._of(i, o)[0] for i, o in enumerate(orders)]
        unanswered = self._unanswered(keys, s)
        if unanswered is None:
            return None
        return list(self._credible(orders, keys, s, *unanswered)) if left else []

    def _for_the_needy(self, orders: Orders, s: int, left: int, needy: list[int]) -> list[Orders]:
        needs = {i: self._need(i, orders[i], s) for i in needy}
        total = sum(need.edits for need in needs.values())
        if total > left:
            return []
        i = min(needy, key=lambda i: len(needs[i].ways))
        spare = left > total and needs[i].edits == 1
        ways = self._ways(i, orders[i], s) if spare else needs[i].ways
        return [(*orders[:i], way, *orders[i + 1 :]) for way in ways]

    # What one party needs, whatever the others would do -------------------------------------

    def _need(self, i: int, order: EditedOrder, s: int) -> _Need:
        if (i, order, s) not in self._needs:
            if len(self._needs) > 100 * _REMEMBERED:
                self._needs.clear()
            self._needs[i, order, s] = self._find_need(i, order, s)
        return self._needs[i, order, s]

    def _find_need(self, i: int, order: EditedOrder, s: int) -> _Need:
        ways = self._ways(i, order, s)
        if not ways:
            return _Need(_NEVER, [])
        rows = self._many(i, ways)
        bad: NDArray[np.bool_] = np.asarray(self._hopeless(i, s, *rows).any(axis=1))
        enough = [way for way, worse in zip(ways, bad, strict=True) if not worse]
        return _Need(1, enough) if enough else _Need(2, ways)

    def _ways(self, i: int, order: EditedOrder, s: int) -> list[EditedOrder]:
        """Return every order one edit further that may help against an improvement without remedy."""
        wishes, culprit = self.wishes[i], self._culprit(i, order, s)
        if wishes is None or culprit is None:
            return []
        return wishes.repairs(order, s, self._outcomes(self._of(i, order)[0], i, s, culprit))

    def _culprit(self, i: int, order: EditedOrder, s: int) -> int | None:
        """Return an improvement of i from s that no reply could deter, or None."""
        key, floor = self._of(i, order)
        hopeless = self._hopeless(i, s, key[None], floor[None])[0]
        return int(self.world.targets(i, s)[hopeless.argmax()]) if hopeless.any() else None

    def _hopeless(self, i: int, s: int, keys: Keys, floors: Keys) -> NDArray[np.bool_]:
        """Return which moves of i improve on s whatever is done in reply; shape (orders, moves)."""
        targets = self.world.targets(i, s)
        own = keys[:, s, None]
        return (keys[:, targets] > own) & (floors[:, targets] > own)

    def _outcomes(self, key: Keys, i: int, s: int, t: int) -> Places:
        """Return the states better than s that a repair against t may have to turn round."""
        found = np.array([t])
        if self.concept.replies != "none":
            found = np.union1d(found, self.world.replies(i, t))
        if self.concept.countermoves:
            counters = [self.world.targets(i, int(u)) for u in found]
            found = np.unique(np.concatenate([found, *counters]))
        better: Places = found[key[found] > key[s]]
        return better

    # What the others would do, each for its own gain -----------------------------------------

    def _unanswered(self, keys: list[Keys], s: int) -> tuple[int, int] | None:
        """Return a party and an improvement of it that nothing credible answers, or None."""
        if self.concept.replies != "improvements":
            return None
        for i in self.world.deciders:
            targets = self.world.targets(i, s)
            for t in map(int, targets[keys[i][targets] > keys[i][s]]):
                if not self._answered(keys, i, s, t):
                    return i, t
        return None

    def _answered(self, keys: list[Keys], i: int, s: int, t: int) -> bool:
        key = keys[i]

        def deters(q: int) -> bool:
            counter = self.world.targets(i, q) if self.concept.countermoves else ()
            return bool(key[q] <= key[s] and all(key[u] <= key[s] for u in counter))

        return any(deters(q) for q in self._gladly(keys, i, t, deters) if q != t)

    def _gladly(
        self, keys: list[Keys], i: int, t: int, stop: Callable[[int], bool] | None = None
    ) -> set[int]:
        """Return where all but i would go from t, each gaining by its own step; t included."""

        def improving(j: int, q: int) -> Places:
            targets = self.world.targets(j, q)
            better: Places = targets[keys[j][targets] > keys[j][q]]
            return better

        return self.world.closure(i, t, improving, stop)

    def _credible(
        self, orders: Orders, keys: list[Keys], s: int, i: int, t: int
    ) -> Iterator[Orders]:
        """Yield the orders one edit further that may help against an improvement not yet answered."""
        wishes = self.wishes[i]
        if wishes is not None:
            for order in wishes.repairs(orders[i], s, self._outcomes(keys[i], i, s, t)):
                yield (*orders[:i], order, *orders[i + 1 :])
        reached = self._gladly(keys, i, t)
        for j, other in enumerate(self.wishes):
            found: dict[EditedOrder, None] = {}
            for q in sorted(reached) if j != i and other is not None else ():
                assert other is not None
                for to in map(int, self.world.targets(j, q)):
                    if to not in reached:
                        found |= dict.fromkeys(other.repairs(orders[j], to, np.array([q])))
            for order in found:
                yield (*orders[:j], order, *orders[j + 1 :])

    # Keys and floors of edited orders ---------------------------------------------------------

    def _of(self, i: int, order: EditedOrder) -> tuple[Keys, Keys]:
        """Return key and floor of every feasible state under one order; shape (F,) each."""
        if (i, order) not in self._rows:
            keys, floors = self._many(i, [order])
            return keys[0], floors[0]
        return self._rows[i, order]

    def _many(self, i: int, orders: list[EditedOrder]) -> tuple[Keys, Keys]:
        """Return keys and floors under several orders; shape (orders, F) each."""
        if len(self._rows) > _REMEMBERED:
            self._rows = {k: v for k, v in self._rows.items() if k[1].size < 2}
        new = [o for o in orders if (i, o) not in self._rows]
        if new:
            wishes = self.wishes[i]
            keys = self.base[i][None] if wishes is None else wishes.keys(new)
            floors = self.world.floor(i, keys, self.concept)
            self._rows |= {(i, o): (keys[r], floors[r]) for r, o in enumerate(new)}
        rows = [self._rows[i, o] for o in orders]
        return np.stack([k for k, _ in rows]), np.stack([f for _, f in rows])
