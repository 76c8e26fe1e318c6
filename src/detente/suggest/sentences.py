"""Cut a paragraph into sentences and words, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.suggest.words import group

__all__ = ["LONGEST", "Word", "sentences", "words"]

LONGEST = 2_000
"""The most characters of a sentence; a longer one is a table or a list, and is cut at a space."""

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[•]?\s*[A-ZÀ-Þ0-9])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|Prof|St|Rev|No|Nos|vs|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Inc|Ltd|Co|cf|e\.g|i\.e|[A-Z])\.)$"
)
_COUNTRY = re.compile(r"\b(?:U\.S|U\.N|U\.K|E\.U|D\.C|a\.m|p\.m)\.$")
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?"
    r"|['’]s\b|[^\w\s]|_|\d"
)
_STARTERS = group("openers")


@dataclass(frozen=True)
class Word:
    """A word or sign of a text: its text, its lower case, and its half-open span."""

    text: str
    low: str
    start: int
    end: int


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open spans of the sentences of a paragraph, trimmed of outer white space.

    A full stop after an initial or a usual abbreviation ends none. After `U.S.` and the like it
    does where the next word is one that rarely follows in mid-sentence.

    >>> text = "He met Mr. Abe on Dec. 16. The U.S. objected."
    >>> [text[a:b] for a, b in sentences(text)]
    ['He met Mr. Abe on Dec. 16.', 'The U.S. objected.']
    """
    found, start = [], 0
    for stop in _STOP.finditer(text):
        if not _goes_on(text, start, stop):
            found.append((start, stop.end()))
            start = stop.end()
    found.append((start, len(text)))
    pieces = (piece for a, b in found for piece in _pieces(text, a, b))
    return tuple(_trimmed(text, a, b) for a, b in pieces if text[a:b].strip())


def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words and signs of a stretch of text; a possessive `'s` is a word of its own.

    >>> [w.text for w in words("Tokyo’s U.S. ally, 3.5%", 0, 23)]
    ['Tokyo', '’s', 'U.S.', 'ally', ',', '3.5', '%']
    """
    found = _WORD.finditer(text, start, end)
    return tuple(Word(m[0], m[0].lower().replace("’", "'"), m.start(), m.end()) for m in found)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what a sentence is cut into so that no piece is longer than the limit."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the sentence goes on behind a full stop."""
    head = text[max(start, stop.start() - 12) : stop.start() + 1]
    if stop[0] != ".":
        return False
    if _COUNTRY.search(head):
        following = re.match(r"\s+([^\W\d_]+)", text[stop.end() :])
        return not (following and following[1] in _STARTERS)
    return bool(_ABBREVIATED.search(head))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
