"""The same computation in a process of its own, which is ended when the time is up.

One operation on large diagrams may take long, and nothing stops it from within.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from detente.stability.diagrams.solve import Job, Part, solve

__all__ = ["answer", "solve_within"]

_COMMAND = [sys.executable, "-m", "detente.stability.diagrams"]
_KILLED = -9  # by the system, which does so where memory runs out


def solve_within(job: Job, seconds: float) -> tuple[list[Part], bool]:
    """Return the parts settled within some seconds, and whether the time was up first.

    The seconds are those on the clock, the start of the process included (about 0.4 s). A process
    that the system ends for want of memory counts as one that ran out of nodes.
    """
    path = os.pathsep.join(filter(None, sys.path))
    child = subprocess.Popen(
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    )
    late = False
    with child:
        try:
            out, err = child.communicate(pickle.dumps(job), timeout=seconds)
        except subprocess.TimeoutExpired:
            late = True
            child.kill()
            out, err = child.communicate()
        except BaseException:
            child.kill()
            raise
    parts = list(_read(out))
    if not late and child.returncode == _KILLED:
        parts.append(None)
    elif not late and child.returncode:
        raise RuntimeError(err.decode(errors="replace"))
    return parts, late


def _read(out: bytes) -> Iterator[Part]:
    """Yield the parts that came through whole."""
    stream = BytesIO(out)
    while stream.tell() < len(out):
        try:
            yield pickle.load(stream)
        except (EOFError, pickle.UnpicklingError):
            return


def answer(asked: BinaryIO, told: BinaryIO) -> None:
    """Read a job and write its parts as they are settled: what the process does."""
    for part in solve(pickle.load(asked)):
        pickle.dump(part, told)
        told.flush()
