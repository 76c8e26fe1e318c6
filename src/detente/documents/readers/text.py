"""Read plain text (UTF-8): every line that is not blank is a paragraph."""

from __future__ import annotations

import hashlib
from pathlib import Path

from detente.documents.content import bytes_of, utf8
from detente.documents.furniture import marked
from detente.documents.paragraph import Document, split_paragraphs
from detente.documents.readers import Reader
from detente.documents.stated import about_lines

__all__ = ["MEMBER", "read"]


def read(path: str | Path, name: str | None = None) -> Document:
    """Read a UTF-8 text file; offsets count characters of the text as it stands in the file.

    Line ends are left alone, a byte-order mark is not part of the text, and an empty file has no
    paragraphs. `name` is the id that the document is to have (the file's name without suffix if
    not given). Raises `FileProblem` for a file that cannot be opened and `DocumentError` for one
    that is not UTF-8 text, with the line of the first byte that is not.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "000.txt"
    ...     _ = path.write_bytes(b"Title" + bytes([10, 10]) + b"Body")
    ...     document = read(path)
    >>> document.id, [p.text for p in document.paragraphs]
    ('000', ['Title', 'Body'])
    """
    data = bytes_of(path)
    text = utf8(data, str(path))
    paragraphs = split_paragraphs(text)
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        name or Path(path).stem, digest, text, marked(paragraphs), about_lines(paragraphs)
    )


MEMBER = Reader("text", "plain text (UTF-8)", (".txt", ".text"), read)
