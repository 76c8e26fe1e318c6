"""Read Word documents (DOCX): paragraphs in their order, then notes, then headers and footers."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from detente.documents.about import About, Fact
from detente.documents.content import MOST_BYTES, bytes_of
from detente.documents.extracted import joined
from detente.documents.paragraph import Document
from detente.documents.readers import Reader
from detente.documents.stated import about_lines
from detente.errors import DocumentError

__all__ = ["MEMBER", "read"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main|"
_PARTS = (
    (re.compile(r"word/document\.xml"), ""),
    (re.compile(r"word/(?:footnotes|endnotes)\.xml"), ""),
    (re.compile(r"word/header\d*\.xml"), "page header"),
    (re.compile(r"word/footer\d*\.xml"), "page footer"),
)
_CORE = {
    "http://purl.org/dc/elements/1.1/|title": "title",
    "http://purl.org/dc/elements/1.1/|creator": "author",
    "http://purl.org/dc/elements/1.1/|publisher": "publisher",
    "http://purl.org/dc/terms/|created": "created",
}
_MOST_PARTS = 10_000


def read(path: str | Path, name: str | None = None) -> Document:
    """Read a DOCX file; offsets count in the text taken out of it, one line a paragraph.

    Text marked as deleted and instructions of fields are left out. Title and author are those of
    the file's properties. Raises `FileProblem`, and `DocumentError` for what is no DOCX, declares
    a document type (entities could be hidden there) or unpacks to more than is read.

    >>> read("/nowhere/a.docx")
    Traceback (most recent call last):
    detente.errors.FileProblem: /nowhere/a.docx: cannot open the document: ...
    """
    data = bytes_of(path, 2 * MOST_BYTES)
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = _parts(archive, str(path))
    except (BadZipFile, NotImplementedError, EOFError, RuntimeError) as reason:
        raise _broken(str(reason), path) from reason
    if not any(pattern.fullmatch(n) for n in parts for pattern, _ in _PARTS[:1]):
        raise _broken("no word/document.xml in it", path)
    try:
        text, paragraphs = joined(
            (block, furniture)
            for pattern, furniture in _PARTS
            for part in sorted(parts)
            if pattern.fullmatch(part)
            for block in _Paragraphs().read(parts[part])
        )
        about = _about(parts.get("docProps/core.xml", b"")).over(about_lines(paragraphs))
    except expat.ExpatError as reason:
        raise _broken(str(reason), path) from reason
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        name or Path(path).stem, digest, text, paragraphs, about, "the text taken out of the file"
    )


def _broken(found: str, path: str | Path) -> DocumentError:
    hint = "open it in a word processor and save it again"
    return DocumentError("this is no readable DOCX file", found=found, hint=hint, file=str(path))


def _parts(archive: ZipFile, file: str) -> dict[str, bytes]:
    """Return the parts that are read; no more is unpacked than may be, whatever sizes are stated."""
    wanted = [*(pattern for pattern, _ in _PARTS), re.compile(r"docProps/core\.xml")]
    parts: dict[str, bytes] = {}
    left = MOST_BYTES
    for info in archive.infolist()[:_MOST_PARTS]:
        if info.filename in parts or not any(p.fullmatch(info.filename) for p in wanted):
            continue
        with archive.open(info) as part:
            parts[info.filename] = part.read(left + 1)
        left -= len(parts[info.filename])
        if left < 0:
            raise DocumentError(
                "this file unpacks to more than is read as a document",
                found=f"more than {MOST_BYTES >> 20} MiB",
                hint="save it as plain text and read parts of that",
                file=file,
            )
    return parts


def _parser(**handlers: Any) -> expat.XMLParserType:
    """Return a parser that knows no document type: no entities, nothing fetched."""

    def refuse(*_: object) -> None:
        raise expat.ExpatError("it declares a document type")

    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    for handler, call in handlers.items():
        setattr(parser, handler, call)
    return parser


class _Paragraphs:
    """Gather the paragraphs of one part; it keeps no tree, so depth costs nothing."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.words: list[str] = []
        self.taking = False

    def read(self, part: bytes) -> Iterator[str]:
        parser = _parser(
            StartElementHandler=self.start,
            EndElementHandler=self.end,
            CharacterDataHandler=self.text,
        )
        parser.Parse(part, True)
        yield from [*self.blocks, "".join(self.words)]

    def start(self, name: str, _: dict[str, str]) -> None:
        self.taking = name == _W + "t"
        if name in (_W + "tab", _W + "br", _W + "cr"):
            self.words.append(" ")

    def end(self, name: str) -> None:
        self.taking = False
        if name == _W + "p":
            self.blocks.append("".join(self.words))
            self.words = []

    def text(self, text: str) -> None:
        if self.taking:
            self.words.append(text)


def _about(core: bytes) -> About:
    """Return what the properties of the file say."""
    found: dict[str, str] = {}
    inside = [""]

    def start(name: str, _: dict[str, str]) -> None:
        inside[0] = _CORE.get(name, "")

    def text(data: str) -> None:
        if inside[0]:
            found[inside[0]] = found.get(inside[0], "") + data

    if core:
        _parser(StartElementHandler=start, CharacterDataHandler=text).Parse(core, True)
    plain = {kind: " ".join(value.split())[:300] for kind, value in found.items()}
    plain |= {"created": plain["created"][:10]} if plain.get("created") else {}
    return About(**{k: Fact(v, "the properties of the file") for k, v in plain.items() if v})


MEMBER = Reader("docx", "Word document", (".docx",), read, apart=1 << 19)
