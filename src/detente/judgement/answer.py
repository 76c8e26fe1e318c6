"""The answer to a question of the case: what was computed, and whether it is as the sources imply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.case.fields import Because

__all__ = ["CheckResult", "InquiryAnswer", "Row", "agrees"]

Row = Mapping[str, Any]
"""One computed result, as plain data: names to numbers, words, truth values or lists."""


@dataclass(frozen=True)
class CheckResult:
    """One check of an inquiry.

    `agrees` is None where the check could not be computed; `needs` then says what for. `found`
    holds a row for every model, concept or setting that the check covers.
    """

    compute: str
    say: str
    agrees: bool | None
    found: tuple[Row, ...]
    expected: Any
    needs: str = ""


@dataclass(frozen=True)
class InquiryAnswer:
    """A question, what the sources imply, and the checks that answer it."""

    id: str
    ask: str
    implied: str
    because: Because
    checks: tuple[CheckResult, ...]

    @property
    def agrees(self) -> bool | None:
        """False if any check disagrees; None if some could not be computed; True if all agree."""
        verdicts = [c.agrees for c in self.checks]
        if False in verdicts:
            return False
        return None if None in verdicts or not verdicts else True

    @property
    def needs(self) -> tuple[str, ...]:
        """What is still needed for the checks that could not be computed."""
        return tuple(dict.fromkeys(c.needs for c in self.checks if c.needs))


def agrees(found: Any, expected: Any) -> bool:
    """Return whether a found value is as expected; expectations are text, as they stand in a file.

    A map of expectations must hold for each of its names; `{includes: [...]}` asks for members;
    `>= 1`, `<= 0.1` and `0.2..0.4` for a number in bounds; `yes`, `no` and `none` are the values
    of truth and absence.

    >>> agrees({"edits": 1, "by": ["ru"]}, {"edits": "1"})
    True
    >>> agrees(["a", "b"], {"includes": ["b"]}), agrees(0.3, ">= 0.9"), agrees(None, "none")
    (True, False, True)
    """
    if isinstance(expected, Mapping):
        if "includes" in expected:
            have = [_text(f) for f in found] if isinstance(found, list | tuple) else None
            return have is not None and all(_text(e) in have for e in expected["includes"])
        return isinstance(found, Mapping) and all(
            k in found and agrees(found[k], e) for k, e in expected.items()
        )
    if isinstance(expected, list | tuple):
        same = isinstance(found, list | tuple) and len(found) == len(expected)
        return same and all(agrees(f, e) for f, e in zip(found, expected, strict=True))
    return _within(found, str(expected)) if _is_number(found) else _text(found) == _text(expected)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _within(found: float, expected: str) -> bool:
    try:
        if expected.startswith(">="):
            return found >= float(expected[2:])
        if expected.startswith("<="):
            return found <= float(expected[2:])
        low, dots, high = expected.partition("..")
        return float(low) <= found <= float(high) if dots else found == float(expected)
    except ValueError:
        return False


def _text(value: Any) -> str:
    words = {True: "yes", False: "no", None: "none"}
    return words[value] if isinstance(value, bool) or value is None else str(value)
