"""What `read` and `library` print: paragraphs with their numbers, and nothing invisible in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from detente.documents import Document
from detente.documents.library import Hit, Shelved, Updated
from detente.documents.repeats import repeats
from detente.errors import DetenteError
from detente.report.screen.lines import plural, wrap

__all__ = ["document_text", "hits_text", "library_text", "reading_text", "visible"]

MOST_PARAGRAPHS = 2000
"""The most paragraphs of a document that are shown."""

MOST_CHARACTERS = 20_000
"""The most characters of a paragraph that are shown."""

_JOINERS = "\u200c\u200d"
"""Persian and Indian scripts, and emoji, need them."""


def reading_text(
    documents: Sequence[tuple[str, Document]], troubles: Sequence[DetenteError]
) -> str:
    """Return documents, then what could not be read."""
    texts = [document_text(name, document) for name, document in documents]
    if troubles:
        count = plural(len(troubles), "document")
        lines = [
            f"{count} could not be read:",
            *(wrap(visible(str(t)), "  ", "    ") for t in troubles),
        ]
        texts.append("\n".join(lines))
    return "\n\n".join(texts)


def document_text(name: str, document: Document) -> str:
    """Return a document as numbered paragraphs, under what it states about itself."""
    furniture = sum(bool(p.furniture) for p in document.paragraphs)
    apart = f", {furniture} of them page furniture" if furniture else ""
    lines = [f"{visible(name)}: {plural(len(document.paragraphs), 'paragraph')}{apart}"]
    for kind in ("title", "author", "publisher", "date"):
        fact = getattr(document.about, kind)
        if fact:
            how = "deduced: " if fact.deduced else ""
            lines.append(wrap(visible(f"{kind}: {fact.value} ({how}{fact.where})"), "  ", "    "))
    again = repeats(document.paragraphs)
    for p in document.paragraphs[:MOST_PARAGRAPHS]:
        mark = f"[{p.furniture}] " if p.furniture else ""
        mark += f"[repeats {again[p.number]}] " if p.number in again else ""
        lines.append(wrap(visible(mark + _short(p.text)), f"{p.number:>4}  ", "      "))
    more = len(document.paragraphs) - MOST_PARAGRAPHS
    return "\n".join([*lines, *([f"… and {more:,} more (all with --json)"] if more > 0 else [])])


def _short(text: str) -> str:
    more = len(text) - MOST_CHARACTERS
    return f"{text[:MOST_CHARACTERS]} … and {more:,} more characters" if more > 0 else text


def visible(text: str) -> str:
    """Return a text with control characters and marks of direction written out.

    A document may hold marks that turn letters round on the screen, or commands to the terminal.

    >>> visible("pay " + chr(0x202E) + "001" + chr(27) + "[2J")
    'pay \\\\u202e001\\\\u001b[2J'
    """
    return "".join(f"\\u{ord(c):04x}" if _hidden(c) else c for c in text)


def _hidden(character: str) -> bool:
    category = unicodedata.category(character)
    if character in _JOINERS or character.isspace():
        return False
    return category in ("Cc", "Cf", "Cs")


def library_text(shelved: Sequence[Shelved], updated: Updated) -> str:
    """Return what is in a library, and what has just been done to it."""
    done = [
        f"{len(updated.read):,} read",
        f"{len(updated.unchanged):,} unchanged",
        *([f"{len(updated.gone):,} gone"] if updated.gone else []),
        *([f"{len(updated.failed):,} not readable"] if updated.failed else []),
    ]
    lines = [f"{plural(len(shelved), 'document')}: {', '.join(done)}"]
    for one in shelved:
        said = one.problem or plural(one.paragraphs, "paragraph")
        lines.append(wrap(visible(f"{one.path}: {said}"), "  ", "    "))
    return "\n".join(lines)


def hits_text(hits: Sequence[Hit]) -> str:
    """Return paragraphs that were found, each under its document and number."""
    if not hits:
        return "No paragraph holds these words."
    lines = []
    for hit in hits:
        mark = f" [{hit.furniture}]" if hit.furniture else ""
        lines += [visible(f"{hit.path} ¶{hit.number}{mark}"), wrap(visible(_short(hit.text)), "  ")]
    return "\n".join(lines)
