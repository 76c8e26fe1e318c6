"""Field types of the case file: conditions, estimates, and what things rest on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from detente.case.formula import Formula, FormulaError, parse
from detente.evidence import Reference

__all__ = ["Because", "Condition", "Estimate", "EstimateField", "LIKELIHOOD"]

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
"""Words of estimative probability of ICD 203 and the percentages they stand for."""


def _condition(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return parse(value)
    except FormulaError as error:
        context = {"said": error.message, "at": error.at}
        raise PydanticCustomError("condition", "{said}", context) from None


Condition = Annotated[
    Formula,
    BeforeValidator(_condition),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "description": "ids with not, and, or, if, only if, iff"}),
]

_NUMBER = r"-?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"({_NUMBER})(?:\.\.({_NUMBER}))?$")


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
        """Read `70`, `40..60`, `{low, best, high}` or a word of likelihood; else ValueError."""
        if isinstance(value, dict) and set(value) == {"low", "best", "high"}:
            low, best, high = (float(value[k]) for k in ("low", "best", "high"))
        elif isinstance(value, str) and value.strip().lower() in LIKELIHOOD:
            word = value.strip().lower()
            low, high = LIKELIHOOD[word]
            return cls(float(low), (low + high) / 2, float(high), word)
        elif match := _RANGE.fullmatch(str(value).strip()):
            low = float(match[1])
            high = float(match[2] or match[1])
            best = (low + high) / 2
        else:
            raise ValueError(f"`{value}` is no estimate; expected 70, 40..60 or a likelihood word")
        if not low <= best <= high:
            raise ValueError(f"`{value}` is not in rising order")
        return cls(low, best, high)

    def __str__(self) -> str:
        if self.word:
            return self.word
        return f"{self.low:g}" if self.low == self.high else f"{self.low:g}..{self.high:g}"


def _estimate(value: Any) -> Estimate:
    try:
        return value if isinstance(value, Estimate) else Estimate.read(value)
    except ValueError as error:
        raise PydanticCustomError("estimate", "{said}", {"said": str(error)}) from None


EstimateField = Annotated[
    Estimate,
    BeforeValidator(_estimate),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": ["number", "string", "object"], "description": "70, 40..60, a word"}),
]
