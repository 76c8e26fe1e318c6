"""Put a document together from blocks that were taken out of a file that holds no plain text."""

from __future__ import annotations

from collections.abc import Iterable

from detente.documents.content import whole
from detente.documents.furniture import marked
from detente.documents.paragraph import Paragraph, next_number

__all__ = ["joined"]


def joined(blocks: Iterable[tuple[str, str]]) -> tuple[str, tuple[Paragraph, ...]]:
    """Return a text of one line a block, and its paragraphs; blocks are texts and furniture.

    White space in a block folds to single spaces; a block without text is left out.

    >>> text, paragraphs = joined([("The  ford", ""), (" ", ""), ("7", "page number")])
    >>> text.splitlines(), paragraphs[1].furniture, text[paragraphs[1].start]
    (['The ford', '7'], 'page number', '7')
    """
    lines: list[str] = []
    paragraphs: list[Paragraph] = []
    offset = 0
    for block, furniture in blocks:
        line = " ".join(whole(block).split())
        if line:
            end = offset + len(line)
            paragraphs.append(Paragraph(next_number(len(paragraphs)), line, offset, end, furniture))
            lines.append(line)
            offset = end + 1
    return "\n".join(lines), marked(paragraphs)
