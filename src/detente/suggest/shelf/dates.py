"""Dates: explicit ones as they stand, relative ones only where the document's date settles them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from detente.evidence.part import When
from detente.suggest.moments import MONTH, month_number, near, relative, when
from detente.suggest.reading import Passage, Reading
from detente.suggest.shelf import Suggester
from detente.suggest.suggestion import Suggestion

__all__ = ["MEMBER", "suggest"]

Found = tuple[When | None, str]
Rule = tuple[re.Pattern[str], Callable[[re.Match[str], When | None], Found | None]]

_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(1[0-9]\d\d|20\d\d)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_COUNTED = re.compile(r"(?:[$€£¥]|\b(?:about|nearly|some|than|almost|over|to|up|least))\s*$")
_THINGS = re.compile(
    r"\s+(?:people|troops|soldiers|men|tons|civilians|workers|refugees|km|miles)\b"
)


def _day(month: str, day: str, year: str | None, told: When | None) -> Found:
    if year:
        return when(int(year), month_number(month), int(day)), "a day written out"
    found = near(month_number(month), int(day), told)
    why = "a day without a year; " + _settled(found)
    return found, why


def _settled(found: When | None) -> str:
    return "the document's date settles it" if found else "nothing settles it, so it stays open"


def _month(m: re.Match[str], told: When | None) -> Found:
    if m[2]:
        return when(int(m[2]), month_number(m[1])), "a month with its year"
    found = near(month_number(m[1]), 0, told)
    return found, f"a month without a year; {_settled(found)}"


def _years(m: re.Match[str], told: When | None) -> Found | None:
    last = m[2] if len(m[2]) == 4 else m[1][:2] + m[2]
    if int(last) < int(m[1]):
        return None
    return When.parse(f"{m[1]}..{last}"), "a span of years"


def _year(m: re.Match[str], told: When | None) -> Found | None:
    if _COUNTED.search(m.string, max(0, m.start() - 12), m.start()) and not re.search(
        r"(?:from|since|\d{4})[^.]{0,20}\bto\s*$", m.string[: m.start()]
    ):
        return None
    return None if _THINGS.match(m.string, m.end()) else (when(int(m[1])), "a year in digits")


def _relative(m: re.Match[str], told: When | None) -> Found:
    found = relative(m[1] if m.re.groups else m[0], told)
    return found, f"“{m[0]}” counts from the document's date; {_settled(found)}"


_RULES: tuple[Rule, ...] = (
    (re.compile(rf"(?<![a-zà-þ])({MONTH})\s+(\d{{1,2}}){_TH}\b(?:,?\s+{_YEAR})?(?!\d)"),
     lambda m, told: _day(m[1], m[2], m[3], told)),
    (re.compile(rf"\b(\d{{1,2}}){_TH}\s+(?:of\s+)?({MONTH})(?:,?\s+{_YEAR})?(?!\w)"),
     lambda m, told: _day(m[2], m[1], m[3], told)),
    (re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b"),
     lambda m, told: (when(int(m[1]), int(m[2]), int(m[3])), "a day in digits")),
    (re.compile(rf"\b({MONTH}),?\s+(?:of\s+)?{_YEAR}\b"), _month),
    (re.compile(rf"(?<=\bin )({MONTH})(?!\w)()|(?<=\bsince )({MONTH})(?!\w)"),
     lambda m, told: _month(re.match(rf"({MONTH})()", m[0]) or m, told)),
    (re.compile(rf"(?<!\w)({MONTH})(?=['’]s\b)()"), _month),
    (re.compile(r"\b(1\d\d\d|20\d\d)\s*[–-]\s*(\d{4}|\d\d)\b(?!-)"), _years),
    (re.compile(r"\b(?:the\s+)?(1\d\d|20\d)0['’]?s\b"),
     lambda m, told: (When.parse(f"{m[1]}0..{m[1]}9"), "a decade")),
    (re.compile(rf"(?<![\d,.])\b{_YEAR}\b(?![,.]?\d|[–-]\d|%)"), _year),
    (re.compile(rf"\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious)\s+(?:week|month|year|{_WEEKDAY})\b"), _relative),
    (re.compile(r"\b(?:[Aa]|[Aa]n|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,3})"
                r"\s+(?:day|month|year|decade|century|centurie)s?\s+ago\b"), _relative),
    (re.compile(r"\b(?:[Yy]esterday|[Tt]omorrow)\b(?!['’])"), _relative),
    (re.compile(r"\b[Tt]oday\b(?!['’])"), lambda m, told: (None, "“today” may mean these days; left open")),
    (re.compile(rf"\b{_WEEKDAY}\b"), _relative),
)  # fmt: skip


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Yield the dates of a text; the rule for the fullest form of a date goes first."""
    for passage in reading.passages:
        taken: list[tuple[int, int]] = []
        found = [s for rule in _RULES for s in _by(rule, passage, reading.date, taken)]
        yield from sorted(found, key=lambda s: s.start)


def _by(
    rule: Rule, passage: Passage, told: When | None, taken: list[tuple[int, int]]
) -> Iterator[Suggestion]:
    pattern, reads = rule
    for match in pattern.finditer(passage.text):
        free = all(match.end() <= a or b <= match.start() for a, b in taken)
        read = reads(match, told) if free else None
        if read:
            taken.append(match.span())
            yield passage.suggestion("date", *match.span(), read[1], date=read[0])


MEMBER = Suggester(
    "dates", "dates, as they stand or counted from the date of the document", suggest
)
