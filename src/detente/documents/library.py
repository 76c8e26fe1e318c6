"""A library of documents: what was read of them, kept in one file, with full-text search.

The file is an SQLite database (FTS5). It holds nothing that cannot be read again from the documents:
it may be deleted at any time, and one that another version wrote or that is damaged is made anew.
Each document is one transaction, so that it may be stopped at any moment; whoever opens it next
goes on from there. A file is read again only if its bytes have changed.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from detente.documents.content import MOST_BYTES, bytes_of
from detente.documents.folder import shown
from detente.documents.library_base import ready_base
from detente.documents.paragraph import Document
from detente.documents.plain import about_data
from detente.documents.readers import read
from detente.errors import DetenteError, FileProblem, MissingExtra, UsageError

__all__ = ["DocumentLibrary", "Hit", "Shelved", "Updated", "open_document_library"]


@dataclass(frozen=True)
class Shelved:
    """A document as the library knows it; `problem` says why it could not be read, if so."""

    path: str
    digest: str
    paragraphs: int
    problem: str = ""


@dataclass(frozen=True)
class Hit:
    """A paragraph that holds the words looked for."""

    path: str
    number: int
    start: int
    end: int
    text: str
    furniture: str = ""


@dataclass(frozen=True)
class Updated:
    """What an update did, by path: read, left as it was, gone, and not readable."""

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    gone: tuple[str, ...]
    failed: tuple[str, ...]


@dataclass(frozen=True)
class DocumentLibrary:
    """An open library; `open_document_library` gives one and closes it.

    Paths in the folder `root` are kept relative to it, so that it may be moved.
    """

    base: sqlite3.Connection
    root: Path

    def update(
        self, paths: Iterable[Path], progress: Callable[[str], None] | None = None
    ) -> Updated:
        """Read what is new or has changed among these documents and those in the library.

        A document that is no more there leaves the library. One that cannot be read is entered
        with its problem; it does not stop the rest, and is tried again when it has changed.
        `progress` is told of each document.
        """
        known = {s.path: s.digest for s in self.documents()}
        gone = [key for key in known if not (self.root / key).exists()]
        with self.base:
            self.base.executemany("DELETE FROM document WHERE path = ?", [(k,) for k in gone])
        wanted = {key: self.root / key for key in known if key not in gone}
        wanted |= {self._key(path): path for path in paths}
        done: dict[str, list[str]] = {"read": [], "unchanged": [], "failed": []}
        for n, (key, path) in enumerate(wanted.items(), 1):
            if progress:
                progress(f"{n:,} of {len(wanted):,}: {path.name}")
            done[self._take(key, path, known.get(key, ""))].append(key)
        return Updated(
            tuple(done["read"]), tuple(done["unchanged"]), tuple(gone), tuple(done["failed"])
        )

    def _key(self, path: Path) -> str:
        path = path.resolve()
        inside = path.is_relative_to(self.root)
        return shown(path.relative_to(self.root) if inside else path)

    def _take(self, key: str, path: Path, known: str) -> str:
        digest = ""
        try:
            # the largest that any reader takes
            digest = hashlib.sha256(bytes_of(path, 2 * MOST_BYTES)).hexdigest()
            if digest == known:
                return "unchanged"
            self._enter(key, read(path))
        except MissingExtra as error:  # to be tried again when it is there
            self._write(key, ("", 0, "", "{}", str(error)))
            return "failed"
        except DetenteError as error:
            self._write(key, (digest, 0, "", "{}", shown(str(error))))
            return "failed"
        return "read"

    def _enter(self, path: str, document: Document) -> None:
        about = json.dumps(about_data(document.about), ensure_ascii=False)
        row = (document.digest, len(document.paragraphs), document.offsets, about, "")
        self._write(path, row, document)

    def _write(
        self, path: str, row: tuple[str, int, str, str, str], document: Document | None = None
    ) -> None:
        """Enter one document whole or not at all."""
        with self.base:
            self.base.execute("DELETE FROM document WHERE path = ?", (path,))
            entered = self.base.execute(
                "INSERT INTO document (path, sha256, count, offsets, about, problem)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (path, *row),
            )
            self.base.executemany(
                "INSERT INTO paragraph (document, number, start, end, furniture, text)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (entered.lastrowid, p.number, p.start, p.end, p.furniture, p.text)
                    for p in (document.paragraphs if document else ())
                ),
            )

    def documents(self) -> list[Shelved]:
        """Return what is in the library, by path."""
        rows = self.base.execute("SELECT path, sha256, count, problem FROM document ORDER BY path")
        return [Shelved(*row) for row in rows]

    def search(self, words: str, most: int = 20) -> list[Hit]:
        """Return the paragraphs that hold all these words, best match first, furniture last.

        Case and accents do not count; words in quotes are a phrase, a star at the end of a word
        stands for any ending. Raises `UsageError` where there is no word to look for.
        """
        asked = _query(words)
        if not asked:
            raise UsageError("there is no word to look for", found=words)
        rows = self.base.execute(
            "SELECT d.path, p.number, p.start, p.end, p.text, p.furniture FROM words"
            " JOIN paragraph p ON p.id = words.rowid JOIN document d ON d.id = p.document"
            " WHERE words MATCH ? ORDER BY p.furniture != '', rank, d.path, p.number LIMIT ?",
            (asked, most),
        )
        return [Hit(*row) for row in rows]


def _query(words: str) -> str:
    """Return words as a query; nothing in them is an operator.

    >>> _query('peace "two islands" treat*')
    '"peace" "two islands" "treat"*'
    """
    parts = []
    for n, piece in enumerate(words.replace("\0", " ").split('"')):
        for word in [piece] if n % 2 else piece.split():
            if any(c.isalnum() for c in word):
                star = "*" if word.endswith("*") and not n % 2 else ""
                parts.append(f'"{word.rstrip("*")}"{star}')
    return " ".join(parts)


@contextmanager
def open_document_library(file: Path, root: Path | None = None) -> Iterator[DocumentLibrary]:
    """Open the library in a file, made where there is none; close it in the end.

    `root` is the folder whose documents it holds (that of the file, if not given).

    Raises `FileProblem` where it can neither be opened nor made.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     note = Path(folder) / "note.txt"
    ...     _ = note.write_text("The café at the ford")
    ...     with open_document_library(Path(folder) / "library.sqlite") as library:
    ...         first, second = library.update([note]), library.update([note])
    ...         found = library.search("cafe")
    >>> len(first.read), len(second.unchanged), found[0].number
    (1, 1, 1)
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        base = ready_base(file)
    except (OSError, sqlite3.Error) as reason:
        hint = "it may be deleted: it only holds what the documents say"
        raise FileProblem(
            "cannot open the library", found=reason, hint=hint, file=str(file)
        ) from None
    with closing(base):
        try:
            yield DocumentLibrary(base, (root or file.parent).resolve())
        except sqlite3.Error as reason:
            hint = "is another program at work on it, or the disk full? it may be deleted"
            raise FileProblem(
                "the library failed", found=reason, hint=hint, file=str(file)
            ) from None
