"""Quantities with their units: money, shares, counts of things, times and ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.suggest.reading import Passage, Reading
from detente.suggest.shelf import Suggester
from detente.suggest.suggestion import Suggestion

__all__ = ["MEMBER", "number", "suggest"]

_WORDS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "thousand": 1000, "dozen": 12, "a dozen": 12, "a": 1, "half a": 0.5,
    "once": 1, "twice": 2, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
}  # fmt: skip
_SCALES = {
    "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9,
    "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_ABOUT = (
    r"(?:(?:about|around|nearly|almost|roughly|approximately|up to|at least|more than"
    r"|less than|fewer than|as much as|as many as)\s+)?"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = (
    r"a dozen|dozen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|hundred|thousand"
)
_SCALE = r"(?:\s?(trillion|billion|million|thousand|bn|tn|mn|m|k)\b)?"
_UNIT = r"(?:minute|hour|day|week|month|year|decade|century|mile|kilomet(?:re|er)|km|ton|tonne)"
_THINGS = r"(?:years?|times?|percent|people|men|women|troops|[a-z]{2,}(?<!s)(?<!u)(?<!i)s)"
_CURRENCY = r"dollars?|euros?|yen|yuan|rubles?|roubles?|pounds|shillings|francs|marks"
_RULES = (
    ("money", re.compile(rf"{_ABOUT}(?P<unit>US\$|A\$|C\$|[$€£¥])\s?(?P<n>{_DIGITS}){_SCALE}")),
    ("money", re.compile(rf"{_ABOUT}\b(?P<n>{_DIGITS}|{_SMALL}){_SCALE}\s+(?P<unit>{_CURRENCY})\b", re.I)),
    ("share", re.compile(rf"{_ABOUT}(?P<n>{_DIGITS}|{_SMALL})()\s?(?P<unit>%|per\s?cent\b|percentage points)", re.I)),
    ("rank", re.compile(r"\b(?P<n>second|third|fourth|fifth)()-(?P<unit>largest|biggest|smallest|richest)\b")),
    ("rank", re.compile(r"\b(?P<n>\d{1,3})()(?:st|nd|rd|th)\s+(?P<unit>anniversary|meeting|session|round|time)\b")),
    ("rate", re.compile(r"\b(?P<n>once|twice)()\s+(?P<unit>(?:a|per|every)\s+(?:day|week|month|year))\b", re.I)),
    ("issue", re.compile(r"\b(?P<unit>Volume|Issue|No\.):?\s+(?P<n>\d+)()\b")),
    ("count", re.compile(rf"{_ABOUT}\b(?P<n>{_DIGITS}|{_SMALL}){_SCALE}-(?P<unit>[a-z]+)\b", re.I)),
    ("count", re.compile(
        rf"{_ABOUT}\b(?P<n>{_DIGITS}|{_SMALL}){_SCALE}(?:\s+of\s+(?:the|its|his|her|their))?\s+"
        rf"(?:[A-Za-z’'-]+\s+){{0,3}}?(?P<unit>(?i:{_UNIT})s?|{_THINGS})\b")),
    ("count", re.compile(rf"\b(?P<n>one)()\s+(?P<unit>{_UNIT})\b", re.I)),
    ("count", re.compile(r"\b(?P<n>[Aa]|half a)()\s+(?P<unit>decade|century|dozen)\b")),
    ("count", re.compile(rf"\b(?P<n>{_SMALL})()(?P<unit>)(?=\s+of\s+(?:the|them|its)\b)", re.I)),
)  # fmt: skip
_STOP = re.compile(r"[.,;:()]|\b(?:and|or|in|of|to|the|that|is|was|were|are|has|have|after|as|with)\b")


def number(digits: str, scale: str = "") -> str:
    """Return a number in words or digits as plain digits; empty where it is none.

    >>> number("18.3", "billion"), number("more"), number("three")
    ('18300000000', '', '3')
    """
    plain = digits.lower().replace(",", "")
    known = _WORDS.get(plain, float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None)
    if known is None:
        return ""
    value = known * _SCALES.get(scale.lower(), 1)
    return f"{value:.0f}" if value == round(value) else f"{value:g}"


def suggest(reading: Reading) -> Iterator[Suggestion]:
    """Yield the quantities of a text, the most telling rule first; years are dates and left out."""
    for passage in reading.passages:
        taken: list[tuple[int, int]] = []
        found = [s for kind, rule in _RULES for s in _by(kind, rule, passage, taken)]
        yield from sorted(found, key=lambda s: s.start)


def _by(
    kind: str, rule: re.Pattern[str], passage: Passage, taken: list[tuple[int, int]]
) -> Iterator[Suggestion]:
    for match in rule.finditer(passage.text):
        start, end = match.span()
        between = passage.text[match.end("n") : match.start("unit")] if kind == "count" else ""
        between = re.sub(r"^\s+of\s+(?:the|its|his|her|their)\b", "", between)
        is_year = re.fullmatch(r"(?:1[5-9]|20)\d\d", match["n"]) and kind == "count"
        if is_year or _STOP.search(between) or not all(end <= a or b <= start for a, b in taken):
            continue
        taken.append((start, end))
        scale = next((g for g in match.groups() if g and g.lower() in _SCALES and g != match["n"]), "")
        why = f"a number with what it counts: {kind}"
        yield passage.suggestion(
            "quantity", start, end, why, type=kind, value=number(match["n"], scale), unit=match["unit"]
        )


MEMBER = Suggester("quantities", "quantities with their units", suggest)
