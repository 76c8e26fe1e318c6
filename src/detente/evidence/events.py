"""Dated events, and the index of conflict and cooperation between two actors that they add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from detente.evidence.part import Part, Text, When, WhenField
from detente.evidence.reference import Reference

__all__ = ["Happening", "Index", "Sum", "by_period", "index_of", "pairs_of"]


class Happening(Part):
    """A dated event. `later` marks hindsight that no run as of the case's date may read.

    `by` acts towards `on`; `between` holds the actors of a joint event. `score` runs from -10
    (conflict) to 10 (cooperation).
    """

    date: WhenField
    title: Text
    actor: str = ""
    by: str = ""
    on: str = ""
    between: tuple[str, ...] = ()
    score: float | None = Field(None, ge=-10, le=10)
    status: Literal["past", "expected", "later"] = "past"
    because: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class Sum:
    """Events of one kind: how many have a score, their mean, and the events themselves."""

    events: tuple[Happening, ...] = field(default=(), repr=False)

    @property
    def count(self) -> int:
        """How many events have a score."""
        return len(self.events)

    @property
    def total(self) -> float:
        """The sum of the scores."""
        return sum(e.score or 0.0 for e in self.events)

    @property
    def mean(self) -> float | None:
        """The mean score, None where there is no event."""
        return self.total / self.count if self.events else None


@dataclass(frozen=True)
class Index:
    """What two actors did to each other in a span of time, and what they did together."""

    first: str
    second: str
    forth: Sum
    back: Sum
    joint: Sum

    @property
    def all(self) -> Sum:
        """Every event of the pair."""
        return Sum(self.forth.events + self.back.events + self.joint.events)


def index_of(
    events: Iterable[Happening],
    first: str,
    second: str,
    span: When,
    *,
    statuses: Iterable[str] = ("past", "expected"),
) -> Index:
    """Return the index of a pair over the events that lie wholly within a span of time.

    Directed acts and joint events are kept apart, and counts stand beside means: a mean of one
    event is no trend. Hindsight (`later`) is left out unless asked for.

    >>> gift = Happening(date="2016-05", title="A plan", by="jp", on="ru", score=6)
    >>> found = index_of([gift], "jp", "ru", When.parse("2016..2018"))
    >>> found.forth.mean, found.forth.count, found.back.mean
    (6.0, 1, None)
    """
    kept = set(statuses)
    within = [
        e
        for e in events
        if e.score is not None
        and e.status in kept
        and span.start <= e.date.start
        and e.date.end <= span.end
    ]

    def acts(by: str, on: str) -> Sum:
        return Sum(tuple(e for e in within if (e.by, e.on) == (by, on)))

    joint = Sum(tuple(e for e in within if set(e.between) == {first, second}))
    return Index(first, second, acts(first, second), acts(second, first), joint)


def pairs_of(events: Iterable[Happening]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of actors that have scored events, the pair with most of them first.

    >>> gift = Happening(date="2016-05", title="A plan", by="jp", on="ru", score=6)
    >>> pairs_of([gift])
    (('jp', 'ru'),)
    """
    named = ((e.by, e.on) if e.by and e.on else e.between for e in events if e.score is not None)
    counts = Counter(tuple(sorted(pair)) for pair in named if len(set(pair)) == 2)
    return tuple((first, second) for (first, second), _ in counts.most_common())


def by_period(
    events: Iterable[Happening],
    first: str,
    second: str,
    *,
    statuses: Iterable[str] = ("past",),
) -> dict[str, Index]:
    """Return the index of a pair year by year; an event that spans years is a period of its own.

    Years in which nothing was scored are left out. What is only expected is apart from what came
    to pass: ask for it by its status.

    >>> gift = Happening(date="2016-05", title="A plan", by="jp", on="ru", score=6)
    >>> [(year, index.all.total) for year, index in by_period([gift], "jp", "ru").items()]
    [('2016', 6.0)]
    """
    kept, known = set(statuses), list(events)
    mine = [
        e for e in known if e.score is not None and e.status in kept and {first, second} == _pair(e)
    ]
    periods: dict[str, list[Happening]] = {}
    for event in sorted(mine, key=lambda e: (e.date.start, e.date.end)):
        periods.setdefault(_period(event.date), []).append(event)
    return {
        label: index_of(found, first, second, When.parse(label), statuses=kept)
        for label, found in periods.items()
    }


def _pair(event: Happening) -> set[str]:
    return {event.by, event.on} if event.by and event.on else set(event.between)


def _period(when: When) -> str:
    first, last = f"{when.start.year:04}", f"{when.end.year:04}"
    return first if first == last else f"{first}..{last}"
