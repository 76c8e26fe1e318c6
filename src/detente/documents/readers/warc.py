"""Read web archives (WARC): every archived web page in the file, one after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from detente.documents.about import SILENT, About
from detente.documents.content import MOST_BYTES, bytes_of, decoded
from detente.documents.page import declared_encoding, page
from detente.documents.paragraph import Document, Paragraph, Run
from detente.documents.readers import Reader, missing
from detente.errors import DocumentError

__all__ = ["MEMBER", "read"]


def read(path: str | Path, name: str | None = None) -> Document:
    """Read the HTML responses of an archive; offsets count in their sources, a line break between.

    What the document states about itself is what its first page states. Raises what the reader of
    web pages raises, also where there is no page in the archive; and `MissingExtra`.

    >>> read("/nowhere/a.warc")
    Traceback (most recent call last):
    detente.errors.FileProblem: /nowhere/a.warc: cannot open the document: ...
    """
    data = bytes_of(path, 2 * MOST_BYTES)
    sources: list[str] = []
    paragraphs: list[Paragraph] = []
    about, offset = SILENT, 0
    for source in _pages(data, path):
        found, stated = page(source)
        about = about if sources else stated
        paragraphs += [_moved(p, offset, len(paragraphs)) for p in found]
        sources.append(source)
        offset += len(source) + 1
    if not sources:
        raise DocumentError("there is no web page in this archive", file=str(path))
    return _document(path, name, data, sources, paragraphs, about)


def _document(
    path: str | Path,
    name: str | None,
    data: bytes,
    sources: list[str],
    paragraphs: list[Paragraph],
    about: About,
) -> Document:
    id, digest = name or Path(path).name.partition(".warc")[0], hashlib.sha256(data).hexdigest()
    said = "the sources of the archived pages, one after the other"
    return Document(id, digest, "\n".join(sources), tuple(paragraphs), about, said)


def _pages(data: bytes, path: str | Path) -> Iterator[str]:
    """Yield the sources of the pages; refuse an archive that unpacks to more than is read."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise missing("warcio", path) from None
    left = MOST_BYTES
    for record in ArchiveIterator(BytesIO(data)):
        if not _is_page(record):
            continue
        content: bytes = record.content_stream().read(left + 1)
        left -= len(content)
        if left < 0:
            raise DocumentError(
                "the pages of this archive are too large to be read as a document",
                found=f"more than {MOST_BYTES >> 20} MiB",
                hint="take the pages out of it that matter",
                file=str(path),
            )
        kind = record.http_headers.get_header("Content-Type", "")
        encoding = kind.partition("charset=")[2].split(";")[0].strip("\"' ")
        yield decoded(content, encoding or declared_encoding(content), str(path))


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or not record.http_headers:
        return False
    kind = record.http_headers.get_header("Content-Type", "").lower()
    return bool(kind.startswith(("text/html", "application/xhtml")))


def _moved(paragraph: Paragraph, offset: int, before: int) -> Paragraph:
    """Return a paragraph of a later page as one of the whole archive."""
    return replace(
        paragraph,
        number=paragraph.number + before,
        start=paragraph.start + offset,
        end=paragraph.end + offset,
        runs=tuple(Run(r.at, r.start + offset, r.end + offset) for r in paragraph.runs),
    )


MEMBER = Reader("warc", "web archive", (".warc", ".warc.gz"), read, apart=0)
