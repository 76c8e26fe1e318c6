"""Quantities with their units: money, shares, counts of things, times and ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.suggest.reading import Passage, Reading
from detente.suggest.shelf import Suggester
from detente.suggest.suggestion import Suggestion
from detente.suggest.words.numbers import DIGITS, SCALES, SMALL, number

__all__ = ["MEMBER", "suggest"]

_ABOUT = re.compile(
    r"(?:about|around|nearly|almost|roughly|approximately|up to|at least|more than"
    r"|less than|fewer than|as much as|as many as)\s+$"
)
_NUMBER = rf"{DIGITS}|(?i:{SMALL})"
_SCALE = r"(?:\s?(trillion|billion|million|thousand|bn|tn|mn|m|k)\b)?"
_UNIT = r"(?:minute|hour|day|week|month|year|decade|century|mile|kilomet(?:re|er)|km|ton|tonne)"
_THINGS = r"(?:years?|times?|percent|people|men|women|troops|[a-z]{2,}(?<!s)(?<!u)(?<!i)s)"
_CURRENCY = r"dollars?|euros?|yen|yuan|rubles?|roubles?|pounds|shillings|francs|marks"
_RULES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("money", rf"(?P<unit>US\$|A\$|C\$|[$€£¥])\s?(?P<n>{DIGITS}){_SCALE}"),
        ("money", rf"\b(?P<n>{_NUMBER}){_SCALE}\s+(?P<unit>{_CURRENCY})\b"),
        ("share", rf"(?P<n>{_NUMBER})()\s?(?P<unit>%|per\s?cent\b|percentage points)"),
        ("rank", r"\b(?P<n>second|third|fourth|fifth)()-(?P<unit>largest|biggest|smallest|richest)\b"),
        ("rank", r"\b(?P<n>\d{1,3})()(?:st|nd|rd|th)\s+(?P<unit>anniversary|meeting|session|round)\b"),
        ("rate", r"\b(?P<n>[Oo]nce|[Tt]wice)()\s+(?P<unit>(?:a|per|every)\s+(?:day|week|month|year))\b"),
        ("issue", r"\b(?P<unit>Volume|Issue|No\.):?\s+(?P<n>\d+)()\b"),
        ("count", rf"\b(?P<n>{_NUMBER}){_SCALE}-(?P<unit>[a-z]+)\b"),
        ("count", rf"\b(?P<n>{_NUMBER}){_SCALE}(?:\s+of\s+(?:the|its|his|her|their))?\s+"
                  rf"(?:[A-Za-z’'-]+\s+){{0,3}}?(?P<unit>{_UNIT}s?|{_THINGS})\b"),
        ("count", rf"\b(?P<n>[Oo]ne)()\s+(?P<unit>{_UNIT})\b"),
        ("count", r"\b(?P<n>[Aa]|half a)()\s+(?P<unit>decade|century|dozen)\b"),
        ("count", rf"\b(?P<n>{_NUMBER})()(?P<unit>)(?=\s+of\s+(?:the|them|its)\b)"),
    )
)  # fmt: skip
_STOP = re.compile(
    r"[.,;:()]|\b(?:and|or|in|of|to|the|that|is|was|were|are|has|have|after|as|with)\b"
)


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
        about = _ABOUT.search(passage.text, max(0, start - 20), start)
        start = about.start() if about else start
        taken.append((start, end))
        scale = next(
            (g for g in match.groups() if g and g.lower() in SCALES and g != match["n"]), ""
        )
        why = f"a number with what it counts: {kind}"
        yield passage.suggestion(
            "quantity",
            start,
            end,
            why,
            type=kind,
            value=number(match["n"], scale),
            unit=match["unit"],
        )


MEMBER = Suggester("quantities", "quantities with their units", suggest)
