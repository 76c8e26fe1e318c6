"""A document as a reference sees it: paragraphs with numbers and exact offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from detente.documents.about import SILENT, About
from detente.errors import DocumentError

__all__ = ["Document", "Paragraph", "Run", "next_number", "split_paragraphs"]

MOST_PARAGRAPHS = 250_000
"""The most paragraphs of a document; a long book has 10,000."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


class Run(NamedTuple):
    """A piece of a paragraph's text, and the span of the document's text that it stands for.

    The piece begins at `at` in the paragraph and ends where the next one begins. If it is as long
    as its span it is the same, character by character; if not (`&amp;`, a wrapped line), the whole
    piece stands for the whole span.
    """

    at: int
    start: int
    end: int


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: the unit that evidence points at.

    `number` counts from 1. `start` and `end` are character offsets into the text of the document.
    Where the file holds nothing but text, `document.text[start:end] == text`; where it holds marks
    too (tags, asterisks), these are not part of `text`, and `runs` say which piece of it stands
    where. `furniture` says why a paragraph is no part of what the author wrote ("menu", "share
    link"); it is empty where there is no sign of that.

    >>> Paragraph(1, "The ford is open.", 0, 17).text
    'The ford is open.'
    """

    number: int
    text: str
    start: int
    end: int
    furniture: str = ""
    runs: tuple[Run, ...] = ()

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the paragraph's text stands in the text of the document.

        The span is half open and holds a character at least.

        >>> Paragraph(1, "R & D", 3, 12, runs=(Run(0, 3, 5), Run(2, 5, 10), Run(3, 10, 12))).origin(2, 4)
        (5, 11)
        """
        if not self.runs:
            return self.start + start, self.start + end
        return self._place(start).start, self._place(end - 1).end

    def _place(self, offset: int) -> Run:
        """Return one character of the text as a run of its own."""
        k = bisect_right(self.runs, offset, key=lambda run: run.at) - 1
        run = self.runs[k]
        stop = self.runs[k + 1].at if k + 1 < len(self.runs) else len(self.text)
        if run.end - run.start != stop - run.at:
            return run
        here = run.start + offset - run.at
        return Run(offset, here, here + 1)


@dataclass(frozen=True)
class Document:
    """A text with its paragraphs, as read from one file.

    `id` is what references call it, `digest` the SHA-256 of the file's bytes (what was read can
    be told apart from a later edition), `text` what offsets count in: the decoded text of the file
    without a byte-order mark or, as `offsets` then says, a text taken out of it. `about` holds
    what the document says about itself.

    >>> text = "Title" + chr(10) * 2 + "Body"
    >>> document = Document("000", "e3b0…", text, split_paragraphs(text))
    >>> document.paragraph(2).text
    'Body'
    """

    id: str
    digest: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    about: About = SILENT
    offsets: str = "the text of the file"

    def paragraph(self, number: int) -> Paragraph:
        """Return the paragraph with this number, counted from 1.

        Raises `DocumentError` where the document has no such paragraph.

        >>> Document("000", "", "", ()).paragraph(1)
        Traceback (most recent call last):
        detente.errors.DocumentError: document `000` has no paragraph 1: expected a document ...
        """
        if 1 <= number <= len(self.paragraphs):
            return self.paragraphs[number - 1]
        count = len(self.paragraphs)
        expected = f"a number from 1 to {count}" if count else "a document with text in it"
        raise DocumentError(f"document `{self.id}` has no paragraph {number}", expected=expected)


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Cut a text into paragraphs: the n-th line that is not blank is paragraph n.

    Lines end where `str.splitlines` ends them; a line of spaces only (no-break ones included) is
    blank. Nothing is trimmed, joined or dropped, so page furniture is numbered too. A text that
    wraps its lines would need a reader of its own.

    >>> [(p.number, p.text, p.start) for p in split_paragraphs("One." + chr(10) * 2 + " Two.")]
    [(1, 'One.', 0), (2, ' Two.', 6)]
    """
    lines = (m for m in _LINE.finditer(text) if not m[0].isspace())
    return tuple(Paragraph(next_number(n), m[0], m.start(), m.end()) for n, m in enumerate(lines))


def next_number(count: int) -> int:
    """Return the number of the paragraph after the first `count`.

    Raises `DocumentError` where a document has more paragraphs than any document has: millions of
    tiny ones would take much more memory than the file.

    >>> next_number(0)
    1
    """
    if count < MOST_PARAGRAPHS:
        return count + 1
    raise DocumentError(
        "this document has too many paragraphs",
        found=f"more than {MOST_PARAGRAPHS:,}",
        hint="cut it into parts",
    )
