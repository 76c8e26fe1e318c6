"""A document as a reference sees it: paragraphs with numbers and exact offsets."""

from __future__ import annotations

from dataclasses import dataclass

from detente.errors import DocumentError

__all__ = ["Document", "Paragraph", "split_paragraphs"]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: the unit that evidence points at.

    `number` counts from 1. `start` and `end` are character offsets into the text of the document,
    so `document.text[start:end] == text`. Outer spaces belong to the paragraph; the line end
    does not.

    >>> Paragraph(1, "The ford is open.", 0, 17).text
    'The ford is open.'
    """

    number: int
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """A text with its paragraphs, as read from one file.

    `id` is what references call it, `digest` the SHA-256 of the file's bytes (what was read can
    be told apart from a later edition), `text` the decoded text without a byte-order mark.

    >>> text = "Title" + chr(10) * 2 + "Body"
    >>> document = Document("000", "e3b0…", text, split_paragraphs(text))
    >>> document.paragraph(2).text
    'Body'
    """

    id: str
    digest: str
    text: str
    paragraphs: tuple[Paragraph, ...]

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
    found: list[Paragraph] = []
    offset = 0
    for whole, line in zip(text.splitlines(keepends=True), text.splitlines(), strict=True):
        if line.strip():
            found.append(Paragraph(len(found) + 1, line, offset, offset + len(line)))
        offset += len(whole)
    return tuple(found)
