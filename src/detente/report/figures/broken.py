"""A time axis with breaks: years in which nothing happened take no room, and the cuts are marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["BrokenAxis", "broken_axis"]

CUT = 13.0
"""The room that a cut takes."""


@dataclass(frozen=True)
class BrokenAxis:
    """Stretches of years, each with where it begins and ends on the page."""

    stretches: tuple[tuple[float, float], ...]
    places: tuple[tuple[float, float], ...]

    def at(self, time: float) -> float:
        """Return the place of a time (in years); between stretches the nearest end of one.

        >>> round(broken_axis([1905, 2014, 2016], 100, longest=5).at(2014), 1)
        46.8
        """
        for (first, last), (left, right) in zip(self.stretches, self.places, strict=True):
            if time <= last:
                share = (max(time, first) - first) / (last - first)
                return left + share * (right - left)
        return self.places[-1][1]

    @property
    def cuts(self) -> tuple[float, ...]:
        """The middle of each cut."""
        return tuple((a[1] + b[0]) / 2 for a, b in pairwise(self.places))

    def ticks(self, room: float) -> tuple[int, ...]:
        """Return the years to name: the first of each stretch, then those that `room` lets in."""
        found: list[int] = []
        ends = [left for left, _ in self.places[1:]] + [self.places[-1][1] + room]
        for (first, last), end in zip(self.stretches, ends, strict=True):
            before = float("-inf")
            for year in range(int(first), int(last)):
                place = self.at(year)
                if year == first or (before + room <= place <= end - room):
                    found.append(year)
                    before = place
        return tuple(found)


def broken_axis(times: Iterable[float], width: float, *, longest: float = 5.0) -> BrokenAxis:
    """Return an axis for times in years, cut wherever nothing happens for more than `longest` years.

    Stretches are whole years. Each takes a least share of the room and more by the number of its
    times, so that crowded years spread out. Without any time the axis is the year 0.
    """
    known = sorted(times) or [0.0]
    stretches = _stretches(known, longest)
    room = width - CUT * (len(stretches) - 1)
    least = room / (3 * len(stretches))
    spare, left, places = room - least * len(stretches), 0.0, []
    for first, last in stretches:
        held = sum(first <= time <= last for time in known) / len(known)
        right = left + least + spare * held
        places.append((left, right))
        left = right + CUT
    return BrokenAxis(tuple(stretches), tuple(places))


def _stretches(times: Sequence[float], longest: float) -> list[tuple[float, float]]:
    found = [[times[0], times[0]]]
    for time in times[1:]:
        if time - found[-1][1] > longest:
            found.append([time, time])
        found[-1][1] = time
    return [(float(int(first)), float(int(last) + 1)) for first, last in found]
