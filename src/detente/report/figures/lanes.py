"""Lanes: where the upright lines of a list with arrows run, so that no two lie on each other."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

__all__ = ["lanes"]

Key = TypeVar("Key", bound=Hashable)


def lanes(spans: Mapping[Key, Sequence[int]]) -> dict[Key, int]:
    """Return a lane for each line, 0 nearest to the list; in one lane no two run side by side.

    `spans` gives the rows that each line joins; it runs from the first to the last. One may begin where
    another ends. Short lines come nearest, so that long ones go round them.

    >>> lanes({"a": [0, 1], "b": [0, 3], "c": [2, 3]})
    {'a': 0, 'c': 0, 'b': 1}
    """
    found: dict[Key, int] = {}
    taken: list[list[tuple[int, int]]] = []
    for key in sorted(spans, key=lambda k: max(spans[k]) - min(spans[k])):
        first, last = min(spans[key]), max(spans[key])
        free = (n for n, lane in enumerate(taken) if all(b <= first or last <= a for a, b in lane))
        place = next(free, len(taken))
        if place == len(taken):
            taken.append([])
        taken[place].append((first, last))
        found[key] = place
    return found
