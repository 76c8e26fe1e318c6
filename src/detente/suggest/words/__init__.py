"""The word lists that the suggesters read: plain text, one entry a line, fields parted by `|`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["choices", "group", "table"]


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a word list without its comments, each field trimmed.

    >>> table("states")[0][:2]
    ('AFG', 'Afghanistan; Afganistan')
    """
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(tuple(field.strip() for field in line.split("|")) for line in lines)


@cache
def group(name: str) -> frozenset[str]:
    """Return a group of small words by its name.

    >>> "never" in group("denials")
    True
    """
    return frozenset(next(row[1] for row in table("grammar") if row[0] == name).split())


def choices(field: str) -> tuple[str, ...]:
    """Return what a field offers: its parts between semicolons.

    >>> choices("Afghan; Afghans")
    ('Afghan', 'Afghans')
    """
    return tuple(part.strip() for part in field.split(";") if part.strip())
