"""Read documents: numbered paragraphs, what each document states about itself, suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from detente.documents import Document, read
from detente.documents.folder import documents_in
from detente.errors import DetenteError, UsageError
from detente.report.screen.reading import reading_text
from detente.workflow.outcome import Outcome

__all__ = ["document_shape", "read_documents", "suggestions_of", "trouble_shape"]


def read_documents(places: Sequence[Path]) -> Outcome:
    """Read documents, and the documents in folders; a bad one does not stop the others.

    What cannot be read is listed as `problems` (exit code 2); if it is the only document, its
    error is raised. Raises `FileProblem` for a place that does not exist and `UsageError` where
    there is no document in any of them.
    """
    paths = list(documents_in(places))
    if not paths:
        hint = "`detente list readers` names the kinds"
        raise UsageError("there is no document that can be read in these folders", hint=hint)
    found: list[tuple[str, Document]] = []
    troubles: list[DetenteError] = []
    for path in paths:
        try:
            found.append((path.name, read(path)))
        except DetenteError as error:
            if len(paths) == 1:
                raise
            troubles.append(error)
    data: dict[str, Any] = {"documents": [document_shape(n, d) for n, d in found]}
    if troubles:
        data["problems"] = [trouble_shape(t) for t in troubles]
    return Outcome(data, reading_text(found, troubles), code=2 if troubles else 0)


def document_shape(name: str, document: Document) -> dict[str, Any]:
    """Return a document as data: its paragraphs, and suggestions waiting for a yes or no."""
    date = document.about.date
    return {
        "name": name,
        "sha256": document.digest,
        "date": date.value if date else None,
        "paragraphs": [
            {
                "number": p.number,
                "start": p.start,
                "end": p.end,
                "text": p.text,
                "furniture": bool(p.furniture),
            }
            for p in document.paragraphs
        ],
        "suggestions": suggestions_of(document),
    }


def suggestions_of(document: Document) -> list[dict[str, Any]]:
    """Return what a suggester proposes for a document; there is none yet."""
    return []


def trouble_shape(error: DetenteError) -> dict[str, Any]:
    """Return why a document could not be read as data."""
    return {
        "file": error.file,
        "message": error.message,
        "found": None if error.found is None else str(error.found),
        "hint": error.hint,
    }
