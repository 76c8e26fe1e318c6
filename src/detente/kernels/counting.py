"""The exact number of ways to meet a monotone condition, by the size of the set below the pivot."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from detente.kernels.monotone import Clause, Items, simplified
from detente.kernels.tally import Tally, every, product, rest, times

__all__ = ["TooManyCases", "counts_by_size"]

T = TypeVar("T")


class TooManyCases(Exception):
    """An exact count would take more case distinctions than allowed."""


def counts_by_size(clauses: Sequence[Clause], most: int = 2000) -> Tally:
    """Return how many sets of items meet a condition, by the size of the set.

    Entry d counts the sets of d items, among those that the clauses mention, that meet it when just
    they stand below. Parts that share no item are counted apart and multiplied, so that there is no
    enumeration of sets; what is left is decided by case distinctions, and more than `most` of
    them raise `TooManyCases`. Exact: whole numbers of any size.

    >>> counts_by_size(simplified([[[1], [4]], [[3], [6]]]))    # two of four, and so on
    (0, 0, 4, 4, 1)
    """
    count = _Count(most)
    numbers: dict[int, int] = {}
    renamed = [
        frozenset(frozenset(numbers.setdefault(x, len(numbers)) for x in a) for a in clause)
        for clause in clauses
    ]
    count.true |= dict.fromkeys(numbers.values(), (0, 1))
    return count.met(count.merged(frozenset(renamed)))


class _Count:
    """One count. `true` holds, for each item or block of items, the ways to meet it by size."""

    def __init__(self, most: int) -> None:
        self.left = most
        self.true: dict[int, Tally] = {}
        self.known: dict[frozenset[Clause], Tally] = {}

    # Blocks: items that only matter together ------------------------------------------------

    def merged(self, clauses: frozenset[Clause]) -> frozenset[Clause]:
        """Replace items that always occur together, and alternatives that do, by one block each."""
        while True:
            before = clauses
            clauses = self._merge(clauses, _together(clauses), product)
            clauses = self._merge(clauses, _instead(clauses), _any_of)
            if clauses == before:
                return clauses

    def _merge(
        self,
        clauses: frozenset[Clause],
        groups: Iterable[Sequence[int]],
        block: Callable[[Iterable[Tally]], Tally],
    ) -> frozenset[Clause]:
        names: dict[int, int] = {}
        for group in groups:
            new = len(self.true)
            self.true[new] = block(self.true[x] for x in group)
            names |= dict.fromkeys(group, new)
        return frozenset(
            frozenset(frozenset(names.get(x, x) for x in a) for a in clause) for clause in clauses
        )

    # Counting -------------------------------------------------------------------------------

    def met(self, clauses: Iterable[Clause], among: Items | None = None) -> Tally:
        """Return the ways to meet all clauses, over the blocks in `among` or those they mention."""
        clauses = tuple(clauses)
        among = _items(clauses) if among is None else among
        lean = simplified(clauses)
        if frozenset() in lean:
            return (0,) * (self._size(among) + 1)
        parts = _apart(lean, lambda clause: frozenset().union(*clause))
        free = every(self._size(among - _items(lean)))
        return product([free, *(self._part(frozenset(part)) for part in parts)])

    def _part(self, part: frozenset[Clause]) -> Tally:
        if part not in self.known:
            (clause, *more) = part
            groups = [] if more else _apart(tuple(clause), lambda items: items)
            if more or len(groups) == 1 < len(clause):
                self.known[part] = self._by_cases(part)
            else:
                self.known[part] = _any_of(self._group(group) for group in groups)
        return self.known[part]

    def _group(self, alternatives: Sequence[Items]) -> Tally:
        if len(alternatives) == 1:
            return product(self.true[x] for x in alternatives[0])
        return self._part(frozenset([frozenset(alternatives)]))

    def _by_cases(self, part: frozenset[Clause]) -> Tally:
        """Count with the block that occurs most often met, and not met."""
        if self.left == 0:
            raise TooManyCases
        self.left -= 1
        often = Counter(x for clause in part for a in clause for x in a)
        x = min(often, key=lambda x: (-often[x], x))
        others = _items(part) - {x}
        held = self.met((frozenset(a - {x} for a in clause) for clause in part), others)
        lost = self.met((frozenset(a for a in clause if x not in a) for clause in part), others)
        with_x, without_x = times(self.true[x], held), times(rest(self.true[x]), lost)
        return tuple(a + b for a, b in zip(with_x, without_x, strict=True))

    def _size(self, blocks: Items) -> int:
        return sum(len(self.true[x]) - 1 for x in blocks)


def _any_of(tallies: Iterable[Tally]) -> Tally:
    return rest(product(map(rest, tallies)))


def _items(clauses: Iterable[Clause]) -> Items:
    return frozenset(x for clause in clauses for a in clause for x in a)


def _together(clauses: frozenset[Clause]) -> Iterable[list[int]]:
    """Return the items that occur in the same alternatives, where they are two or more."""
    found: Mapping[int, set[Items]] = defaultdict(set)
    for a in {a for clause in clauses for a in clause}:
        for x in a:
            found[x].add(a)
    return _alike({x: frozenset(places) for x, places in found.items()})


def _instead(clauses: frozenset[Clause]) -> Iterable[list[int]]:
    """Return the items that are whole alternatives of the same clauses, and occur nowhere else."""
    found: Mapping[int, set[Clause]] = defaultdict(set)
    for clause in clauses:
        for a in clause:
            for x in a:
                found[x].add(clause if len(a) == 1 else frozenset())
    return _alike({x: frozenset(p) for x, p in found.items() if frozenset() not in p})


def _alike(places: Mapping[int, Hashable]) -> list[list[int]]:
    groups: Mapping[Hashable, list[int]] = defaultdict(list)
    for x in sorted(places):
        groups[places[x]].append(x)
    return [group for group in groups.values() if len(group) > 1]


def _apart(parts: Sequence[T], items: Callable[[T], Items]) -> list[list[T]]:
    """Return the parts in groups that share no item."""
    groups: list[tuple[set[int], list[T]]] = []
    for part in parts:
        mentioned, own = set(items(part)), [part]
        joined = [group for group in groups if not mentioned.isdisjoint(group[0])]
        apart = [group for group in groups if mentioned.isdisjoint(group[0])]
        for others, group in joined:
            mentioned |= others
            own = group + own
        groups = [*apart, (mentioned, own)]
    return [own for _, own in groups]
