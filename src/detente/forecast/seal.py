"""Sealed forecasts: what was said, about what, from which case and when, so that no later change passes.

A file of seals holds one JSON object a line. Each names the seal of the line before, and its own seal
is the SHA-256 of everything else in it; so whatever byte is changed, the chain breaks there. Only
dropping the last lines leaves a sound chain: who keeps the newest seal elsewhere can notice that, too.

The file is written whole, to a new file that then takes its place: a process killed at any moment
leaves either the old file or the new one. Writers wait for each other by a lock on the folder.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from detente.case.formatter import write_whole
from detente.errors import FileProblem, UsageError

__all__ = ["Sealed", "read_seals", "seal"]


@dataclass(frozen=True)
class Sealed:
    """One sealed forecast.

    `ask`, `resolves` and `by` are the question as it stood; `sentence` and `because` what was said.
    `hits`, `runs` and `seed` are those of the runs, -1 where the probability was given by hand. `time` is
    UTC. `number`, `previous` and `seal` make the chain.
    """

    case: str
    digest: str
    question: str
    ask: str
    resolves: str
    by: str
    probability: float
    low: float
    high: float
    sentence: str
    because: str
    version: str
    hits: int = -1
    runs: int = -1
    seed: int = -1
    time: str = ""
    number: int = 0
    previous: str = ""
    seal: str = ""

    def late(self, last: date) -> bool:
        """Return whether it was sealed after the last day of its question: then it foretold nothing."""
        return datetime.fromisoformat(self.time).date() > last

    def content(self) -> str:
        """Return the line that the file holds, without its line break."""
        return json.dumps(asdict(self), ensure_ascii=False, allow_nan=False)

    def computed(self) -> str:
        """Return the seal that the content asks for."""
        return sha256(replace(self, seal="").content().encode()).hexdigest()


def seal(
    path: Path, forecasts: Sequence[Sealed], now: datetime | None = None
) -> tuple[Sealed, ...]:
    """Append forecasts to a file of seals, all or none, and return them sealed.

    Raises `UsageError` for a probability that is none, and `FileProblem` where the file cannot be
    written or what it holds was changed: nothing is added to a broken chain.
    """
    for f in forecasts:
        if not 0 < f.low <= f.probability <= f.high < 1:
            found = f"{f.low} to {f.high}, {f.probability}"
            raise UsageError("a forecast lies between 0 and 1, within its range", found=found)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileProblem("cannot be written", file=str(path), found=error.strerror) from None
    with _alone(path.parent):
        known = read_seals(path) if path.exists() else ()
        time = (now or datetime.now(UTC)).isoformat(timespec="seconds")
        new = tuple(_chained(known, forecasts, time))
        write_whole(path, "".join(f"{s.content()}\n" for s in (*known, *new)))
    return new


def _chained(known: Sequence[Sealed], forecasts: Sequence[Sealed], time: str) -> Iterator[Sealed]:
    previous = known[-1].seal if known else ""
    for number, forecast in enumerate(forecasts, len(known) + 1):
        draft = replace(forecast, time=time, number=number, previous=previous, seal="")
        previous = draft.computed()
        yield replace(draft, seal=previous)


def read_seals(path: Path, newest: str = "") -> tuple[Sealed, ...]:
    """Return the forecasts of a file of seals.

    `newest` is a seal that the file must hold, in full or its first eight characters or more. Raises
    `FileProblem` that names the first line where a byte differs from what was sealed.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FileProblem("cannot be read", file=str(path), found=error.strerror) from None
    lines = raw.split(b"\n")
    if lines.pop():
        raise _broken(path, len(lines) + 1, "its end is missing or was added to")
    found: list[Sealed] = []
    for number, line in enumerate(lines, 1):
        found.append(_read(path, number, line, found[-1].seal if found else ""))
    if newest and (len(newest) < 8 or not any(s.seal.startswith(newest) for s in found)):
        raise FileProblem(
            "this seal is not in the file",
            file=str(path),
            found=newest,
            hint="lines were dropped, or the seal (eight characters at least) is another file's",
        )
    return tuple(found)


def _read(path: Path, number: int, line: bytes, previous: str) -> Sealed:
    try:
        data = json.loads(line.decode())
        sealed = Sealed(**data)
        same = sealed.content().encode() == line
        datetime.fromisoformat(sealed.time)
    except (ValueError, TypeError, RecursionError):
        raise _broken(path, number, "it cannot be read as a sealed forecast") from None
    types = {f.name: f.type for f in fields(Sealed)}
    if not same or any(type(data[name]).__name__ != kind for name, kind in types.items()):
        raise _broken(path, number, "it is not written as it was sealed")
    named = f"the forecast on `{sealed.question}` of {sealed.time}"
    if sealed.seal != sealed.computed():
        raise _broken(path, number, f"{named} differs from what its seal was made for")
    if sealed.previous != previous or sealed.number != number:
        raise _broken(path, number, f"{named} does not follow the line before it")
    return sealed


def _broken(path: Path, line: int, why: str) -> FileProblem:
    hint = "bring back the file as it was sealed; a changed forecast is not scored"
    return FileProblem(
        f"a sealed forecast was changed: {why}", file=str(path), line=line, hint=hint
    )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; a killed process gives it up. Without locks (Windows) go ahead."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
