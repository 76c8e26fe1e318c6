"""Field types of the case file: conditions, estimates, and what things rest on."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from detente.case.formula import Formula, FormulaError, parse
from detente.errors import UsageError, did_you_mean
from detente.evidence import Reference
from detente.evidence.part import DRAFT, AtLeast, misfit

__all__ = ["DRAFT", "LIKELIHOOD", "AtLeast", "Because", "Condition", "Estimate", "EstimateField"]

Because = tuple[Reference, ...]

LIKELIHOOD: dict[str, tuple[float, float]] = {
    "almost no chance": (1, 5),
    "remote": (1, 5),
    "very unlikely": (5, 20),
    "highly improbable": (5, 20),
    "unlikely": (20, 45),
    "improbable": (20, 45),
    "roughly even chance": (45, 55),
    "roughly even odds": (45, 55),
    "likely": (55, 80),
    "probable": (55, 80),
    "very likely": (80, 95),
    "highly probable": (80, 95),
    "almost certain": (95, 99),
    "nearly certain": (95, 99),
}
"""Words of estimative probability of ICD 203 (2015) and the percentages they stand for."""


def _condition(value: Any) -> Formula:
    if not isinstance(value, str):
        if isinstance(value, Formula):
            return value
        found = {dict: "a map", list: "a list", type(None): "nothing"}.get(type(value), "no text")
        hint = "write ids with `not`, `and`, `or`, `if`, such as `not ru.fortify if jp.invest`"
        raise misfit("condition", f"found {found}, expected a condition", hint)
    try:
        return parse(value)
    except FormulaError as error:
        context = {"said": error.message, "hint": error.hint, "at": error.at}
        raise PydanticCustomError("condition", "{said}", context) from None


Condition = Annotated[
    Formula,
    PlainValidator(_condition),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "description": "ids with not, and, or, if, only if, iff"}),
]
"""A condition that is written as text."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_ESTIMATES = "write 70, 40..60, {low: 30, best: 40, high: 70} or a likelihood such as `unlikely`"


@dataclass(frozen=True)
class Estimate:
    """A number that is not known exactly: lowest, best and highest value; `word` if given as one.

    >>> Estimate.read("40..60").best
    50.0
    >>> Estimate.read("unlikely").low
    20.0
    """

    low: float
    best: float
    high: float
    word: str = ""

    @classmethod
    def read(cls, value: Any) -> Estimate:
        """Read `70`, `40..60`, `{low, best, high}` or a word of likelihood.

        Raises `UsageError` that says what was found.

        >>> Estimate.read("60..40")
        Traceback (most recent call last):
        detente.errors.UsageError: `60..40` does not rise
        """
        if isinstance(value, dict):
            return cls._three(value)
        text = " ".join(str(value).split())
        if text.lower() in LIKELIHOOD:
            low, high = LIKELIHOOD[text.lower()]
            return cls(float(low), (low + high) / 2, float(high), text.lower())
        first, dots, last = text.partition("..")
        low, high = _number(first, text), _number(last if dots else first, text)
        if low > high:
            raise UsageError(f"`{text}` does not rise")
        return cls(low, low + (high - low) / 2, high)  # not (low + high) / 2, which may overflow

    @classmethod
    def _three(cls, value: dict[Any, Any]) -> Estimate:
        if set(value) != {"low", "best", "high"}:
            keys = ", ".join(f"`{k}`" for k in value) or "no keys"
            raise UsageError(
                f"an estimate of three points holds `low`, `best`, `high`; found {keys}"
            )
        shown = {k: "nothing" if value[k] is None else str(value[k]) for k in value}
        low, best, high = (_number(shown[k], shown[k]) for k in ("low", "best", "high"))
        if not low <= best <= high:
            raise UsageError(f"low {low:g}, best {best:g}, high {high:g} do not rise")
        return cls(low, best, high)

    def __str__(self) -> str:
        if self.word or self.low == self.high:
            return self.word or _plain(self.low)
        span = f"{_plain(self.low)}..{_plain(self.high)}"
        return span if self.best == self.middle else f"{span}, best {_plain(self.best)}"

    @property
    def middle(self) -> float:
        """The value half-way between the lowest and the highest."""
        return self.low + (self.high - self.low) / 2

    def written(self) -> str | dict[str, str]:
        """Return the estimate as a case file writes it.

        >>> Estimate.read({"low": 30, "best": 40, "high": 70}).written()
        {'low': '30', 'best': '40', 'high': '70'}
        """
        if self.word or self.best == self.middle:
            return str(self)
        return {k: _plain(getattr(self, k)) for k in ("low", "best", "high")}


def _plain(number: float) -> str:
    return str(int(number)) if number.is_integer() else str(number)


def _number(part: str, text: str) -> float:
    number = float(part) if _NUMBER.fullmatch(part.strip()) else math.inf
    if not math.isfinite(number):
        raise UsageError(f"`{text}` is no estimate")
    return number


def _estimate(value: Any) -> Estimate:
    if isinstance(value, Estimate):
        return value
    if value is None or isinstance(value, list | tuple):
        found = "nothing" if value is None else "a list"
        raise misfit("estimate", f"found {found}, expected an estimate", _ESTIMATES)
    try:
        return Estimate.read(value)
    except UsageError as error:
        near = did_you_mean(str(value), LIKELIHOOD)
        hint = near if near.startswith("did") and str(value)[:1].isalpha() else _ESTIMATES
        raise misfit("estimate", str(error), hint) from None


EstimateField = Annotated[
    Estimate,
    PlainValidator(_estimate),
    PlainSerializer(Estimate.written),
    WithJsonSchema({"type": ["number", "string", "object"], "description": "70, 40..60, a word"}),
]
"""An `Estimate` that is written as text."""
