"""What the first lines of a running text state: a dateline, a byline, labelled lines.

The rules are narrow on purpose. A date counts if a line near the top holds exactly one full date
and nothing else but words that go with one ("published", a weekday, a time); a name counts if its
line is labelled or a byline. What is not stated so is left out: a title that is merely the first
line is no statement.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from datetime import date

from detente.documents.about import About, Fact
from detente.documents.paragraph import Paragraph

__all__ = ["about_lines", "iso_date"]

_MONTHS = tuple(m.lower() for m in month_name[1:])
_NAMES = "|".join(_MONTHS) + "|" + "|".join(m[:3] for m in _MONTHS) + "|sept"
_DATE = re.compile(
    rf"(?<!\d)(?:(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{_NAMES})\.?,?\s+(?P<y2>\d{{4}})(?!\d)"
    rf"|(?P<m3>{_NAMES})\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})(?!\d))",
    re.IGNORECASE,
)
_LABELS = {
    "title": re.compile(r"title:\s*(.{1,200})", re.IGNORECASE),
    "author": re.compile(r"(?:author|byline|by):\s*(.{1,100})", re.IGNORECASE),
    "publisher": re.compile(
        r"(?:publication|publisher|published by):\s*(.{1,100}?)(?:\s+vol(?:ume)?\b.*|\s+issue\b.*)?",
        re.IGNORECASE,
    ),
}
_NAME = r"[^\W\d_a-z][\w.’'-]*(?:\s+(?:(?:de|van|von|der|al|bin|la)\s+)*[^\W\d_a-z][\w.’'-]*){1,3}"
_BYLINE = re.compile(rf"[Bb]y\s+({_NAME})|.{{10,200}},\s+writes\s+({_NAME}?)\.")
_BESIDE_A_DATE = re.compile(
    r"(?:published|posted|dated?|on|mins?|minutes?|read|gmt|utc|[ap]\.?m\.?|\d{1,2}(?::\d\d)?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[\s|:,.•·–—()-])*",
    re.IGNORECASE,
)
_TOP = 6


def iso_date(text: str) -> str:
    """Return the one full date in a text as `YYYY-MM-DD`; empty if there is none, or several.

    >>> iso_date("7 MINS READMay 25, 2018 | 08:30 GMT"), iso_date("24th Sept. 2014"), iso_date("May 2018")
    ('2018-05-25', '2014-09-24', '')
    """
    found = {_iso(match) for match in _DATE.finditer(text)}
    return found.pop() if len(found) == 1 else ""


def _iso(match: re.Match[str]) -> str:
    group = match.lastgroup or ""
    year, month, day = (match[f"{part}{group[-1]}"] for part in "ymd")
    number = int(month) if month.isdigit() else _month(month)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:  # 31 February
        return ""


def _month(name: str) -> int:
    return next(k for k, m in enumerate(_MONTHS, 1) if m.startswith(name.lower()[:3]))


def about_lines(paragraphs: Sequence[Paragraph]) -> About:
    """Return what the first lines state about the document.

    >>> from detente.documents.paragraph import split_paragraphs
    >>> about = about_lines(split_paragraphs(chr(10).join(["The ford", "By Ann Lee", "3 May 2018"])))
    >>> about.author.value, about.date.value, about.date.where, about.title
    ('Ann Lee', '2018-05-03', 'paragraph 3', None)
    """
    found: dict[str, Fact] = {}
    for paragraph in paragraphs[:_TOP]:
        for kind, value in _stated(paragraph.text.strip()).items():
            found.setdefault(kind, Fact(value, f"paragraph {paragraph.number}"))
    return About(**found)


def _stated(line: str) -> dict[str, str]:
    if len(line) > 250:
        return {}
    found = {k: m[1].strip() for k, p in _LABELS.items() if (m := p.fullmatch(line))}
    byline = _BYLINE.fullmatch(line)
    if byline:
        found.setdefault("author", byline[1] or byline[2])
    day = iso_date(line)
    if day and _BESIDE_A_DATE.fullmatch(_DATE.sub(" ", line)):
        found["date"] = day
    return found
