"""Ask an outside program for suggestions: a person starts it by name, and what it says is checked.

Nothing calls this unasked. The program gets one JSON object on standard input (`name`, `sha256`,
`date`, `paragraphs` with `number`, `start`, `end`, `text`) and answers with one on standard
output: `tool` (its name and version) and `suggestions`, with the keys that `detente read --json`
prints. Its suggestions wait for a person like any other and carry its name.
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from typing import Any, get_args

from detente.documents import Document
from detente.errors import UsageError
from detente.evidence.part import When
from detente.suggest.suggestion import PLOVER, Kind, Modality, Suggestion, edtf

__all__ = ["LARGEST", "ask_outside"]

LARGEST = 20_000_000
"""The most bytes of an answer that are read."""


def ask_outside(
    command: str, document: Document, *, date: When | None = None, seconds: float = 60
) -> tuple[Suggestion, ...]:
    """Return what an outside program suggests about a document.

    `command` is split into words as a shell would, but no shell runs it. Raises `UsageError` where
    the program cannot be started, takes longer than `seconds` (it is then stopped), fails, or
    gives an answer that is not of the form above; nothing of a bad answer is used.

    >>> from detente.documents import split_paragraphs
    >>> ask_outside("no-such-program", Document("d", "", "A", split_paragraphs("A")))
    Traceback (most recent call last):
    detente.errors.UsageError: the outside program cannot be started: found `no-such-program`...
    """
    raw = _run(shlex.split(command), _request(document, date), seconds)
    try:
        answer = json.loads(raw)
        tool, told = str(answer["tool"]).strip(), list(answer["suggestions"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _bad(f"no object with `tool` and `suggestions` ({type(error).__name__})") from None
    if not tool or tool.startswith("detente"):
        raise _bad("no name of the tool that made it")
    return tuple(_suggestion(document, item, tool) for item in told)


def _request(document: Document, date: When | None) -> str:
    paragraphs = [
        {"number": p.number, "start": p.start, "end": p.end, "text": p.text}
        for p in document.paragraphs
    ]
    whole = {"name": document.id, "sha256": document.digest, "date": edtf(date)}
    return json.dumps({**whole, "paragraphs": paragraphs}, ensure_ascii=False)


def _run(words: list[str], request: str, seconds: float) -> bytes:
    """Run a program with a time limit; its answer goes to a file, so that memory stays bounded."""
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as question:
        question.write(request.encode("utf-8"))
        question.seek(0)
        try:
            started = subprocess.Popen(
                words, stdin=question, stdout=answer, stderr=subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip
        except (OSError, ValueError, IndexError) as error:
            hint = "give its name or path, and its arguments in the same text"
            found = words[0] if words else "nothing"
            message = "the outside program cannot be started"
            raise UsageError(message, found=found, hint=hint) from error
        code = _code(started, seconds)
        if code:
            raise UsageError("the outside program failed", found=f"exit code {code}")
        answer.seek(0)
        raw = answer.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise _bad(f"more than {LARGEST // 1_000_000} MB")
    return raw


def _code(started: subprocess.Popen[bytes], seconds: float) -> int:
    """Return the exit code of a program; stop it and its children where it takes too long."""
    try:
        return started.wait(seconds)
    except subprocess.TimeoutExpired:
        raise UsageError(
            "the outside program took too long", found=f"more than {seconds:g} seconds"
        ) from None
    finally:
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGKILL)
            started.wait()


def _suggestion(document: Document, item: Any, tool: str) -> Suggestion:
    """Return one suggestion of an answer, its words taken from the document itself."""
    if not isinstance(item, Mapping):
        raise _bad("a suggestion that is no object")
    paragraph, start, end = (_whole(item, key) for key in ("paragraph", "start", "end"))
    if not 1 <= paragraph <= len(document.paragraphs):
        raise _bad(f"paragraph {paragraph}, which the document does not have")
    home = document.paragraphs[paragraph - 1]
    if not home.start <= start < end <= home.end:
        raise _bad(f"offsets {start} to {end}, which are not in paragraph {paragraph}")
    kind = _one_of(item, "kind", get_args(Kind))
    said = _text(item, "reason") or "no reason given"
    return Suggestion(
        kind,  # type: ignore[arg-type]
        paragraph, start, end, document.text[start:end], f"by {tool}: {said}",
        actor=_codes(item, "actor"), recipient=_codes(item, "recipient"),
        type=_one_of(item, "type", PLOVER) if kind == "event" else _text(item, "type"),
        date=_date(item),
        modality=_one_of(item, "modality", get_args(Modality), "actual"),  # type: ignore[arg-type]
        negated=item.get("negated") is True, asserted_by=_text(item, "asserted_by"),
        value=_text(item, "value"), unit=_text(item, "unit"), tool=tool,
    )  # fmt: skip


def _whole(item: Mapping[str, Any], key: str) -> int:
    value = item.get(key)
    if type(value) is not int:
        raise _bad(f"`{key}` is {json.dumps(value)}, not a whole number")
    return value


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    if value is not None and not isinstance(value, str):
        raise _bad(f"`{key}` is {json.dumps(value)}, not a text")
    return value or ""


def _one_of(item: Mapping[str, Any], key: str, known: tuple[str, ...], default: str = "") -> str:
    value = _text(item, key) or default
    if value not in known:
        raise _bad(f"`{key}` is `{value}`, not one of {', '.join(known)}")
    return value


def _codes(item: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = item.get(key) or []
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise _bad(f"`{key}` is no list of texts")
    return tuple(value)


def _date(item: Mapping[str, Any]) -> When | None:
    value = _text(item, "date")
    try:
        return When.parse(value) if value else None
    except UsageError as error:
        raise _bad(f"a date that cannot be read: {error}") from None


def _bad(found: str) -> UsageError:
    return UsageError(
        "the answer of the outside program cannot be used",
        found=found,
        hint="nothing of it was taken",
    )
