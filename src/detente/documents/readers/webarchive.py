"""Read pages saved by Safari (web archives): the page itself, not its pictures and frames."""

from __future__ import annotations

import hashlib
import plistlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from detente.documents.content import MOST_BYTES, bytes_of, decoded
from detente.documents.page import declared_encoding, page
from detente.documents.paragraph import Document
from detente.documents.readers import Reader
from detente.errors import DocumentError

__all__ = ["MEMBER", "read"]


def read(path: str | Path, name: str | None = None) -> Document:
    """Read a saved page; offsets count in the decoded source of its main part.

    The encoding is that which the archive states, or else the page. Raises what the reader of web
    pages raises, also for a file that is no such archive or whose main part is no page.

    >>> from tempfile import TemporaryDirectory
    >>> main = {"WebResourceData": b"<p>The ford is open.", "WebResourceMIMEType": "text/html"}
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "ford.webarchive"
    ...     _ = path.write_bytes(plistlib.dumps({"WebMainResource": main}))
    ...     [p.text for p in read(path).paragraphs]
    ['The ford is open.']
    """
    data = bytes_of(path, 2 * MOST_BYTES)
    main = _main(data, path)
    body = main["WebResourceData"]
    stated = str(main.get("WebResourceTextEncodingName") or "") or declared_encoding(body)
    source = decoded(body, stated, str(path))
    paragraphs, about = page(source)
    digest, id = hashlib.sha256(data).hexdigest(), name or Path(path).stem
    return Document(id, digest, source, paragraphs, about, "the source of the page in the file")


def _main(data: bytes, path: str | Path) -> Mapping[str, Any]:
    """Return the main part of an archive: its source as bytes, and what is stated about it."""
    try:
        archive = plistlib.loads(data)
    except (plistlib.InvalidFileException, ValueError, OverflowError) as reason:
        raise DocumentError(
            "this is no web archive of Safari",
            found=f"{type(reason).__name__}: {reason}"[:200],
            expected="a property list",
            file=str(path),
        ) from reason
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    kind = main.get("WebResourceMIMEType", "text/html") if isinstance(main, dict) else ""
    if not isinstance(main, dict) or not isinstance(main.get("WebResourceData"), bytes):
        raise DocumentError("there is no page in this web archive", file=str(path))
    if kind not in ("text/html", "application/xhtml+xml"):
        raise DocumentError(
            "the main part of this web archive is no page", found=str(kind)[:40], file=str(path)
        )
    return main


MEMBER = Reader("webarchive", "page saved by Safari", (".webarchive",), read, apart=1 << 18)
