"""Monotone conditions drawn at random, and whether they are met, set by set."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

import numpy as np

__all__ = ["drawn_clauses", "met", "subsets"]


def drawn_clauses(rng: np.random.Generator, items: int = 6) -> list[list[list[int]]]:
    """Draw up to four clauses; single items, sets, and sets that overlap all occur."""
    clauses = []
    for _ in range(int(rng.integers(1, 5))):
        sizes = rng.choice([1, 1, 1, 2, 3], size=int(rng.integers(1, 5)))
        clauses.append([rng.choice(items, size=s, replace=False).tolist() for s in sizes])
    return clauses


def met(clauses: Iterable[Iterable[Iterable[int]]], below: Collection[int]) -> bool:
    """Return whether a condition is met if just these items stand below."""
    return all(any(all(x in below for x in a) for a in clause) for clause in clauses)


def subsets(items: int) -> Iterator[frozenset[int]]:
    """Yield every set of items."""
    for size in range(items + 1):
        yield from map(frozenset, combinations(range(items), size))
