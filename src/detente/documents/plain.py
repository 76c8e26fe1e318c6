"""A document as plain data and back: what may cross from one process to another."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from detente.documents.about import About, Fact
from detente.documents.paragraph import Document, Paragraph, Run

__all__ = ["about_data", "document_data", "document_of"]


def document_data(document: Document) -> dict[str, Any]:
    """Return a document as what JSON can hold.

    >>> document_data(Document("a", "", "x", (Paragraph(1, "x", 0, 1),)))["paragraphs"]
    [['x', 0, 1, '', []]]
    """
    return {
        "id": document.id,
        "digest": document.digest,
        "text": document.text,
        "paragraphs": [
            [p.text, p.start, p.end, p.furniture, [list(r) for r in p.runs]]
            for p in document.paragraphs
        ],
        "about": about_data(document.about),
        "offsets": document.offsets,
    }


def about_data(about: About) -> dict[str, Any]:
    """Return what a document states about itself as what JSON can hold; nothing for what it does not.

    >>> about_data(About(title=Fact("T", "line 1")))
    {'title': {'value': 'T', 'where': 'line 1', 'deduced': False}}
    """
    return {k: v for k, v in asdict(about).items() if v is not None}


def document_of(data: dict[str, Any]) -> Document:
    """Return the document that `document_data` made this of.

    >>> document = Document("a", "", "x", (Paragraph(1, "x", 0, 1),))
    >>> document_of(document_data(document)) == document
    True
    """
    paragraphs = tuple(
        Paragraph(n, text, start, end, furniture, tuple(Run(*r) for r in runs))
        for n, (text, start, end, furniture, runs) in enumerate(data["paragraphs"], 1)
    )
    about = About(**{k: Fact(**v) for k, v in data["about"].items()})
    return Document(data["id"], data["digest"], data["text"], paragraphs, about, data["offsets"])
