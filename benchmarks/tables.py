"""Rows of a run as tables of text; the docs print the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["markdown", "other_rows", "scale_rows", "table"]

Cells = list[list[str]]


def scale_rows(rows: Sequence[dict[str, Any]]) -> Cells:
    """Return one line for each job: how long it took, in how much memory, and how near the limit."""
    head = ["what", "states", "parties", "s", "CPU s", "peak MB", "states/s", "bandwidth"]
    return [head, *(_scale(row) for row in rows)]


def _scale(row: dict[str, Any]) -> list[str]:
    rate = row["states"] / row["seconds"]
    each = f"{row['games'] / row['seconds']:,.0f} games/s" if "games" in row else f"{rate:.2g}"
    size = row["states"] // row.get("games", 1)
    return [
        row["what"],
        f"2^{size.bit_length() - 1}",
        str(row["deciders"]),
        f"{row['seconds']:.2g}",
        f"{row['cpu_seconds']:.2g}",
        f"{row['megabytes']:,.0f}",
        each,
        f"{row['share'] * 100:.1f} %",
    ]


def other_rows(rows: Sequence[dict[str, Any]]) -> Cells:
    """Return one line for each size: pure Nash by detente and by another library."""
    head = ["pure Nash", "states", "parties", "equilibria", "detente ms", "other ms", "ratio"]
    return [
        head,
        *(
            [
                row["library"],
                f"2^{row['states'].bit_length() - 1}",
                str(row["deciders"]),
                str(row["equilibria"]),
                f"{row['seconds'] * 1000:.2f}",
                f"{row['other_seconds'] * 1000:.2f}",
                f"{row['other_seconds'] / row['seconds']:.0f}",
            ]
            for row in rows
        ),
    ]


def markdown(rows: Cells) -> list[str]:
    """Return rows as the lines of a table in Markdown; the first is its head.

    >>> markdown([["a", "n"], ["b", "1"]])
    ['| a | n |', '|---|---:|', '| b | 1 |']
    """
    head, *rest = [f"| {' | '.join(row)} |" for row in rows]
    return [head, "|---" + "|---:" * (len(rows[0]) - 1) + "|", *rest]


def table(rows: Cells) -> str:
    """Return rows with columns lined up; the first column to the left, the others to the right.

    >>> print(table([["a", "n"], ["bcd", "12"]]))
    a     n
    bcd  12
    """
    widths = [max(len(r[k]) for r in rows) for k in range(len(rows[0]))]
    lines = []
    for row in rows:
        first, *rest = row
        cells = [
            first.ljust(widths[0]),
            *(c.rjust(w) for c, w in zip(rest, widths[1:], strict=True)),
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
