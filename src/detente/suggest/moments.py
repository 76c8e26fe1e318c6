"""Dates in words: explicit ones as they stand, relative ones counted from the document's date.

Nothing is resolved without what it needs. A weekday needs the day of the document (or days that
all give one answer); a month without a year takes the year in which it lies near the document's
date, at most 150 days off. What cannot be resolved stays None.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from detente.errors import UsageError
from detente.evidence.part import When
from detente.suggest.words.numbers import number

__all__ = ["MONTH", "month_number", "near", "relative", "when"]

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_NEAR = 150
_DAYS = [d.lower() for d in calendar.day_name]


def month_number(name: str) -> int:
    """Return the number of a month by its name or its short form.

    >>> month_number("Sept.")
    9
    """
    short = [m.lower() for m in calendar.month_abbr]
    return short.index(name[:3].lower())


def when(year: int, month: int = 0, day: int = 0) -> When | None:
    """Return a date by its numbers, or None where the calendar has none such.

    >>> str(when(2016, 12, 16)), when(2015, 2, 30)
    ('2016-12-16', None)
    """
    parts = [f"{year:04d}", f"{month:02d}" if month else "", f"{day:02d}" if day else ""]
    try:
        return When.parse("-".join(p for p in parts if p))
    except UsageError:
        return None


def near(month: int, day: int, told: When | None) -> When | None:
    """Return a month or day without a year, in the year that brings it near the document's date.

    None without a document's date that is known to the month, or where no year brings it within
    150 days.

    >>> str(near(9, 24, When.parse("2014-10-03"))), near(1, 0, When.parse("2014-07"))
    ('2014-09-24', None)
    """
    if told is None or (told.end - told.start).days > 45:
        return None
    for year in (told.start.year - 1, told.start.year, told.start.year + 1):
        found = when(year, month, day)
        if found and abs((found.start - told.start).days) <= _NEAR:
            return found
    return None


def relative(words: str, told: When | None) -> When | None:
    """Return what words such as `last Friday` come to, counted from the document's date.

    Where the document's date is a span, every day of it must give the same answer.

    >>> str(relative("last Friday", When.parse("2017-11-13..2017-11-17")))
    '2017-11-10'
    >>> relative("last Friday", When.parse("2017-11")) is None
    True
    """
    if told is None or (told.end - told.start).days > 366:
        return None
    days = (told.end - told.start).days
    found = {_from(words.lower(), told.start + timedelta(n)) for n in range(days + 1)}
    (only,) = found if len(found) == 1 else ("",)
    return When.parse(only) if only else None


def _from(words: str, day: date) -> str:
    """Return the date that words come to on one day, as text; empty where they give none."""
    parts = re.split(r"[\s-]+", words)
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}.get(parts[0])
    if parts[-1] == "ago":
        return _ago(parts, day)
    if parts[-1] in ("yesterday", "tomorrow"):
        return str(day + timedelta(-1 if parts[-1] == "yesterday" else 1))
    if parts[-1] in _DAYS:
        back = (day.weekday() - _DAYS.index(parts[-1])) % 7
        return str(day - timedelta(back or (7 if step == -1 else 0))) if step != 1 else ""
    return _shifted(parts[-1], step, day) if step is not None else ""


def _shifted(unit: str, step: int, day: date) -> str:
    """Return the week, month or year before, around or after a day."""
    if unit == "week":
        monday = day - timedelta(day.weekday()) + timedelta(7 * step)
        return f"{monday}..{monday + timedelta(6)}"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"{day.year + step:04d}" if unit == "year" else ""


def _ago(parts: list[str], day: date) -> str:
    """Return `N years ago` as a year, about; a shorter time as a month or a day."""
    count = int(number(parts[0]) or 0)
    unit = parts[1].rstrip("s") if len(parts) > 2 else ""
    years = {"year": 1, "decade": 10, "century": 100}.get(unit, 0) * count
    if years:
        return f"{day.year - years:04d}~"
    if unit == "day" and count:
        return str(day - timedelta(count))
    return f"{_shifted('month', -count, day)}~" if unit == "month" and count else ""
