"""What a person decided about suggestions: one JSON object a line, only ever added to.

A line is on the disk before anything else happens, so whatever kills the program later, what was
accepted is known. A line that was cut short is passed over; the next one starts afresh.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

from detente.errors import FileProblem

__all__ = ["Decision", "Journal", "Verdict"]

Verdict = Literal["accept", "reject", "later", "written"]


@dataclass(frozen=True)
class Decision:
    """One decision: about which suggestion of which source, what, and the words if changed.

    `written` says that what was accepted stands in the case now.
    """

    source: str
    suggestion: str
    verdict: Verdict
    text: str = ""


@dataclass(frozen=True)
class Journal:
    """The decisions of a case, in a file of its own."""

    path: Path

    def add(self, decision: Decision) -> None:
        """Add a decision and wait until the disk has it. Raises `FileProblem`."""
        line = json.dumps(asdict(decision), ensure_ascii=False) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab+") as file:
                file.write((self._gap() + line).encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            hint = "nothing was accepted; check that you may write there"
            found = error.strerror or str(error)
            raise FileProblem(
                "cannot note the decision", file=str(self.path), found=found, hint=hint
            ) from error

    def decisions(self) -> dict[tuple[str, str], list[Decision]]:
        """Return the decisions about each suggestion, by source and suggestion, oldest first."""
        found: dict[tuple[str, str], list[Decision]] = {}
        for decision in self._lines():
            found.setdefault((decision.source, decision.suggestion), []).append(decision)
        return found

    def _gap(self) -> str:
        """Return a line break where the last line was cut short."""
        raw = self.path.read_bytes() if self.path.exists() else b""
        return "" if not raw or raw.endswith(b"\n") else "\n"

    def _lines(self) -> Iterator[Decision]:
        try:
            raw = self.path.read_bytes() if self.path.exists() else b""
        except OSError as error:
            found = error.strerror or str(error)
            raise FileProblem("cannot be read", file=str(self.path), found=found) from error
        for line in raw.decode("utf-8", "replace").splitlines():
            try:
                decision = Decision(**json.loads(line))
            except (ValueError, TypeError):
                continue
            if decision.verdict in get_args(Verdict):
                yield decision
