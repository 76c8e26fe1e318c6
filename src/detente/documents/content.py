"""Get at the content of a file: at most so many bytes, and text only in the encoding it states."""

from __future__ import annotations

import re
from pathlib import Path

from detente.errors import DocumentError, FileProblem

__all__ = ["MOST_BYTES", "bytes_of", "decoded", "utf8", "whole", "without_zero"]

MOST_BYTES = 32 << 20
"""The largest file that is read, 32 MiB: a long book is 2 MiB of text."""

_ENCODINGS = re.compile(
    r"(?:utf-?(?:16|32)(?:-?[lb]e)?|windows-\d+|cp\d+|(?:iso-?)?8859-\d+|iso-8859-\d+|latin-?\d|koi8-[rut]"
    r"|gb(?:k|2312|18030)|big5(?:-hkscs)?|shift-?jis|x-sjis|euc-(?:jp|kr)|iso-2022-jp|mac-?\w+|tis-620)"
)
"""What documents are written in; a codec library also knows names that are no encodings of text."""


def bytes_of(path: str | Path, most: int = MOST_BYTES) -> bytes:
    """Return the content of a file.

    Raises `FileProblem` for what cannot be opened or is no ordinary file, and `DocumentError` for
    one larger than `most` bytes; no more than that is ever read.
    """
    try:
        if Path(path).exists() and not Path(path).is_file():
            raise ValueError("not an ordinary file")  # a pipe or a device would never end
        with Path(path).open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as reason:
        why = reason.strerror if isinstance(reason, OSError) else str(reason)
        raise FileProblem(
            "cannot open the document", found=why, expected="a readable file", file=str(path)
        ) from reason
    if len(data) > most:
        raise DocumentError(
            "this file is too large to be read as a document",
            found=f"more than {most >> 20} MiB",
            hint="cut it into parts",
            file=str(path),
        )
    return data


def utf8(data: bytes, file: str) -> str:
    """Return the text of UTF-8 bytes; refuse other encodings and binary files.

    >>> utf8(b"caf" + bytes([0xE9]), "a.txt")
    Traceback (most recent call last):
    detente.errors.DocumentError: a.txt:1: this file is not UTF-8 text: found `byte 0xe9`; ...
    """
    try:
        return without_zero(data.decode("utf-8-sig"), file)
    except UnicodeDecodeError as reason:
        # `reason.object` is what the position refers to: the bytes after a byte-order mark
        before, byte = reason.object[: reason.start], reason.object[reason.start]
        raise DocumentError(
            "this file is not UTF-8 text",
            found=f"byte 0x{byte:02x}",
            expected="UTF-8",
            hint="save it again as UTF-8 in the program that wrote it",
            file=file,
            line=before.count(b"\n") + 1,
        ) from reason


def decoded(data: bytes, encoding: str, file: str) -> str:
    """Return the text of bytes in the encoding that the document states; UTF-8 if it states none.

    >>> decoded(bytes([0xE9]), "iso-8859-1", "a.html")
    'é'
    """
    name = encoding.strip().lower().replace("_", "-")
    if name in ("", "utf-8", "utf8", "us-ascii", "ascii"):
        return utf8(data, file)
    try:
        if not _ENCODINGS.fullmatch(name):
            raise LookupError(name)
        # web pages that say Latin-1 mean its superset, as every browser knows
        text = data.decode("windows-1252" if name in ("iso-8859-1", "latin-1", "latin1") else name)
    except (LookupError, ValueError) as reason:
        known = not isinstance(reason, LookupError)
        raise DocumentError(
            "this document is not in the encoding that it states" if known else "unknown encoding",
            found=encoding[:40],
            hint="save it again as UTF-8 in the program that wrote it",
            file=file,
        ) from reason
    return without_zero(text.removeprefix("\ufeff"), file)


def without_zero(text: str, file: str) -> str:
    """Return a text as it is; refuse one with a zero byte in it: it is no text."""
    if "\0" in text:
        raise DocumentError(
            "this file is not text",
            found="a zero byte",
            expected="UTF-8 text",
            hint="if it is UTF-16 text, save it again as UTF-8",
            file=file,
            line=text[: text.index("\0")].count("\n") + 1,
        )
    return text


def whole(text: str) -> str:
    """Return a text with each half of a surrogate pair made a replacement mark: it is no character.

    >>> whole("a" + chr(0xD800)) == "a" + chr(0xFFFD)
    True
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
