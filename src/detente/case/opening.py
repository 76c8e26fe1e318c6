"""Open a case by the name of a shipped one, a folder or a file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from detente.case.case import Case
from detente.case.reader import read_case
from detente.casebook import case_folder, shipped_cases
from detente.errors import FileProblem, did_you_mean

__all__ = ["find_case", "open_case"]


def find_case(name: str | Path) -> Path:
    """Return the path that a name, a folder or a file stands for; a path on disk comes first.

    Raises `FileProblem`, with the shipped cases that are near, where there is none.
    """
    path = Path(name)
    try:
        if path.exists():
            return path
    except OSError as error:
        said = error.strerror or error
        raise FileProblem(
            "cannot be read", file=str(name), found=said, hint="check the path"
        ) from None
    shipped = case_folder(str(name))
    if shipped is None:
        hint = (
            f"give a folder, a file or a shipped case; {did_you_mean(str(name), shipped_cases())}"
        )
        raise FileProblem("no such case", file=str(name), hint=hint)
    return shipped


def open_case(name: str | Path) -> Case:
    """Read the case that a name, a folder or a file stands for.

    Raises `FileProblem` where there is none and `InvalidCase` with every problem in it.

    >>> open_case("japan-russia").case.id
    'japan-russia'
    """
    path = find_case(name)
    return _shipped(path) if case_folder(path.name) == path else read_case(path)


@lru_cache(maxsize=16)
def _shipped(path: Path) -> Case:
    """Read a shipped case once; cases are immutable, so sharing one is safe."""
    return read_case(path)
