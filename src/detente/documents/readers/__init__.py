"""The shelf of readers: one file here reads one kind of document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from detente.documents.paragraph import Document
from detente.errors import DocumentError
from detente.registry import Shelf

__all__ = ["READERS", "Reader", "read"]


@dataclass(frozen=True)
class Reader:
    """A member of the shelf: its name, the file suffixes it takes, and what reads them.

    Suffixes are lower case with their dot. `read` takes a path and the id that the document is to
    have (None: the file's name without suffix).

    >>> READERS["text"].suffixes
    ('.txt', '.text')
    """

    key: str
    label: str
    suffixes: tuple[str, ...]
    read: Callable[[str | Path, str | None], Document]


READERS: Shelf[Reader] = Shelf("detente.documents.readers", "document reader")


def read(path: str | Path, name: str | None = None) -> Document:
    """Read a document with the reader for its suffix; `name` is the id it is to have.

    Raises `DocumentError` for a suffix that no reader takes or a content that cannot be read, and
    `FileProblem` for a file that is missing or may not be opened.

    >>> read("minutes.xyz")
    Traceback (most recent call last):
    detente.errors.DocumentError: minutes.xyz: no reader for this kind of document: found `.xyz`...
    """
    suffix = Path(path).suffix.lower()
    for reader in READERS.values():
        if suffix in reader.suffixes:
            return reader.read(path, name)
    known = ", ".join(s for reader in READERS.values() for s in reader.suffixes)
    raise DocumentError(
        "no reader for this kind of document",
        found=suffix or "no suffix",
        expected=f"one of {known}",
        hint="save the document as plain text (UTF-8) and read that",
        file=str(path),
    )
