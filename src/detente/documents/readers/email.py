"""Read e-mails (.eml): the plain text of a message or, without one, its HTML."""

from __future__ import annotations

import email
import email.policy
import hashlib
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from detente.documents.about import About, Fact
from detente.documents.content import bytes_of, decoded, whole
from detente.documents.furniture import marked
from detente.documents.page import page
from detente.documents.paragraph import Document, split_paragraphs
from detente.documents.readers import Reader
from detente.documents.stated import about_lines
from detente.errors import DocumentError

__all__ = ["MEMBER", "body", "parsed", "read"]


def read(path: str | Path, name: str | None = None) -> Document:
    """Read one message; subject, sender and date are what its header fields say.

    Offsets count in the decoded body. Attachments are not read. Raises what the reader of plain
    text raises, also for a message without a text.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "a.eml"
    ...     _ = path.write_text(chr(10).join(["From: Ann <a@b.example>", "Subject: Ford", "", "It is open."]))
    ...     document = read(path)
    >>> document.about.author.value, document.about.title.value, document.paragraphs[0].text
    ('Ann', 'Ford', 'It is open.')
    """
    data = bytes_of(path)
    message = parsed(data)
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None or not isinstance(part, EmailMessage):
        raise DocumentError("this message has no text", hint="save its attachments", file=str(path))
    text = body(part, str(path))
    digest, id = hashlib.sha256(data).hexdigest(), name or Path(path).stem
    if part.get_content_subtype() == "html":
        paragraphs, about = page(text)
    else:
        paragraphs = marked(split_paragraphs(text))
        about = about_lines(paragraphs)
    return Document(
        id, digest, text, paragraphs, _head(message).over(about), "the body of the message"
    )


def parsed(data: bytes) -> EmailMessage:
    """Return a message in the MIME format; saved pages (MHTML) have it too."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def body(part: EmailMessage, file: str) -> str:
    """Return the text of one part in the encoding that it states."""
    content = part.get_payload(decode=True)
    return decoded(
        content if isinstance(content, bytes) else b"", part.get_content_charset(""), file
    )


def _head(message: EmailMessage) -> About:
    sender, day = message["from"], _day(str(message["date"] or ""))
    names = [a.display_name or a.addr_spec for a in sender.addresses] if sender else []
    subject = " ".join(whole(str(message["subject"] or "")).split())
    return About(
        title=Fact(subject, "the field Subject") if subject else None,
        author=Fact(whole(names[0]), "the field From") if names and names[0] else None,
        date=Fact(day, "the field Date") if day else None,
    )


def _day(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError):
        return ""


MEMBER = Reader("email", "e-mail", (".eml",), read, apart=1 << 18)
