"""How a case moves along the calendar: shocks, levels that set facts, options that hold levels."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from detente.case.fields import Because, Condition
from detente.case.ledgers import Question
from detente.evidence.part import Part, Text, WhenField

__all__ = ["Calendar", "Hindcast", "Hold", "Signal", "Watch"]


class Signal(Part):
    """A level that decides: while the node lies above (or below) a threshold, options or bits are set.

    `set` names options and context bits; each applies to the models of the run that have it. Levels
    run from -1 to 1, and 0 is as today.
    """

    node: str
    above: float | None = Field(None, ge=-1, le=1)
    below: float | None = Field(None, ge=-1, le=1)
    set: dict[str, bool]
    because: Because = ()


class Hold(Part):
    """An option that holds a level: while it is taken, or dropped, the node is held at a value.

    It holds only while it differs from the start of the run; as at the start, the node is free.
    """

    option: str
    node: str
    taken: float = Field(1.0, ge=-1, le=1)
    dropped: float = Field(-1.0, ge=-1, le=1)
    because: Because = ()


class Watch(Part):
    """Something to be logged when it comes true: a condition in the words of one model."""

    label: Text
    model: str
    when: Condition
    because: Because = ()


class Calendar(Part):
    """A run of the coupled system along the calendar.

    `models` are played side by side, an option that several of them have is one option. `speed`
    is the part of the way to its response that a level goes in one step, `concept` the stability
    concept under which parties come to rest.
    """

    models: tuple[str, ...] = ()
    start: WhenField | None = None
    until: WhenField | None = None
    step: Literal["month", "quarter", "year"] = "quarter"
    speed: float = Field(0.5, gt=0, le=1)
    concept: str = "seq"
    levels: dict[str, float] = Field(default_factory=dict)
    signals: tuple[Signal, ...] = ()
    holds: tuple[Hold, ...] = ()
    watch: dict[str, Watch] = Field(default_factory=dict)


class Hindcast(Part):
    """A calendar that starts at an earlier date, and the questions it settles.

    Its runs read nothing later than that date (`detente.case.hindsight`); `resolved` of the
    questions says what came of them, and only the scoring reads it. Without a calendar of its own
    it is played on that of the case, and the questions of the case count too.
    """

    title: Text
    calendar: Calendar | None = None
    questions: dict[str, Question] = Field(default_factory=dict)
    because: Because = ()
