"""A file as text: UTF-8, of a size that can be a case, without signs that no text holds."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path

from detente.errors import FileProblem, Problem

__all__ = ["LARGEST_FILE", "printable", "read_bytes", "read_text"]

LARGEST_FILE = 8_000_000
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]"
    "|\r(?!\n)"  # a lone carriage return, which editors show as no line at all
)
_SEPARATORS = {"\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"}


def read_bytes(path: Path, shown: str) -> bytes:
    """Return what a regular file holds, 8 MB and one byte at most.

    `shown` is its name in messages. Raises `FileProblem` where it cannot be read.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileProblem(
                "this is a folder", file=shown, expected="a file", hint="rename or remove it"
            )
        if not stat.S_ISREG(mode):
            raise FileProblem(
                "this is a pipe or a device", file=shown, expected="a file", hint="save it first"
            )
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except PermissionError:
        raise FileProblem(
            "may not be read", file=shown, hint="ask its owner for the permission to read it"
        ) from None
    except (OSError, ValueError) as error:
        said = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        raise FileProblem("cannot be read", file=shown, found=said, hint="check the path") from None


def read_text(raw: bytes, shown: str) -> str | Problem:
    """Return the text that bytes hold, composed (NFC), or the problem that they are no text.

    >>> read_text(b"format: dispute-case/1", "case.yaml")
    'format: dispute-case/1'
    >>> print(read_text(b"title: Gen\\xe8ve", "case.yaml"))
    case.yaml:1:11: byte 0xe8 is not UTF-8 (save the file as UTF-8 text)
    """
    if len(raw) > LARGEST_FILE:
        said = f"the file is larger than {LARGEST_FILE // 1_000_000} MB"
        return Problem(shown, 0, 0, said, "put sections into files of their own beside case.yaml")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem(shown, 1, 1, "the file is UTF-16", "save the file as UTF-8 text")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, start = before.count(b"\n") + 1, before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace")) + 1
        found = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return Problem(shown, line, column, found, "save the file as UTF-8 text")
    unfit = _UNFIT.search(text)
    if unfit is not None:
        return _unfit(text, unfit.start(), shown)
    if not text.strip():
        return Problem(
            shown, 1, 1, "the file is empty", "write it or remove it; `detente new` starts a case"
        )
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _unfit(text: str, at: int, shown: str) -> Problem:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    code = f"U+{ord(text[at]):04X}"
    if text[at] in _SEPARATORS:
        return Problem(shown, line, column, f"line separator {code}", "use plain line breaks")
    hint = "this looks like a binary file" if text[at] == "\0" else "remove the character"
    return Problem(shown, line, column, f"control character {code}", hint)


def printable(text: str) -> str:
    """Return a text on one line, with what cannot be printed written as an escape.

    >>> printable("two\\nlines")
    'two\\\\nlines'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
