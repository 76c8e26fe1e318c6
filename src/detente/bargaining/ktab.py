"""Tables of positions as KTAB (KAPSARC) writes them: read with errors by line and column, and write.

The first line holds name, description, number of actors and number of dimensions; the second the
headings; each other line an actor, its description, its influence, and position and salience for
each dimension, all on scales of 0 to 100.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from detente.bargaining.positions import Numbers, Positions
from detente.errors import FileProblem, InvalidCase, Problem, UsageError

__all__ = ["Scenario", "read_ktab", "write_ktab"]

_MOST_BYTES = 8_000_000


@dataclass(frozen=True, eq=False)
class Scenario:
    """A table of positions on one dimension or more; arrays are actors by dimensions."""

    name: str
    description: str
    dimensions: tuple[str, ...]
    actors: tuple[str, ...]
    about: tuple[str, ...]
    influence: Numbers
    positions: Numbers
    salience: Numbers

    def issue(self, dimension: str) -> Positions:
        """Return the positions on one dimension, influence as clout and salience as a share."""
        if dimension not in self.dimensions:
            hint = f"there are {', '.join(self.dimensions)}"
            raise UsageError("no such dimension", found=dimension, hint=hint)
        d = self.dimensions.index(dimension)
        return Positions.of(
            self.actors, self.positions[:, d], self.salience[:, d] / 100, self.influence
        )


def read_ktab(path: Path) -> Scenario:
    """Read a table; raises `InvalidCase` with every problem found, `FileProblem` for the file."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise FileProblem("too large for a table of positions", found=str(path))
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FileProblem("cannot read this table of positions", found=str(path)) from error
    return _Reader(path.name, text).scenario()


class _Reader:
    """Reads rows of cells, and keeps what is wrong with which of them."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        reader = csv.reader(io.StringIO(text), skipinitialspace=True)
        try:
            lines = [(reader.line_num, [c.strip() for c in row]) for row in reader]
        except csv.Error as error:
            raise InvalidCase([Problem(file, reader.line_num, 1, f"no CSV: {error}")]) from error
        self.rows = [(n, r) for n, r in lines if any(r)]

    def scenario(self) -> Scenario:
        if len(self.rows) < 3:
            self._say(1, 1, "a table has a title line, headings, and a line for each actor")
            raise InvalidCase(self.problems)
        (first, title), (_, heads), *body = self.rows
        actors, dimensions = self._counts(first, title)
        names = tuple(_dimension(heads, d) for d in range(dimensions))
        numbers = [self._numbers(line, row, dimensions) for line, row in body]
        self._check_actors(first, actors, body)
        if self.problems:
            raise InvalidCase(self.problems)
        table = np.array(numbers, dtype=np.float64)
        return Scenario(
            name=title[0],
            description=", ".join(c for c in title[1:-2] if c) if len(title) > 3 else "",
            dimensions=names,
            actors=tuple(row[0] for _, row in body),
            about=tuple(row[1] for _, row in body),
            influence=table[:, 0],
            positions=table[:, 1::2],
            salience=table[:, 2::2],
        )

    def _counts(self, line: int, title: list[str]) -> tuple[int, int]:
        while title and not title[-1]:
            title.pop()
        counts = [int(c) if c.isdigit() else 0 for c in title[-2:]]
        if len(title) < 3 or min(counts) < 1:
            hint = "end the line with the number of actors and the number of dimensions"
            self._say(line, max(len(title) - 1, 1), "no numbers of actors and dimensions", hint)
            raise InvalidCase(self.problems)
        return counts[0], counts[1]

    def _numbers(self, line: int, row: list[str], dimensions: int) -> list[float]:
        expected = 3 + 2 * dimensions
        if len(row) < expected or any(row[expected:]):
            filled = max((k + 1 for k, c in enumerate(row) if c), default=0)
            self._say(line, min(filled, expected) + 1, f"{filled} cells, expected {expected}")
            return []
        return [self._number(line, k, row[k]) for k in range(2, expected)]

    def _number(self, line: int, cell: int, text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value) or value < 0:
            self._say(line, cell + 1, f"found `{text}`, expected a number of 0 or more")
        elif cell > 2 and value > 100:
            self._say(line, cell + 1, f"found {text}, expected at most 100")
        return value

    def _check_actors(self, first: int, count: int, body: list[tuple[int, list[str]]]) -> None:
        if len(body) != count:
            self._say(first, 1, f"{len(body)} actors follow, but the line says {count}")
        seen: set[str] = set()
        for line, row in body:
            if not row[0] or row[0] in seen:
                self._say(line, 1, f"actor `{row[0]}` stands twice" if row[0] else "no actor")
            seen.add(row[0])

    def _say(self, line: int, cell: int, message: str, hint: str = "") -> None:
        """Note a problem; the column is the number of the cell in its line."""
        self.problems.append(Problem(self.file, line, cell, message, hint))


def _dimension(heads: Sequence[str], d: int) -> str:
    """Return what the two columns of a dimension are called together."""
    head = heads[3 + 2 * d] if 3 + 2 * d < len(heads) else ""
    name = head.removesuffix("Position").strip()
    return name or f"Dimension {d + 1}"


def write_ktab(scenario: Scenario) -> str:
    """Return the text of a table; `read_ktab` reads it back to the same numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    count, dimensions = scenario.positions.shape
    writer.writerow([scenario.name, scenario.description, count, dimensions])
    pairs = [f"{d} {what}" for d in scenario.dimensions for what in ("Position", "Salience")]
    writer.writerow(["Actor", "Description", "Influence", *pairs])
    for k, actor in enumerate(scenario.actors):
        cells = np.stack([scenario.positions[k], scenario.salience[k]], axis=1).ravel()
        numbers = [f"{x:.17g}" for x in (scenario.influence[k], *cells)]
        writer.writerow([actor, scenario.about[k], *numbers])
    return out.getvalue()
