"""The database behind a library of documents: its tables, and a file that may hold anything."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

__all__ = ["ready_base"]

_VERSION = 1
_PATIENCE = 3.0
"""Seconds in which a file that another is opening or closing is tried again."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS document (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, sha256 TEXT NOT NULL, count INTEGER NOT NULL,
    offsets TEXT NOT NULL, about TEXT NOT NULL, problem TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS paragraph (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    number INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    furniture TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS place ON paragraph (document, number);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, content='paragraph', content_rowid='id',
    tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER IF NOT EXISTS added AFTER INSERT ON paragraph BEGIN
    INSERT INTO words(rowid, text) VALUES (new.id, new.text); END;
CREATE TRIGGER IF NOT EXISTS removed AFTER DELETE ON paragraph BEGIN
    INSERT INTO words(words, rowid, text) VALUES ('delete', old.id, old.text); END;
"""


def ready_base(file: Path) -> sqlite3.Connection:
    """Return an open database of this version; whatever else the file held is made anew.

    Raises `sqlite3.Error` where it cannot be opened, `OSError` where the file cannot be replaced.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     base = ready_base(Path(folder) / "library.sqlite")
    ...     version = base.execute("PRAGMA user_version").fetchone()
    ...     base.close()
    >>> version
    (1,)
    """
    try:
        return _patiently(lambda: _opened(file))
    except sqlite3.DatabaseError as reason:
        if isinstance(reason, sqlite3.OperationalError) and file.exists() and not _damaged(reason):
            raise
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    return _patiently(lambda: _opened(file))


def _opened(file: Path) -> sqlite3.Connection:
    base = _connected(file)
    try:
        # both in one look: another may be about to make the tables
        version, tables = base.execute(
            "SELECT user_version, (SELECT count(*) FROM sqlite_master) FROM pragma_user_version"
        ).fetchone()
        if base.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("malformed")
        if tables and version != _VERSION:
            raise sqlite3.DatabaseError("of another version")
        if not tables:
            base.executescript(
                f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;"
            )
    except sqlite3.Error:
        base.close()
        raise
    return base


def _patiently(opened: Callable[[], sqlite3.Connection]) -> sqlite3.Connection:
    """Try again while another is making, opening or closing the same file.

    The first switch to a write-ahead log and the last close do not wait for each other by
    themselves: they fail at once as locked, or for a moment as an input/output error.
    """
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return opened()
        except sqlite3.OperationalError as reason:
            passing = "locked" in str(reason) or "disk i/o" in str(reason)
            if not passing or time.monotonic() > end:
                raise
        time.sleep(0.01)


def _damaged(reason: sqlite3.OperationalError) -> bool:
    return "disk i/o" in str(reason) or "malformed" in str(reason)


def _connected(file: Path) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=30)
    try:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA foreign_keys = ON")
        # a kill cannot tear it; after a power loss the last documents may have to be read again
        base.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.Error:
        base.close()
        raise
    return base
