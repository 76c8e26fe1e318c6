"""The base of everything that a case file holds, and the small value types shared by all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from detente.errors import UsageError
from detente.evidence.edtf import read_interval

__all__ = ["DRAFT", "AtLeast", "Confidence", "Part", "Text", "When", "WhenField", "misfit"]

Confidence = Literal["low", "medium", "medium-high", "high"]


class Part(BaseModel):
    """A frozen piece of a case file that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def misfit(kind: str, said: str, hint: str) -> PydanticCustomError:
    """Return the error of a value that does not fit its field: what is wrong, and what to do.

    >>> misfit("date", "`May` is no date", "write 2018-05").context["hint"]
    'write 2018-05'
    """
    return PydanticCustomError(kind, "{said}", {"said": said, "hint": hint})


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


DRAFT = {"draft": True}
"""Validation context under which what is empty passes, so that the rest can be checked."""


@dataclass(frozen=True)
class AtLeast:
    """Marks a list or map that needs so many entries; a draft may have fewer.

    None is needed where the field `unless`, which stands before it, holds something.
    """

    count: int
    unless: str = ""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        shape = handler(schema)
        shape["minItems" if shape.get("type") == "array" else "minProperties"] = self.count
        return shape

    def _check(self, value: Any, info: ValidationInfo) -> Any:
        excused = (info.context or {}).get("draft") or (
            self.unless and info.data.get(self.unless, True)
        )
        if len(value) < self.count and not excused:
            found = "is empty" if not value else f"has {len(value)}"
            needed = "one entry" if self.count == 1 else f"{self.count} entries"
            raise PydanticCustomError(
                "at_least", "{found}, needs {needed} at least", {"found": found, "needed": needed}
            )
        return value


Text = Annotated[str, BeforeValidator(_one_line)]
"""Text whose line breaks and repeated spaces mean nothing."""


@dataclass(frozen=True)
class When:
    """A date as people know it: a year, a month, a day or a span, in EDTF (see `evidence.edtf`).

    Years 100 to 9999. `start` and `end` are the first and the last day that it may mean. `~` means
    about, `?` that it is not certain.

    >>> When.parse("2018-09").end
    datetime.date(2018, 9, 30)
    >>> When.parse("2016-12-15..2016-12-16").start
    datetime.date(2016, 12, 15)
    >>> When.parse("2007~").about, When.parse("2004-06?").unsure
    (True, True)
    """

    text: str
    start: date
    end: date
    about: bool = False
    unsure: bool = False

    @classmethod
    def parse(cls, text: str) -> When:
        """Read a date. Raises `UsageError` that says what was found and expected.

        >>> When.parse("2018-13")
        Traceback (most recent call last):
        detente.errors.UsageError: `2018-13` is not in the calendar
        """
        found = read_interval(text)
        return cls(text.strip(), found.start, found.end, found.about, found.unsure)

    def __str__(self) -> str:
        return self.text


_DATES = "write 2018, 2018-09, 2018-09-20 or a span such as 2018-09..2018-10"


def _when(value: Any) -> When:
    if isinstance(value, When):
        return value
    if value is None or isinstance(value, dict | list | tuple):
        shown = "nothing" if value is None else "a map" if isinstance(value, dict) else "a list"
        raise misfit("date", f"found {shown}, expected a date", _DATES)
    try:
        return When.parse(str(value))
    except UsageError as error:
        raise misfit("date", str(error), _DATES) from None


WhenField = Annotated[
    When,
    PlainValidator(_when),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": ["string", "integer"], "description": "2018, 2018-09, a day, or a..b"}),
]
"""A `When` that is written as text."""
