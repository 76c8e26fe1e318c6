"""Dates in the Extended Date/Time Format (EDTF, ISO 8601-2:2019), as far as cases need it.

Level 0: a year, a month, a day, and intervals (`2017-11-13/2017-11-17`). Level 1: `~` about, `?`
uncertain, `%` both; `X` for a digit that is not known (`201X`, `2004-XX`); seasons as months 21
(spring) to 24 (winter); `..` for an interval without beginning or end (`1985/..`). Not read: times
of day, years beyond four digits, and unknown (empty) ends. Old case files write `a..b` for `a/b`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from detente.errors import UsageError

__all__ = ["Stretch", "read_interval"]

_DATE = re.compile(
    r"(?P<year>\d{3,4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?P<mark>[~?%]?)",
    re.ASCII,
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The month in which each season begins in the north; winter runs into the next year."""


@dataclass(frozen=True)
class Stretch:
    """The first and the last day that a date may mean, and whether it is about, or uncertain."""

    start: date
    end: date
    about: bool = False
    unsure: bool = False


def read_interval(text: str) -> Stretch:
    """Return what a date or an interval means. Raises `UsageError`.

    >>> found = read_interval("2004-06?/2004-08-11~")
    >>> found.start, found.end, found.about, found.unsure
    (datetime.date(2004, 6, 1), datetime.date(2004, 8, 11), True, True)
    >>> read_interval("201X").end, read_interval("2001-24").end
    (datetime.date(2019, 12, 31), datetime.date(2002, 2, 28))
    >>> read_interval("1985/..").end
    datetime.date(9999, 12, 31)
    """
    mark = "/" if "/" in text else ".."
    first, between, last = text.strip().partition(mark)
    start = _end(first, text, mark, Stretch(date.min, date.min))
    if not between:
        return start
    end = _end(last, text, mark, Stretch(date.max, date.max))
    if end.end < start.start:
        raise UsageError(f"`{text}` ends before it begins")
    return Stretch(start.start, end.end, start.about or end.about, start.unsure or end.unsure)


def _end(part: str, text: str, between: str, opened: Stretch) -> Stretch:
    """Return one end of an interval; `..` stands for none, where the interval is written with `/`."""
    if part.strip() == ".." and between == "/":
        return opened
    match = _DATE.fullmatch(part.strip())
    if not match or (match["day"] and match["month"] == "XX" and match["day"] != "XX"):
        raise UsageError(f"`{text}` is no date")
    try:
        start, end = _days(match["year"], match["month"], match["day"])
    except ValueError:
        raise UsageError(f"`{part.strip()}` is not in the calendar") from None
    mark = match["mark"]
    return Stretch(start, end, mark in tuple("~%"), mark in tuple("?%"))


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month in (None, "XX") or low != high:
        if month not in (None, "XX"):
            raise ValueError("a month of a year that is not known")
        return date(low, 1, 1), date(high, 12, 31)
    number = int(month or 0)
    if number in _SEASONS and not day:
        first, last = _SEASONS[number], _SEASONS[number] + 2
        late = low + (last > 12)
        last = (last - 1) % 12 + 1
        return date(low, first, 1), date(late, last, calendar.monthrange(late, last)[1])
    last_day = date(low, number, 1).replace(day=calendar.monthrange(low, number)[1])
    if day in (None, "XX"):
        return date(low, number, 1), last_day
    return (exact := date(low, number, int(day or 0))), exact
