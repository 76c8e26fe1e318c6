"""The file in which a batch keeps what it has read, so that it can be stopped at any moment."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.errors import FileProblem

__all__ = ["CorpusLog"]


@dataclass
class CorpusLog:
    """A file of lines, one JSON object a document; the last line of a document counts.

    `digests` holds the digest of each document that has a line, by path; `lines` is their number.
    A document that was read with a parser counts as changed where none is asked, and the reverse.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     log = CorpusLog(Path(folder) / "documents.jsonl")
    ...     log.open()
    ...     log.add('{"path": "a.txt", "sha256": "ab"}')
    ...     again = CorpusLog(log.file)
    ...     again.open()
    >>> again.digests
    {'a.txt': 'ab'}
    """

    file: Path
    parser: bool = False
    digests: dict[str, str] = field(default_factory=dict)
    lines: int = 0

    def open(self) -> None:
        """Take up what a run before this one left; a line that it did not finish is cut off."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self.file.open("a+b") as file:
                file.seek(0)
                whole = 0
                for line in file:
                    if not line.endswith(b"\n"):
                        break
                    whole += len(line)
                    self._note(json.loads(line))
                file.truncate(whole)
        except OSError as error:
            raise FileProblem(
                "cannot be written", found=error.strerror, file=str(self.file)
            ) from None
        except (ValueError, KeyError, TypeError):
            hint = "choose another folder"
            raise FileProblem(
                "this is no file of documents", hint=hint, file=str(self.file)
            ) from None

    def add(self, line: str) -> None:
        """Keep the line of a document; it is in the file when this returns."""
        with self.file.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        self._note(json.loads(line))

    def _note(self, record: dict[str, Any]) -> None:
        digest = record["sha256"]
        alike = "problem" in record or record.get("parser", False) == self.parser
        self.digests[record["path"]] = digest if alike else ""
        self.lines += 1

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield what the lines hold."""
        with self.file.open(encoding="utf-8") as file:
            yield from (json.loads(line) for line in file)

    def tidy(self, wanted: set[str]) -> None:
        """Drop lines that later ones replace, and documents that are no more in the corpus."""
        if self.lines == len(self.digests) and wanted >= set(self.digests):
            return
        last = {record["path"]: n for n, record in enumerate(self.records())}
        part = self.file.with_name(self.file.name + ".part")
        with self.file.open(encoding="utf-8") as old, part.open("w", encoding="utf-8") as new:
            kept = {n for path, n in last.items() if path in wanted}
            new.writelines(line for n, line in enumerate(old) if n in kept)
            new.flush()
            os.fsync(new.fileno())
        part.replace(self.file)
