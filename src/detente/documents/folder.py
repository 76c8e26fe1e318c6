"""Find the documents in folders: every file that a reader takes, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from detente.documents.readers import READERS
from detente.errors import FileProblem

__all__ = ["documents_in", "shown"]


def documents_in(places: Iterable[Path]) -> Iterator[Path]:
    """Yield files as they are given, and of folders the documents in them at any depth.

    Hidden files and folders are left out, and links that lead out of the folder are not followed.
    Raises `FileProblem` for what is not there.

    >>> list(documents_in([Path("/nowhere")]))
    Traceback (most recent call last):
    detente.errors.FileProblem: /nowhere: there is no such file or folder
    """
    for place in places:
        if not os.path.lexists(place):
            raise FileProblem("there is no such file or folder", file=str(place))
        if place.is_dir():
            yield from _inside(place)
        else:
            yield place


def _inside(folder: Path) -> Iterator[Path]:
    endings = tuple(s for reader in READERS.values() for s in reader.suffixes)
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            own = not name.startswith(".") and name.lower().endswith(endings)
            if own and not (path.is_symlink() and _leads_out(path, folder)):
                yield path


def _leads_out(path: Path, folder: Path) -> bool:
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def shown(path: Path | str) -> str:
    """Return a path as text that can be written; bytes of its name that are no text are spelt out.

    >>> shown("a" + chr(0xDCE9) + ".txt")
    'a\\\\udce9.txt'
    """
    return str(path).encode("utf-8", "backslashreplace").decode()
