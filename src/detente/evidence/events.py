"""Dated events, and the index of conflict and cooperation between two actors that they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from detente.evidence.part import Part, Text, When, WhenField
from detente.evidence.reference import Reference

__all__ = ["Happening", "Index", "Sum", "index_of"]


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
