"""Read a corpus of many files into tables: `batch`. It can be stopped and goes on where it was."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from detente.documents import read
from detente.documents.batch import Spoilt, each_apart
from detente.documents.content import MOST_BYTES, bytes_of
from detente.documents.folder import documents_in, shown
from detente.documents.plain import about_data
from detente.errors import DetenteError, MissingExtra
from detente.report.screen.lines import plural
from detente.suggest import load_parser
from detente.suggest.syntax import Parser
from detente.workflow.corpus_log import CorpusLog
from detente.workflow.outcome import Outcome
from detente.workflow.parquet import write_parquet
from detente.workflow.polecat import COLUMNS, polecat_rows
from detente.workflow.reading import document_shape

__all__ = ["Task", "read_corpus", "read_one"]

_WORD = re.compile(r"\w+")
_PARAGRAPH = {
    "document": "string",
    "sha256": "string",
    "number": "int64",
    "start": "int64",
    "end": "int64",
    "furniture": "bool",
    "text": "string",
}
_SUGGESTION = {
    "document": "string",
    "sha256": "string",
    "kind": "string",
    "paragraph": "int64",
    "start": "int64",
    "end": "int64",
    "actor": "list",
    "recipient": "list",
    "type": "string",
    "date": "string",
    "modality": "string",
    "asserted_by": "string",
    "text": "string",
}


class Task(NamedTuple):
    """A file to read, and the digest that it had when it was last read.

    `parser` reads the structure of its sentences.
    """

    path: str
    known: str
    parser: bool = False


def read_corpus(
    places: Sequence[Path],
    output: Path,
    *,
    jobs: int = 0,
    tables: bool = False,
    parser: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Outcome:
    """Read the documents in some places into the folder `output`.

    `documents.jsonl` gets a line for each document as soon as it is read: what `read` gives, with
    its path and what it states about itself; or its `problem`. What is there already and has not
    changed is not read again. In the end `polecat.jsonl` is written, the suggested events in the
    layout of POLECAT, and with `tables` the same as Parquet: `paragraphs`, `suggestions`,
    `polecat`. Documents in the same words (furniture, case and signs apart) give their events once;
    a text that was changed counts as another. `jobs` is the number of processes (0: one for each
    core), `parser` reads the structure of sentences, with a model in each of them.

    A document that cannot be read does not stop the others (exit code 2 in the end). Raises
    `FileProblem` where a place is missing or `output` cannot be written, and `MissingExtra`.
    """
    paths = list(dict.fromkeys(str(p.absolute()) for p in documents_in(places)))
    if parser:
        load_parser()  # better told now than once a document
    log = CorpusLog(output / "documents.jsonl", parser)
    log.open()
    tasks = [Task(p, log.digests.get(shown(p), ""), parser) for p in paths]
    for n, result in enumerate(each_apart(read_one, tasks, jobs), 1):
        if isinstance(result, Spoilt):
            log.add(_problem(result.task.path, result.error))
        elif result:
            log.add(result)
        if progress:
            progress(f"{n:,} of {plural(len(paths), 'document')}")
    log.tidy({shown(p) for p in paths})
    written = [log.file, *_write(log, output, tables)]
    return _outcome(log, written)


def read_one(task: Task) -> str:
    """Return the line for one document; empty if it is as it was when it was last read."""
    digest = hashlib.sha256(bytes_of(task.path, 2 * MOST_BYTES)).hexdigest()
    if digest == task.known:
        return ""
    try:
        document = read(task.path)
    except DetenteError as error:
        again = isinstance(error, MissingExtra)  # to be tried again when it is there
        return _problem(task.path, error, "" if again else digest)
    path = Path(task.path)
    structure = _structure() if task.parser else None
    shape = document_shape(shown(path.name), document, parser=structure)
    shape |= {"about": about_data(document.about), "offsets": document.offsets}
    shape = {"path": shown(path), **shape} | ({"parser": True} if task.parser else {})
    return json.dumps(shape, ensure_ascii=False)


@cache
def _structure() -> Parser:
    """Return the parser of this process, loaded once."""
    return load_parser()


def _problem(path: str, error: DetenteError, digest: str = "") -> str:
    said = shown(str(error))
    return json.dumps({"path": shown(path), "sha256": digest, "problem": said}, ensure_ascii=False)


def _write(log: CorpusLog, output: Path, tables: bool) -> list[Path]:
    events = output / "polecat.jsonl"
    with events.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in _events(log))
    written = [events]
    if tables:
        texts = dict.fromkeys(COLUMNS, "string")
        for name, columns, rows in (
            ("paragraphs", _PARAGRAPH, _parts(log, "paragraphs")),
            ("suggestions", _SUGGESTION, _parts(log, "suggestions")),
            ("polecat", texts, _events(log)),
        ):
            written.append(output / f"{name}.parquet")
            write_parquet(written[-1], columns, rows)
    return written


def _read(log: CorpusLog) -> Iterator[dict[str, Any]]:
    return (record for record in log.records() if "problem" not in record)


def _parts(log: CorpusLog, kind: str) -> Iterator[dict[str, Any]]:
    for record in _read(log):
        own = {"document": record["path"], "sha256": record["sha256"]}
        yield from ({**part, **own} for part in record[kind])


def _events(log: CorpusLog) -> Iterator[dict[str, str]]:
    """Yield the events of every document, but once where several hold the same words."""
    seen: set[bytes] = set()
    for record in _read(log):
        words = _words(record)
        if words not in seen:
            seen.add(words)
            yield from polecat_rows(record)


def _words(record: dict[str, Any]) -> bytes:
    """Return the digest of a document's words, furniture, case and signs apart."""
    own = (p["text"] for p in record["paragraphs"] if not p["furniture"])
    said = " ".join(_WORD.findall(" ".join(own).lower())) or record["path"]
    return hashlib.sha256(said.encode("utf-8", "replace")).digest()


def _outcome(log: CorpusLog, written: Sequence[Path]) -> Outcome:
    good, paragraphs, suggestions = 0, 0, 0
    texts: set[bytes] = set()
    problems: list[dict[str, str]] = []
    for record in log.records():
        if "problem" in record:
            problems.append({"path": record["path"], "problem": record["problem"]})
            continue
        good += 1
        texts.add(_words(record))
        paragraphs += len(record["paragraphs"])
        suggestions += len(record["suggestions"])
    data = {
        "documents": good,
        "same_words": good - len(texts),
        "paragraphs": paragraphs,
        "suggestions": suggestions,
        "problems": problems,
        "written": [str(p) for p in written],
    }
    lines = [
        f"{plural(good, 'document')}, {plural(paragraphs, 'paragraph')}, "
        f"{plural(suggestions, 'suggestion')}",
        *(f"Written: {p}" for p in written),
    ]
    if good > len(texts):
        same = plural(good - len(texts), "document")
        lines.insert(1, f"{same} in the words of another: counted once in polecat")
    if problems:
        lines.append(f"{plural(len(problems), 'document')} could not be read; the first of them:")
        lines += [f"  {p['problem']}" for p in problems[:10]]
    return Outcome(data, "\n".join(lines), 2 if problems else 0, tuple(written))
