"""Read documents: numbered paragraphs, what each document states about itself, suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from detente.case import Case, open_case
from detente.documents import Document, read
from detente.documents.about import Fact
from detente.documents.folder import documents_in, shown
from detente.documents.repeats import repeats
from detente.errors import DetenteError, UsageError
from detente.evidence.part import When
from detente.report.screen.reading import reading_text
from detente.suggest import load_parser, suggest
from detente.suggest.syntax import Parser
from detente.workflow.outcome import Outcome

__all__ = ["document_shape", "read_documents", "suggestions_of", "trouble_shape"]

LONGEST_PARAGRAPH = 100_000
"""The longest paragraph, in characters, in which suggestions are looked for."""

MOST_CHARACTERS = 2_000_000
"""How much of a document suggestions are looked for in: that takes half a minute."""


def read_documents(places: Sequence[Path], case: str = "", *, parser: bool = False) -> Outcome:
    """Read documents, and the documents in folders; a bad one does not stop the others.

    A `case` says when its own sources were published, and gives names of actors to look for;
    `parser` reads the structure of sentences. What cannot be read is listed as `problems` (exit
    code 2); if it is the only document, its error is raised. Raises `FileProblem` for a place that
    does not exist, `UsageError` where there is no document in any of them, and `MissingExtra` where
    there is no parser.
    """
    known = open_case(case) if case else None
    structure = load_parser() if parser else None
    paths = list(documents_in(places))
    if not paths:
        hint = "`detente list readers` names the kinds"
        raise UsageError("there is no document that can be read in these folders", hint=hint)
    found: list[tuple[str, Document]] = []
    troubles: list[DetenteError] = []
    for path in paths:
        try:
            found.append((shown(path.name), _dated(read(path), known)))
        except DetenteError as error:
            if len(paths) == 1:
                raise
            troubles.append(error)
    data: dict[str, Any] = {"documents": [document_shape(n, d, known, structure) for n, d in found]}
    if troubles:
        data["problems"] = [trouble_shape(t) for t in troubles]
    return Outcome(data, reading_text(found, troubles), code=2 if troubles else 0)


def document_shape(
    name: str, document: Document, case: Case | None = None, parser: Parser | None = None
) -> dict[str, Any]:
    """Return a document as data: its paragraphs, and suggestions waiting for a yes or no.

    A paragraph that says again what another one says names it (`repeats`).
    """
    date, again = document.about.date, repeats(document.paragraphs)
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
                **({"repeats": again[p.number]} if p.number in again else {}),
            }
            for p in document.paragraphs
        ],
        "suggestions": suggestions_of(document, case, parser),
    }


def suggestions_of(
    document: Document, case: Case | None = None, parser: Parser | None = None
) -> list[dict[str, Any]]:
    """Return what the suggesters propose; relative dates count from the date that it states.

    They look at the words alone, not at tags between them; not at furniture, nor at paragraphs
    beyond 100,000 characters (nobody wrote those), nor at what comes after two million.
    """
    date = When.parse(document.about.date.value) if document.about.date else None
    found = suggest(_sized(document), case=case, date=date, parser=parser)
    return [suggestion.as_json() for suggestion in found]


def _dated(document: Document, case: Case | None) -> Document:
    """Return a document with the date that the case gives it, where it states none itself."""
    for id, source in case.sources.items() if case and not document.about.date else ():
        if source.sha256 == document.digest and source.issued:
            date = Fact(str(source.issued), f"source {id} of the case")
            return replace(document, about=replace(document.about, date=date))
    return document


def _sized(document: Document) -> Document:
    """Return a document of the paragraphs that are worth the time of a suggester."""
    kept, left = [], MOST_CHARACTERS
    for p in document.paragraphs:
        if not p.furniture and len(p.text) <= LONGEST_PARAGRAPH:
            left -= len(p.text)
            if left < 0:
                break
            kept.append(p)
    return replace(document, text="\n".join(p.text for p in kept), paragraphs=tuple(kept))


def trouble_shape(error: DetenteError) -> dict[str, Any]:
    """Return why a document could not be read as data."""
    return {
        "file": shown(error.file),
        "message": error.message,
        "found": None if error.found is None else str(error.found),
        "hint": error.hint,
    }
