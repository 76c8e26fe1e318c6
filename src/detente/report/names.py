"""Small words: lists, counts, ordinals, quotation marks, articles, possessives."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = [
    "capital",
    "count",
    "listed",
    "number",
    "ordinal",
    "possessive",
    "quoted",
    "sentence",
    "several",
    "the",
]

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_ORDINALS = (
    *("", "first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_WITH_THE = re.compile(
    r"(?:United|Soviet|European) .*|G\d+"
    r"|(?:.* )?(?:States|Kingdom|Union|Republic|Emirates|Federation|Ministry|Netherlands|Philippines)"
    r"|.* (?:public|Council|Alliance)"
)
_FIRMS = re.compile(r".* [a-z]+s")


def listed(items: Sequence[str], last: str = "and") -> str:
    """Return items as a list in a sentence.

    >>> listed(["Japan", "Russia", "China"]), listed(["Japan", "Russia"], "or")
    ('Japan, Russia and China', 'Japan or Russia')
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def number(n: int) -> str:
    """Return a count as a word up to twelve, otherwise in digits; nought is `no`."""
    return _NUMBERS[n] if 0 <= n < len(_NUMBERS) else f"{n:,}"


def count(n: int, word: str, words: str = "") -> str:
    """Return a count with its noun.

    >>> count(1, "model"), count(3, "party", "parties"), count(0, "change")
    ('one model', 'three parties', 'no changes')
    """
    return f"{number(n)} {word if n == 1 else words or word + 's'}"


def ordinal(n: int) -> str:
    """Return a place as a word up to twelfth.

    >>> ordinal(2), ordinal(21), ordinal(113)
    ('second', '21st', '113th')
    """
    if 0 < n < len(_ORDINALS):
        return _ORDINALS[n]
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def quoted(text: str) -> str:
    """Return a label in quotation marks.

    >>> quoted("Offer two islands.")
    '“Offer two islands”'
    """
    return f"“{text.rstrip('. ')}”"


def capital(text: str) -> str:
    """Return a text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return a text as a sentence: a capital first and a full stop last.

    >>> sentence("nobody moves"), sentence("Who moves?"), sentence("")
    ('Nobody moves.', 'Who moves?', '')
    """
    text = capital(text.strip())
    return text if not text or text[-1] in ".?!…" or text[-2:] in (".”", "?”") else f"{text}."


def the(name: str) -> str:
    """Return the name of a party with the article that it takes in a sentence.

    >>> the("United States"), the("Japan"), the("Russian public")
    ('the United States', 'Japan', 'the Russian public')
    """
    return f"the {name}" if _WITH_THE.fullmatch(name) else name


def several(name: str) -> bool:
    """Return whether a name is a plural in a sentence.

    >>> several("Japanese firms"), several("United States")
    (True, False)
    """
    return bool(_FIRMS.fullmatch(name))


def possessive(name: str) -> str:
    """Return the possessive of a name.

    >>> possessive("Japan"), possessive("the United States")
    ("Japan's", "the United States'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"
