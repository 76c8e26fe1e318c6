"""The shelf of readers: one file here reads one kind of document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from detente.documents.paragraph import Document
from detente.errors import DetenteError, DocumentError, MissingExtra
from detente.registry import Shelf

__all__ = ["READERS", "Reader", "missing", "read", "read_here", "reader_for"]


@dataclass(frozen=True)
class Reader:
    """A member of the shelf: its name, the endings of file names it takes, and what reads them.

    Endings are lower case with their dot. `read` takes a path and the id that the document is to
    have (None: the file's name without suffix). `apart` is the size in bytes from which a file is
    read in a process of its own, with limits of time and memory: 0 for formats whose content can
    be much larger than the file, None for those that cannot run away.

    >>> READERS["text"].suffixes
    ('.txt', '.text')
    """

    key: str
    label: str
    suffixes: tuple[str, ...]
    read: Callable[[str | Path, str | None], Document]
    apart: int | None = None

    @property
    def meaning(self) -> str:
        """What it reads, in a line."""
        return f"{self.label}: {', '.join(self.suffixes)}"


_LIMITS: dict[type, str] = {
    MemoryError: "it takes more memory than there is",
    RecursionError: "it is nested too deeply",
}

READERS: Shelf[Reader] = Shelf("detente.documents.readers", "document reader")


def read(path: str | Path, name: str | None = None) -> Document:
    """Read a document with the reader for its suffix; `name` is the id it is to have.

    Raises `DocumentError` for a suffix that no reader takes or a content that cannot be read, also
    within the limits of time and memory; `FileProblem` for a file that is missing or may not be
    opened; `MissingExtra` where the reader needs a package that is not installed.

    >>> read("minutes.xyz")
    Traceback (most recent call last):
    detente.errors.DocumentError: minutes.xyz: no reader for this kind of document: found `.xyz`...
    """
    from detente.documents.apart import read_apart  # it reads with a member of this shelf

    reader = reader_for(path)
    if reader.apart is not None and _size(path) >= reader.apart:
        return read_apart(reader.key, path, name)
    return read_here(reader, path, name)


def reader_for(path: str | Path) -> Reader:
    """Return the reader that takes files of this name.

    >>> reader_for("crawl.warc.gz").key
    'warc'
    """
    ending = Path(path).name.lower()
    for reader in READERS.values():
        if ending.endswith(reader.suffixes):
            return reader
    known = ", ".join(s for reader in READERS.values() for s in reader.suffixes)
    raise DocumentError(
        "no reader for this kind of document",
        found=Path(path).suffix.lower() or "no suffix",
        expected=f"one of {known}",
        hint="save the document as plain text (UTF-8) and read that",
        file=str(path),
    )


def read_here(reader: Reader, path: str | Path, name: str | None) -> Document:
    """Read in this process; a failure of a package becomes a `DocumentError`."""
    try:
        return reader.read(path, name)
    except DetenteError:
        raise
    except Exception as error:  # a broken file makes parsers fail in every way there is
        raise DocumentError(
            "this document is broken",
            found=_LIMITS.get(type(error)) or f"{type(error).__name__}: {error}"[:200],
            hint="open it in the program that made it and save it again, or as plain text",
            file=str(path),
        ) from error


def missing(package: str, path: str | Path) -> MissingExtra:
    """Return the error that says which package a reader lacks."""
    return MissingExtra(
        f"reading this kind of document needs {package}",
        expected="the extra `documents`",
        hint="pip install 'detente[documents]'",
        file=str(path),
    )


def _size(path: str | Path) -> int:
    """Return the size of a file, 0 if there is none: the reader says what is wrong then."""
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0
