"""Words of likelihood: from a probability to a phrase with its range, each in its own sentence.

ICD 203 (D.6.e.2.a) has contiguous bands, of which an upper bound belongs to the lower; the
yardstick of the UK's PHIA (2025) has gaps, so that a number between bands goes to the nearest and
the phrase says so. A phrase always carries its range. Numbers are kept and words made from them:
a word is never turned back into a number. Confidence is another thing and has its own sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.errors import UnknownName, UsageError

__all__ = ["SCALES", "Band", "bands", "chance_sentence", "phrase", "word"]


@dataclass(frozen=True)
class Band:
    """A word of likelihood, the percentages it covers, and the sentence that it fits into."""

    word: str
    low: int
    high: int
    frame: str

    @property
    def range(self) -> str:
        """The percentages in print."""
        return f"{self.low}–{self.high} %"


_IS, _THAT = "it is {word} that {claim}", "there is {word} that {claim}"

SCALES: Mapping[str, tuple[Band, ...]] = {
    "icd203": (
        Band("almost no chance", 1, 5, _THAT),
        Band("very unlikely", 5, 20, _IS),
        Band("unlikely", 20, 45, _IS),
        Band("a roughly even chance", 45, 55, _THAT),
        Band("likely", 55, 80, _IS),
        Band("very likely", 80, 95, _IS),
        Band("almost certain", 95, 99, _IS),
    ),
    "phia": (
        Band("a remote chance", 1, 5, _THAT),
        Band("highly unlikely", 10, 20, _IS),
        Band("unlikely", 25, 35, _IS),
        Band("a realistic possibility", 40, 50, _THAT),
        Band("likely", 55, 75, _IS),
        Band("highly likely", 80, 90, _IS),
        Band("almost certain", 95, 99, _IS),
    ),
}
"""The bands of each scale, from least to most likely; the key is the `scale` of a case."""


def word(p: float, scale: str = "icd203") -> Band:
    """Return the band of a probability between 0 and 1, clamped to 1–99 %.

    Raises `UsageError` for a number outside 0 to 1, `UnknownName` for an unknown scale.

    >>> word(0.2).word, word(0.0).range, word(0.22, "phia").word
    ('very unlikely', '1–5 %', 'highly unlikely')
    """
    if scale not in SCALES:
        raise UnknownName("scale of likelihood", scale, SCALES)
    percent = _percent(p)
    if scale == "icd203":
        return next(b for b in SCALES[scale] if percent <= b.high)
    return min(SCALES[scale], key=lambda b: max(b.low - percent, percent - b.high, 0.0))


def _percent(p: float) -> float:
    if not 0 <= p <= 1:
        raise UsageError("this is no probability", found=p, expected="a number from 0 to 1")
    return min(max(round(p * 100, 9), 1.0), 99.0)


def bands(low: float, high: float, scale: str = "icd203") -> tuple[Band, ...]:
    """Return every band that an interval touches, from least to most likely.

    An interval that only touches the lower end of a band does not reach into it.

    >>> [b.word for b in bands(0.3, 0.5)]
    ['unlikely', 'a roughly even chance']
    """
    if low > high:
        raise UsageError("the interval is upside down", found=f"{low} to {high}")
    first, last = word(low, scale), word(high, scale)
    known = SCALES[scale]
    return known[known.index(first) : known.index(last) + 1]


def phrase(low: float, high: float | None = None, scale: str = "icd203") -> str:
    """Return word and range of a probability, or of an interval.

    >>> phrase(0.3), phrase(0.3, 0.5), phrase(0.22, scale="phia")
    ('unlikely (20–45 %)', 'unlikely to a roughly even chance (30–50 %)',
     'highly unlikely (10–20 %, the nearest band)')
    """
    if high is None or low == high:
        band = word(low, scale)
        inside = band.low <= _percent(low) <= band.high
        return f"{band.word} ({band.range}{'' if inside else ', the nearest band'})"
    found = bands(low, high, scale)
    said = found[0].word if len(found) == 1 else f"{found[0].word} to {found[-1].word}"
    return f"{said} ({_percent(low):.0f}–{_percent(high):.0f} %)"


def chance_sentence(
    claim: str, low: float, high: float | None = None, *, scale: str = "icd203", when: str = ""
) -> str:
    """Return a sentence that says how likely a claim is; `when` is its horizon.

    The claim is a clause without capital and full stop. An interval over several bands has a
    frame of its own.

    >>> chance_sentence("a treaty is signed", 0.0, when="by the end of 2022")
    'There is almost no chance (1–5 %) that a treaty is signed by the end of 2022.'
    >>> chance_sentence("a treaty is signed", 0.3, 0.5)
    'The likelihood that a treaty is signed runs from unlikely to a roughly even chance (30–50 %).'
    """
    claim = f"{claim} {when}".strip()
    said = phrase(low, high, scale)
    found = bands(low, low if high is None else high, scale)
    if len(found) > 1:
        return f"The likelihood that {claim} runs from {said}."
    text = found[0].frame.format(word=said, claim=claim)
    return f"{text[0].upper()}{text[1:]}."
