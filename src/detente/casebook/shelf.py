"""Find the disputes that ship with the program."""

from __future__ import annotations

from pathlib import Path

__all__ = ["case_folder", "shipped_cases"]

_HERE = Path(__file__).parent


def shipped_cases() -> dict[str, Path]:
    """Return the folder of each shipped case, by name.

    >>> sorted(shipped_cases())[0]
    'chicken'
    """
    return {p.parent.name: p.parent for p in sorted(_HERE.glob("*/case.yaml"))}


def case_folder(name: str) -> Path | None:
    """Return the folder of a shipped case, or None where there is none of that name.

    >>> case_folder("nowhere") is None
    True
    """
    return shipped_cases().get(name)
