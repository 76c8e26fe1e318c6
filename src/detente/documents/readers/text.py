"""Read plain text (UTF-8): every line that is not blank is a paragraph."""

from __future__ import annotations

import hashlib
from pathlib import Path

from detente.documents.paragraph import Document, split_paragraphs
from detente.documents.readers import Reader
from detente.errors import DocumentError, FileProblem

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
    data = _bytes(path)
    text = _decoded(data, str(path))
    digest = hashlib.sha256(data).hexdigest()
    return Document(name or Path(path).stem, digest, text, split_paragraphs(text))


def _bytes(path: str | Path) -> bytes:
    """Return the content of the file, or say why it cannot be had."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as reason:
        why = reason.strerror if isinstance(reason, OSError) else str(reason)
        raise FileProblem(
            "cannot open the document", found=why, expected="a readable file", file=str(path)
        ) from reason


def _decoded(data: bytes, file: str) -> str:
    """Return the text of UTF-8 bytes; refuse other encodings and binary files."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        # `reason.object` is what the position refers to: the bytes after a byte-order mark
        before, byte = reason.object[: reason.start], reason.object[reason.start]
        raise DocumentError(
            "this file is not UTF-8 text",
            found=f"byte 0x{byte:02x}",
            expected="UTF-8",
            hint="save it again as UTF-8 in the program that wrote it",
            file=file,
            line=before.count(b"\n") + 1,
        ) from reason
    if "\0" in text:
        raise DocumentError(
            "this file is not text",
            found="a zero byte",
            expected="UTF-8 text",
            hint="if it is UTF-16 text, save it again as UTF-8",
            file=file,
            line=text[: text.index("\0")].count("\n") + 1,
        )
    return text


MEMBER = Reader("text", "plain text (UTF-8)", (".txt", ".text"), read)
