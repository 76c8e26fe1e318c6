"""Tables as spreadsheets write them, each cell read with its place, so that an error says where it is."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from detente.errors import FileProblem, InvalidCase, Problem

__all__ = ["Row", "Table", "read_table"]

LARGEST = 64 << 20
"""Files beyond this many bytes are refused."""

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,30})?(?:[eE]-?\d{1,2})?", re.ASCII)


@dataclass(frozen=True)
class Row:
    """A row: its first line in the file, and its cells by column."""

    line: int
    cells: Mapping[str, str]


@dataclass
class Table:
    """A table under reading. What is wrong is noted, so that one error hides no other."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, row: Row, column: str, said: str, hint: str = "") -> None:
        """Note what is wrong with a cell; its column counts from 1."""
        place = self.columns.index(column) + 1
        self.problems.append(Problem(self.name, row.line, place, f"`{column}`: {said}", hint))

    def probability(self, row: Row, column: str) -> float | None:
        """Return the number from 0 to 1 in a cell; None where it is empty or wrong."""
        cell = row.cells[column]
        if not cell:
            return None
        if _NUMBER.fullmatch(cell) and float(cell) <= 1:
            return float(cell)
        percent = cell.endswith("%") or (_NUMBER.fullmatch(cell) and float(cell) <= 100)
        hint = "write 0.35 for 35 %" if percent else "write a decimal point, such as 0.35"
        self.wrong(row, column, f"found `{cell[:40]}`, expected a number from 0 to 1", hint)
        return None

    def outcome(self, row: Row, column: str) -> bool | None:
        """Return whether the answer was yes; None where it is empty, still open, or wrong."""
        cell = row.cells[column].lower()
        if cell in ("yes", "true", "1", "1.0"):
            return True
        if cell in ("no", "false", "0", "0.0"):
            return False
        if cell:
            self.wrong(
                row, column, f"found `{cell[:40]}`, expected yes or no", "leave open ones empty"
            )
        return None

    def filled(self, row: Row, column: str) -> str:
        """Return the text of a cell that may not be empty."""
        if not row.cells[column]:
            self.wrong(row, column, "is empty")
        return row.cells[column]

    def done(self) -> None:
        """Raise `InvalidCase` with everything noted, if anything was."""
        if self.problems:
            raise InvalidCase(self.problems)


def read_table(path: Path) -> Table:
    """Read a table in UTF-8 whose first row names the columns; commas, semicolons or tabs part cells.

    Spaces around cells go; empty rows are skipped. Raises `FileProblem` where the file cannot be read
    or holds no table, `InvalidCase` where rows and columns do not fit.
    """
    text = _text(path)
    first = text.partition("\n")[0]
    parted = max(",;\t", key=first.count)
    try:
        found = list(_records(text, parted))
    except csv.Error as error:
        raise FileProblem("this is no table", file=str(path), found=str(error)) from None
    if not found:
        raise FileProblem("the table is empty", file=str(path), hint="name the columns in row 1")
    columns = tuple(found[0][1])
    problems = list(_misfits(str(path), columns, found[1:]))
    if problems:
        raise InvalidCase(problems)
    rows = tuple(Row(n, dict(zip(columns, cells, strict=True))) for n, cells in found[1:])
    return Table(str(path), columns, rows)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise FileProblem("too large for a table", file=str(path), hint="split it")
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        hint = "save the table as CSV in UTF-8"
        raise FileProblem("this is no text in UTF-8", file=str(path), hint=hint) from None
    except (OSError, ValueError) as error:
        found = getattr(error, "strerror", None) or str(error)
        raise FileProblem("cannot be read", file=str(path), found=found) from None


def _records(text: str, parted: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line that it begins on; a quoted cell may go over several lines."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=parted, strict=True)
    line = 1
    for cells in reader:
        if any(c.strip() for c in cells):
            yield line, [c.strip() for c in cells]
        line = reader.line_num + 1


def _misfits(
    name: str, columns: Sequence[str], rows: Sequence[tuple[int, list[str]]]
) -> Iterator[Problem]:
    for place, column in enumerate(columns, 1):
        if not column or column in columns[: place - 1]:
            said = f"column `{column}` comes twice" if column else "a column has no name"
            yield Problem(name, 1, place, said)
    for line, cells in rows:
        if len(cells) != len(columns):
            place = min(len(cells), len(columns)) + 1
            said = f"{len(cells)} cells, expected {len(columns)}"
            yield Problem(name, line, place, said, "put text with commas in quotation marks")
