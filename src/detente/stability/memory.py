"""What an analysis by enumeration takes in memory, said before it is taken."""

from __future__ import annotations

import os
from pathlib import Path

from detente.errors import TooLarge
from detente.kernels.moves import has_numba

__all__ = ["MOST_BYTES", "available", "needed", "refuse_beyond"]

MOST_BYTES = 5 << 30
"""An analysis takes no more than this unless it is told to."""
GB = 1 << 30


def needed(options: int, deciders: int) -> int:
    """Return the bytes that the analysis of a model takes at its peak.

    For each state: a rank of 4 bytes and a place in an order of 2 bytes for each decision maker;
    feasibility, what holds, and how far it is from today; and three arrays of 4 bytes to work with.
    Without Numba, places take 16 bytes, and more where moves cannot be taken back.

    >>> needed(20, 3) >= 36 << 20
    True
    """
    place = 2 if has_numba() else 16
    return (1 << options) * ((4 + place) * deciders + 18)


def available() -> int | None:
    """Return the bytes of memory that are free for a program to take; None where nobody says."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        told = dict(line.split(":", 1) for line in lines)
        return int(told["MemAvailable"].split()[0]) * 1024
    except (OSError, KeyError, ValueError):
        try:
            return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        except (AttributeError, OSError, ValueError):
            return None


def refuse_beyond(size: int, most: int | None, *, options: int) -> None:
    """Raise `TooLarge` where an analysis takes more than a limit, or than there is.

    >>> refuse_beyond(needed(30, 4), 5 * GB, options=30)
    Traceback (most recent call last):
    detente.errors.TooLarge: the states of this model do not fit into memory: found `30 options, ...
    """
    free = available()
    limits = [most if most is not None else MOST_BYTES, *([free] if free is not None else [])]
    limit = min(limits)
    if size <= limit:
        return
    over = 0
    while size >> over > limit:
        over += 1
    raise TooLarge(
        "the states of this model do not fit into memory",
        found=f"{options} options, which take {size / GB:,.1f} GB",
        expected=f"{limit / GB:,.1f} GB at most",
        hint=f"leave out or merge {over} option{'s' if over > 1 else ''}, split the model into "
        "conflicts that share no preference, or ask for its Nash equilibria with `--engine bits` "
        "(up to some 34 options), or for any number of options with `--engine symbolic`",
    )
