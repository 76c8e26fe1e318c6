"""Whether references can be pointed at: the document is at hand, the paragraph is there, the anchor found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from detente.documents import Document, locate, read
from detente.errors import DetenteError
from detente.evidence.reference import Reference
from detente.evidence.source import Source

__all__ = ["DocumentState", "Library", "open_library"]

Status = Literal["at hand", "not at hand", "another version", "unreadable"]


@dataclass(frozen=True)
class DocumentState:
    """Whether the document behind a source is at hand, and its text where it is."""

    source: str
    status: Status
    document: Document | None = None
    note: str = ""


@dataclass(frozen=True)
class Library:
    """The documents of a case, as far as they are at hand."""

    states: Mapping[str, DocumentState]

    def paragraph(self, reference: Reference) -> str | None:
        """Return the text of the paragraph that a reference names, or None where it is not at hand."""
        document = self._document(reference.source)
        if document is None or not 1 <= reference.paragraph <= len(document.paragraphs):
            return None
        return document.paragraphs[reference.paragraph - 1].text

    def trouble(self, reference: Reference) -> str:
        """Return what is wrong with a reference, or an empty text.

        Nothing is said of a document that is not at hand: it cannot be looked at.
        """
        document = self._document(reference.source)
        if document is None or not reference.at:
            return ""
        place = locate(document, reference.paragraph, reference.anchor or None)
        if place.status == "found":
            return ""
        if place.status == "no such paragraph":
            return f"`{reference.at}`: the document has {len(document.paragraphs)} paragraphs"
        where = ", ".join(str(n) for n in place.elsewhere)
        moved = f"; it stands in paragraph {where}" if where else ""
        return f"the anchor is not found in {reference.at}{moved}"

    def troubles(self, references: Iterable[Reference]) -> list[str]:
        """Return what is wrong with several references."""
        return [t for t in map(self.trouble, references) if t]

    def _document(self, source: str) -> Document | None:
        state = self.states.get(source)
        return state.document if state else None


def open_library(sources: Mapping[str, Source], folders: Iterable[Path]) -> Library:
    """Look for the document of each source in some folders, by its file name; nowhere else.

    A file whose digest differs from the one recorded is told apart and not used.

    >>> library = open_library({"a": Source(title="A", file="a.txt")}, [])
    >>> library.states["a"].status
    'not at hand'
    """
    folders = list(folders)
    return Library({id: _state(id, source, folders) for id, source in sources.items()})


def _state(id: str, source: Source, folders: list[Path]) -> DocumentState:
    if not source.file:
        return DocumentState(id, "not at hand", note="the source names no file")
    tries = [(f, f / name) for name in (source.file, Path(source.file).name) for f in folders]
    path = next((p for f, p in tries if _is_file(p) and _inside(f, p)), None)
    if path is None:
        return DocumentState(id, "not at hand", note=f"no file {Path(source.file).name}")
    try:
        document = read(path, id)
    except DetenteError as error:
        return DocumentState(id, "unreadable", note=str(error))
    if source.sha256 and document.digest != source.sha256:
        return DocumentState(id, "another version", note=f"{path.name} is not the file recorded")
    return DocumentState(id, "at hand", document)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that is too long, a folder that may not be entered
        return False


def _inside(folder: Path, path: Path) -> bool:
    """Whether a file lies in a folder: a case may not point at other files of its reader."""
    return path.resolve().is_relative_to(folder.resolve())
