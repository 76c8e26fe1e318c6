"""Read a document in a process of its own, with limits of time and memory.

The process gets the name of a reader and a path, and answers with plain data. If it takes too
long it is stopped; if it takes too much memory it fails; whatever happens to it, the caller goes on.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from detente.documents.paragraph import Document
from detente.documents.plain import document_data, document_of
from detente.documents.readers import READERS, read_here
from detente.errors import DetenteError, DocumentError, FileProblem, MissingExtra

__all__ = ["MOST_MEMORY", "MOST_SECONDS", "read_apart"]

MOST_SECONDS = 60.0
"""How long the reading of one document may take."""

MOST_MEMORY = 1 << 30
"""How much memory it may take, in bytes (where the system can limit that)."""

_KINDS = {k.__name__: k for k in (DocumentError, FileProblem, MissingExtra)}


def read_apart(
    key: str, path: str | Path, name: str | None, seconds: float = MOST_SECONDS
) -> Document:
    """Read a document with the reader of that name; raises what `read` raises.

    >>> read_apart("text", "/nowhere/a.txt", None)
    Traceback (most recent call last):
    detente.errors.FileProblem: /nowhere/a.txt: cannot open the document: ...
    """
    # -P keeps what lies in the current folder from being imported
    command = [sys.executable, "-P", "-m", __name__, key, str(path), name or ""]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=seconds, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        raise _beyond(path, f"more than {seconds:g} seconds") from None
    except ValueError as reason:  # a path with a zero byte
        raise FileProblem("cannot open the document", found=str(reason), file=str(path)) from None
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise _beyond(path, f"a process that ended with code {done.returncode}") from None
    if "error" in answer:
        raise _KINDS.get(answer.pop("kind"), DocumentError)(answer.pop("error"), **answer)
    return document_of(answer)


def _beyond(path: str | Path, found: str) -> DocumentError:
    return DocumentError(
        "this document cannot be read within the limits of time and memory",
        found=found,
        expected=f"at most {MOST_SECONDS:g} seconds and {MOST_MEMORY >> 20} MiB",
        hint="save it as plain text and read that",
        file=str(path),
    )


def _limit() -> None:
    """Limit this process; what the system cannot limit stays unlimited."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # it also ends if whoever waits for it was killed
    seconds = int(MOST_SECONDS) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def _answer(key: str, path: str, name: str) -> dict[str, Any]:
    try:
        return document_data(read_here(READERS[key], path, name or None))
    except DetenteError as error:
        kind = next((k for k, known in _KINDS.items() if isinstance(error, known)), "DocumentError")
        found = None if error.found is None else str(error.found)
        return {
            "error": error.message,
            "kind": kind,
            "found": found,
            "expected": error.expected,
            "hint": error.hint,
            "file": error.file,
            "line": error.line,
        }


def _main() -> None:
    _limit()
    answer = json.dumps(_answer(*sys.argv[1:4]))
    sys.stdout.write(answer)


if __name__ == "__main__":
    _main()
