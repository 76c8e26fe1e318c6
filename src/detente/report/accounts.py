"""What a reading that has no statements says, entry by entry: weights, or a ranking of states."""

from __future__ import annotations

from dataclasses import dataclass

from detente.case import Formula
from detente.case.model import Reading
from detente.case.terms import Binary, Name

__all__ = ["Entry", "entries", "manner"]


@dataclass(frozen=True)
class Entry:
    """One weight, or one place of a ranking: `number` is what is written in front of `condition`."""

    number: str
    condition: Formula


def entries(reading: Reading) -> tuple[Entry, ...]:
    """Return the weights of a reading, the heaviest first, or its places, the best first.

    >>> [(e.number, str(e.condition)) for e in entries(Reading(weights={"a.x": 1, "a.y": -2}))]
    [('-2', 'a.y'), ('+1', 'a.x')]
    >>> [str(e.condition) for e in entries(Reading(ranking=(("a.x", "a.y"), ("not a.x",))))]
    ['a.x or a.y', 'not a.x']
    """
    if reading.weights:
        heaviest = sorted(reading.weights.items(), key=lambda item: -abs(item[1]))
        return tuple(Entry(f"{weight:+g}", Name(id)) for id, weight in heaviest)
    return tuple(
        Entry(str(number), _either(place)) for number, place in enumerate(reading.ranking, 1)
    )


def manner(reading: Reading) -> str:
    """Return how a reading says what a party wants.

    >>> manner(Reading(weights={"a.x": 1}))
    'by weights that add up, the heaviest first'
    """
    if reading.weights:
        return "by weights that add up, the heaviest first"
    return "by ranking states, the best first" if reading.ranking else "most important first"


def _either(place: tuple[Formula, ...]) -> Formula:
    found, *rest = place
    for condition in rest:
        found = Binary("or", found, condition)
    return found
