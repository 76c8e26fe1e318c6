"""Read pages saved whole by a browser (MHTML): the page itself, not its pictures and frames."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage
from pathlib import Path

from detente.documents.about import About, Fact
from detente.documents.content import MOST_BYTES, bytes_of, whole
from detente.documents.page import page
from detente.documents.paragraph import Document
from detente.documents.readers import Reader
from detente.documents.readers.email import body, parsed
from detente.errors import DocumentError

__all__ = ["MEMBER", "read"]


def read(path: str | Path, name: str | None = None) -> Document:
    """Read a saved page; offsets count in the decoded source of its first HTML part.

    Raises what the reader of web pages raises, also where there is no HTML part.

    >>> from tempfile import TemporaryDirectory
    >>> head = ["MIME-Version: 1.0", "Content-Type: text/html; charset=utf-8", ""]
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "ford.mht"
    ...     _ = path.write_text(chr(10).join([*head, "<p>The ford is open."]))
    ...     [p.text for p in read(path).paragraphs]
    ['The ford is open.']
    """
    data = bytes_of(path, 2 * MOST_BYTES)
    message = parsed(data)
    part = next((p for p in message.walk() if p.get_content_type() == "text/html"), None)
    if not isinstance(part, EmailMessage):
        raise DocumentError("this saved page has no HTML in it", file=str(path))
    source = body(part, str(path))
    paragraphs, about = page(source)
    subject = " ".join(whole(str(message["subject"] or "")).split())
    title = About(title=Fact(subject, "the field Subject") if subject else None)
    digest, id = hashlib.sha256(data).hexdigest(), name or Path(path).stem
    return Document(
        id, digest, source, paragraphs, about.over(title), "the source of the page in the file"
    )


MEMBER = Reader("mhtml", "page saved by a browser", (".mht", ".mhtml"), read, apart=1 << 18)
