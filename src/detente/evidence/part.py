"""The base of everything that a case file holds, and the small value types shared by all."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

__all__ = ["Confidence", "Part", "Text", "When", "WhenField"]

Confidence = Literal["low", "medium", "medium-high", "high"]


class Part(BaseModel):
    """A frozen piece of a case file that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_one_line)]

_DAY = re.compile(r"(\d{3,4})(?:-(\d\d))?(?:-(\d\d))?(~?)$")


@dataclass(frozen=True)
class When:
    """A date as people know it: a year, a month, a day or a span; `~` means about.

    >>> When.parse("2018-09").end
    datetime.date(2018, 9, 30)
    >>> When.parse("2016-12-15..2016-12-16").start
    datetime.date(2016, 12, 15)
    >>> When.parse("2007~").about
    True
    """

    text: str
    start: date
    end: date
    about: bool = False

    @classmethod
    def parse(cls, text: str) -> When:
        """Read a date. Raises ValueError that says what was expected."""
        first, dots, last = text.strip().partition("..")
        start, end, about = cls._single(first)
        if dots:
            _, end, late = cls._single(last)
            about = about or late
        if end < start:
            raise ValueError(f"`{text}` ends before it begins")
        return cls(text.strip(), start, end, about)

    @staticmethod
    def _single(text: str) -> tuple[date, date, bool]:
        match = _DAY.fullmatch(text.strip())
        if not match:
            raise ValueError(f"`{text}` is no date; expected 2018, 2018-09, 2018-09-20 or a..b")
        year, month, day = (int(g) if g else None for g in match.groups()[:3])
        try:
            start = date(year or 1, month or 1, day or 1)
            last = day or calendar.monthrange(year or 1, month or 12)[1]
            return start, date(year or 1, month or 12, last), bool(match.group(4))
        except ValueError:
            raise ValueError(f"`{text}` is not in the calendar") from None

    def __str__(self) -> str:
        return self.text


def _when(value: Any) -> When:
    if isinstance(value, When):
        return value
    try:
        return When.parse(str(value))
    except ValueError as error:
        raise PydanticCustomError("date", "{said}", {"said": str(error)}) from None


WhenField = Annotated[
    When,
    BeforeValidator(_when),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": ["string", "integer"], "description": "2018, 2018-09, a day, or a..b"}),
]
