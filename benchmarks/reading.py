"""Paragraphs read per second, without and with suggestions, on one core and on two, and the memory.

python -m benchmarks.reading FOLDER... [--rounds 5] [--parser]

The documents in the folders are read as often as `--rounds` says, in processes of their own, as
`detente batch` does; with `--parser` also with the trained parser (extra `language`). The time to
start the processes is left out; the memory is the peak of the largest process.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from detente.documents import read
from detente.documents.batch import Spoilt, cores, each_apart
from detente.documents.folder import documents_in
from detente.errors import DetenteError
from detente.suggest import load_parser
from detente.suggest.syntax import Parser
from detente.workflow.reading import suggestions_of


class Done(NamedTuple):
    """When a document was done, how many paragraphs it has, and the peak of the process in MB."""

    when: float
    paragraphs: int
    peak: float


def plainly(path: str) -> Done:
    """Read a document."""
    return done(len(read(path).paragraphs))


def closely(path: str) -> Done:
    """Read a document and look for suggestions in it."""
    document = read(path)
    suggestions_of(document)
    return done(len(document.paragraphs))


def structurally(path: str) -> Done:
    """Read a document and look for suggestions in it with the trained parser."""
    document = read(path)
    suggestions_of(document, parser=parser_here())
    return done(len(document.paragraphs))


@cache
def parser_here() -> Parser:
    return load_parser()


def done(paragraphs: int) -> Done:
    """Return what is measured after a document."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Done(time.monotonic(), paragraphs, peak)


def measure(work: Callable[[str], Done], paths: list[str], jobs: int) -> str:
    """Return paragraphs a second from the first result to the last, the peak, and what failed."""
    found = list(each_apart(work, paths, jobs))
    good = sorted(f for f in found if not isinstance(f, Spoilt))
    rate = sum(d.paragraphs for d in good[1:]) / max(good[-1].when - good[0].when, 1e-9)
    peak = max(d.peak for d in good)
    return f"{rate:>10,.0f} paragraphs/s, {peak:,.0f} MB a process, {len(found) - len(good)} failed"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--parser", action="store_true", help="also with the trained parser")
    given = parser.parse_args()
    try:
        paths = [str(p) for p in documents_in(given.folders)]
    except DetenteError as error:
        sys.exit(str(error))
    size = sum(Path(p).stat().st_size for p in paths)
    print(f"{len(paths)} documents, {size / 1e6:.1f} MB, {given.rounds} rounds")
    ways = [("read", plainly, given.rounds * 10), ("with suggestions", closely, given.rounds)]
    ways += [("with the parser", structurally, max(1, given.rounds // 5))] if given.parser else []
    for label, work, rounds in ways:
        for jobs in sorted({1, min(2, cores())}):
            said = measure(work, paths * rounds, jobs)
            print(f"{label:<18}{jobs} core{'s' if jobs > 1 else ' '}{said}")


if __name__ == "__main__":
    main()
