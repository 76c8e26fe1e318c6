"""What a figure is: a drawing that stands alone, and everything said about it beside it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Figure"]


@dataclass(frozen=True)
class Figure:
    """A figure of a report.

    `svg` carries its own colours and sizes as presentation attributes, so that it looks the same
    wherever it is pasted. `title` says what it shows, `takeaway` what to see in it, `alt` the same
    for those who cannot see it; `head` and `table` are its twin: the same facts as text.
    """

    key: str
    title: str
    takeaway: str
    svg: str
    alt: str
    head: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
