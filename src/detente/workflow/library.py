"""Keep the documents of a case in a library and search it: `library`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from detente.case import find_case
from detente.casebook import shipped_cases
from detente.documents.folder import documents_in
from detente.documents.library import Hit, Updated, open_document_library
from detente.errors import UsageError
from detente.report.screen.reading import hits_text, library_text
from detente.workflow.outcome import Outcome

__all__ = ["search_library", "update_library"]


def update_library(
    name: str, more: Sequence[Path] = (), *, progress: Callable[[str], None] | None = None
) -> Outcome:
    """Read what is new or changed in the folder `documents` of a case, or among `more`.

    Raises `UsageError` for a shipped case, or where there is no document to read, and
    `FileProblem` for a place that does not exist or a library that cannot be made.
    """
    folder = _folder(name)
    own = folder / "documents"
    paths = list(documents_in([*([own] if own.is_dir() else []), *more]))
    with open_document_library(_file(folder), folder) as library:
        found = library.update(paths, progress)
        shelved = library.documents()
    if not shelved:
        hint = f"put them into {own}, or name them with --add"
        raise UsageError("there are no documents in this case", hint=hint)
    data = {
        "library": str(_file(folder)),
        **_counts(found),
        "documents": [
            {
                "path": s.path,
                "sha256": s.digest,
                "paragraphs": s.paragraphs,
                "problem": s.problem or None,
            }
            for s in shelved
        ],
    }
    return Outcome(data, library_text(shelved, found))


def search_library(name: str, words: str, most: int = 20) -> Outcome:
    """Return the paragraphs of a case's documents that hold all these words, best match first.

    Raises `UsageError` where there is no word, or no library yet.
    """
    folder = _folder(name)
    if not _file(folder).exists():
        raise UsageError("this case has no library yet", hint=f"detente library {name}")
    with open_document_library(_file(folder), folder) as library:
        hits = library.search(words, most)
    return Outcome({"words": words, "hits": [_hit(h) for h in hits]}, hits_text(hits))


def _folder(name: str) -> Path:
    path = find_case(name)
    folder = path if path.is_dir() else path.parent
    if folder in shipped_cases().values():
        hint = "copy its folder and use the copy"
        raise UsageError(
            "a case that ships with the program keeps no library", found=name, hint=hint
        )
    return folder.absolute()


def _file(folder: Path) -> Path:
    return folder / ".detente" / "library.sqlite"


def _counts(found: Updated) -> dict[str, list[str]]:
    return {
        "read": list(found.read),
        "unchanged": list(found.unchanged),
        "gone": list(found.gone),
        "failed": list(found.failed),
    }


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "path": hit.path,
        "paragraph": hit.number,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "furniture": bool(hit.furniture),
    }
