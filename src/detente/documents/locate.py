"""Check that a quotation stands in the paragraph that a reference names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.documents.folding import find
from detente.documents.paragraph import Document

__all__ = ["Location", "Status", "locate"]

Status = Literal["found", "moved", "not found", "no such paragraph"]


@dataclass(frozen=True)
class Location:
    """Where a reference leads.

    `number` is the paragraph asked for. `span` holds offsets into the document's text: of the
    first place of the anchor, of the whole paragraph where no anchor was given, or None where
    there is nothing to show. `elsewhere` lists the other paragraphs that hold the anchor, nearest
    first; it is filled only where the paragraph asked for does not hold it.

    >>> Location("moved", 3, (10, 14), (4,)).elsewhere
    (4,)
    """

    status: Status
    number: int
    span: tuple[int, int] | None = None
    elsewhere: tuple[int, ...] = ()


def locate(document: Document, number: int, anchor: str | None = None) -> Location:
    """Find a paragraph by number and, where given, an anchor (a few exact words) in it.

    Status: `found`; `moved`, when only other paragraphs hold the anchor (the span is then the one
    in the nearest); `not found`, when none does; `no such paragraph`, when the number is out of
    range (`elsewhere` and the span still say where the anchor stands, if anywhere). Typography
    and case do not count (`folding`). An anchor never runs across paragraphs. Raises nothing.

    >>> from detente.documents.paragraph import split_paragraphs
    >>> text = chr(10).join(["The ford", "The river is “high”"])
    >>> document = Document("000", "", text, split_paragraphs(text))
    >>> locate(document, 2, 'is "high"').status
    'found'
    >>> locate(document, 1, "river")
    Location(status='moved', number=1, span=(13, 18), elsewhere=(2,))
    """
    exists = 1 <= number <= len(document.paragraphs)
    here = _span(document, number, anchor) if exists else None
    if here:
        return Location("found", number, here)
    others = _others(document, number, anchor) if anchor is not None else ()
    span = _span(document, others[0], anchor) if others else None
    missing: Status = "moved" if others else "not found"
    return Location(missing if exists else "no such paragraph", number, span, others)


def _span(document: Document, number: int, anchor: str | None) -> tuple[int, int] | None:
    """Return the span of the anchor's first place in a paragraph, in offsets of the document."""
    paragraph = document.paragraphs[number - 1]
    if anchor is None:
        return paragraph.start, paragraph.end
    places = find(anchor, paragraph.text)
    if not places:
        return None
    return paragraph.origin(*places[0])


def _others(document: Document, number: int, anchor: str) -> tuple[int, ...]:
    """Return the numbers of the other paragraphs that hold the anchor, nearest first."""
    numbers = [p.number for p in document.paragraphs if find(anchor, p.text)]
    return tuple(sorted(numbers, key=lambda n: (abs(n - number), n)))
