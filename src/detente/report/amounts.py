"""Numbers that were computed from the figures of a case, in words."""

from __future__ import annotations

from detente.judgement.arithmetic import Result

__all__ = ["amount", "number", "verdict"]

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float) -> str:
    """Return a number with three digits that count, large ones with a word.

    >>> number(6.1e11), number(44.99), number(0.03134), number(21.0), number(1234)
    ('610 billion', '45', '0.0313', '21', '1,234')
    """
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{float(f'{value / scale:.3g}'):,g} {word}"
    return f"{float(f'{value:.3g}'):g}" if abs(value) < 1000 else f"{value:,.0f}"


def amount(result: Result) -> str:
    """Return a derived figure with its unit: money before the number, other units after it."""
    said, unit = number(result.value), result.derived.unit
    if unit == "%":
        return f"{number(100 * result.value)} %"
    return f"{unit}{said}" if len(unit) == 1 and not unit.isalnum() else f"{said} {unit}".strip()


def verdict(result: Result) -> str:
    """Return whether a derived figure lies where it should, with that range; empty if none is given."""
    if result.derived.within is None:
        return ""
    scale = 100 if result.derived.unit == "%" else 1
    low, high = (number(scale * x) for x in result.derived.within)
    said = low if low == high else f"{low} to {high}"
    return f"{'fits' if result.fits else 'does not fit'} ({said})"
