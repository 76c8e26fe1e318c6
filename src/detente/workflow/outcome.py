"""What a verb returns: data for programs, text for people, and the exit code it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Outcome"]


@dataclass(frozen=True)
class Outcome:
    """The result of a verb. `data` is what `--json` prints; `written` the files it made."""

    data: Mapping[str, Any]
    text: str
    code: int = 0
    written: tuple[Path, ...] = ()
