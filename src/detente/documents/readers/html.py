"""Read web pages (HTML): every block is a paragraph; offsets count in the decoded source."""

from __future__ import annotations

import hashlib
from pathlib import Path

from detente.documents.content import bytes_of, decoded
from detente.documents.page import declared_encoding, page
from detente.documents.paragraph import Document
from detente.documents.readers import Reader

__all__ = ["MEMBER", "read"]


def read(path: str | Path, name: str | None = None) -> Document:
    """Read a saved page, in the encoding that it states (UTF-8 if it states none).

    Menus, share links and the like are marked as furniture, hidden text too. Nothing is fetched
    or run. Raises `FileProblem` and `DocumentError` as the reader of plain text does.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "ford.html"
    ...     _ = path.write_text("<h1>The ford</h1><p>It is open.")
    ...     [p.text for p in read(path).paragraphs]
    ['The ford', 'It is open.']
    """
    data = bytes_of(path)
    source = decoded(data, declared_encoding(data), str(path))
    paragraphs, about = page(source)
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        name or Path(path).stem, digest, source, paragraphs, about, "the source of the page"
    )


MEMBER = Reader("html", "web page (HTML)", (".html", ".htm", ".xhtml"), read, apart=1 << 18)
