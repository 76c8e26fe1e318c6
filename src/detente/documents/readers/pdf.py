"""Read PDF files that hold text: paragraphs put together from lines, running heads marked."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from detente.documents.about import About, Fact
from detente.documents.content import MOST_BYTES, bytes_of, whole
from detente.documents.extracted import joined
from detente.documents.paragraph import Document
from detente.documents.readers import Reader, missing
from detente.documents.stated import about_lines
from detente.errors import DocumentError

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["MEMBER", "read"]

_MOST_PAGES = 5000
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—|]?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—|]?", re.I
)
_PROPERTIES = {"title": "/Title", "author": "/Author"}


def read(path: str | Path, name: str | None = None) -> Document:
    """Read the text of a PDF; offsets count in that text, one line a paragraph.

    A paragraph ends at an empty line, at the end of a page's sentence, or with a line that is
    clearly shorter than the others and ends a sentence. Words cut at the end of a line stay cut.
    Scanned pages hold no text: nothing is recognised. Raises `FileProblem`, `DocumentError` for a
    broken or locked file or one without text, and `MissingExtra`.

    >>> read("/nowhere/a.pdf")
    Traceback (most recent call last):
    detente.errors.FileProblem: /nowhere/a.pdf: cannot open the document: ...
    """
    data = bytes_of(path, 2 * MOST_BYTES)
    try:
        from pypdf import PdfReader
    except ImportError:
        raise missing("pypdf", path) from None
    pdf = PdfReader(BytesIO(data))
    if pdf.is_encrypted and not pdf.decrypt(""):
        raise DocumentError("this PDF is locked by a password", hint="unlock it", file=str(path))
    text, paragraphs = joined(_blocks(_pages(pdf, str(path))))
    if not paragraphs:
        raise DocumentError(
            "there is no text in this PDF",
            hint="it may be a scan: have its text recognised and read that",
            file=str(path),
        )
    about = _about(pdf).over(about_lines(paragraphs))
    digest, id = hashlib.sha256(data).hexdigest(), name or Path(path).stem
    return Document(id, digest, text, paragraphs, about, "the text taken out of the file")


def _pages(pdf: PdfReader, file: str) -> list[list[str]]:
    """Return the lines of each page."""
    pages: list[list[str]] = []
    left = MOST_BYTES
    for page in islice(pdf.pages, _MOST_PAGES):
        text = page.extract_text()
        left -= len(text)
        if left < 0:
            raise DocumentError("there is too much text in this PDF", hint="cut it", file=file)
        pages.append([line.strip() for line in text.splitlines()])
    return pages


def _blocks(pages: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield paragraphs and what furniture they are."""
    running = _running(pages)
    for page in pages:
        body: list[str] = []
        edges = {k for k, line in enumerate(page) if line}
        edges = {*sorted(edges)[:2], *sorted(edges)[-2:]}
        for k, line in enumerate(page):
            furniture = _furniture(line, running) if k in edges else ""
            if furniture:
                yield from ((block, "") for block in _joined(body))
                body = []
                yield line, furniture
            else:
                body.append(line)
        yield from ((block, "") for block in _joined(body))


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _running(pages: Sequence[Sequence[str]]) -> set[str]:
    """Return the first and last lines that come back on at least half of three or more pages."""
    count: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line]
        count.update({_shape(line) for line in (*lines[:2], *lines[-2:])})
    least = max(3, (len(pages) + 1) // 2)
    return {shape for shape, times in count.items() if times >= least}


def _furniture(line: str, running: set[str]) -> str:
    if _PAGE_NUMBER.fullmatch(line):
        return "page number"
    return "running head" if line and _shape(line) in running else ""


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Join the lines of a page into paragraphs."""
    width = median([len(line) for line in lines if line] or [0])
    block: list[str] = []
    for line in lines:
        if line:
            block.append(line)
        short = len(line) < 0.75 * width and line.endswith((".", "!", "?", ":", "”", '"'))
        if block and (not line or short):
            yield " ".join(block)
            block = []
    if block:
        yield " ".join(block)


def _about(pdf: PdfReader) -> About:
    """Return what the properties of the file say; its time stamps date the file, not the text."""
    properties: Mapping[str, object] = pdf.metadata or {}
    found = {k: properties.get(key) for k, key in _PROPERTIES.items()}
    plain = {k: " ".join(whole(v).split())[:300] for k, v in found.items() if isinstance(v, str)}
    stamp = re.match(r"D:(\d{4})(\d\d)(\d\d)", str(properties.get("/CreationDate") or ""))
    plain |= {"created": "-".join(stamp.groups())} if stamp else {}
    return About(**{k: Fact(v, "the properties of the file") for k, v in plain.items() if v})


MEMBER = Reader("pdf", "PDF with text", (".pdf",), read, apart=0)
