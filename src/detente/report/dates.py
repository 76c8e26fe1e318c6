"""Dates in words."""

from __future__ import annotations

from detente.errors import UsageError
from detente.evidence.part import When

__all__ = ["in_words", "span", "told"]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def in_words(when: When | None) -> str:
    """Return a date as people write it, no more exact than it was given.

    >>> in_words(When.parse("2018-05-25")), in_words(When.parse("2018-05"))
    ('25 May 2018', 'May 2018')
    >>> in_words(When.parse("2016-12-15..2016-12-16")), in_words(When.parse("2007~"))
    ('15 to 16 December 2016', 'about 2007')
    >>> in_words(When.parse("1985/..")), in_words(When.parse("2001-21")), in_words(When.parse("201X"))
    ('since 1985', 'spring 2001', '2010s')
    """
    if when is None:
        return ""
    mark = "/" if "/" in when.text else ".."
    first, _, last = (end.strip(" ~?%") for end in when.text.partition(mark))
    if ".." in (first, last):
        text = f"until {_single(last)}" if first == ".." else f"since {_single(first)}"
    else:
        text = _joined(first, last) if last else _single(first)
    if when.unsure:
        text = f"{text} (uncertain)"
    return f"about {text}" if when.about else text


def told(text: str) -> str:
    """Return a period in words if it is a date or a span, otherwise as it stands.

    >>> told("2007..2017"), told("since 1945")
    ('2007 to 2017', 'since 1945')
    """
    try:
        return in_words(When.parse(text))
    except UsageError:
        return text


def _single(text: str) -> str:
    parts = [p for p in text.split("-") if p != "XX"]
    year = parts[0].lstrip("0") or "0"
    if "X" in year:
        return f"{year.replace('X', '0')}s"
    if len(parts) == 1:
        return year
    month = _SEASONS.get(parts[1]) or _MONTHS[int(parts[1]) - 1]
    return f"{month} {year}" if len(parts) == 2 else f"{int(parts[2])} {month} {year}"


def _joined(first: str, last: str) -> str:
    """Return a span; what both ends share is said once."""
    a, b, shared = _single(first).split(), _single(last).split(), []
    while len(a) == len(b) and len(a) > 1 and a[-1] == b[-1]:
        shared.append(a.pop())
        b.pop()
    return " ".join([*a, "to", *b, *reversed(shared)])


def span(whens: list[When]) -> str:
    """Return the span of several dates: `1956 to May 2018`, or the one date that they share.

    >>> span([When.parse("1956-12"), When.parse("2018-05-25")])
    'December 1956 to 25 May 2018'
    """
    if not whens:
        return ""
    first, last = min(whens, key=lambda w: w.start), max(whens, key=lambda w: w.end)
    return in_words(first) if first == last else f"{in_words(first)} to {in_words(last)}"
