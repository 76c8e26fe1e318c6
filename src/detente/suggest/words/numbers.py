"""Numbers in words and digits."""

from __future__ import annotations

import re

from detente.suggest.words import group

__all__ = ["DIGITS", "SCALES", "SMALL", "number"]

SCALES = {
    "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9,
    "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
"""What a word or letter behind a number multiplies it by."""

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A number in digits, as a pattern."""

_COUNTED = dict(pair.split("=") for pair in group("numbers"))
SMALL = "|".join(["a dozen", *(word for word, value in _COUNTED.items() if float(value) > 1)])
"""A whole number above one in words, as a pattern."""


def number(digits: str, scale: str = "") -> str:
    """Return a number in words or digits as plain digits; empty where it is none.

    >>> number("18.3", "billion"), number("more"), number("three"), number("a dozen")
    ('18300000000', '', '3', '12')
    """
    plain = digits.lower().replace(",", "").removeprefix("a ")
    known = _COUNTED.get(plain, plain if re.fullmatch(r"\d+(?:\.\d+)?", plain) else "")
    if not known:
        return ""
    value = round(float(known) * SCALES.get(scale.lower(), 1), 6)
    return f"{value:.0f}" if value == round(value) else f"{value:g}"
