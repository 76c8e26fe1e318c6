"""What a format of the report is: a member of the shelf `detente.report.formats`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.report.blocks import Report

__all__ = ["Format"]


@dataclass(frozen=True)
class Format:
    """A format: `render` turns a report into the text of one file, whose name ends in `suffix`."""

    key: str
    meaning: str
    suffix: str
    render: Callable[[Report], str]
    order: int = 0
