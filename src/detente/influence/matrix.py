"""Adjacency matrices as tools for fuzzy cognitive maps read and write them: one table, names and weights.

The first row and the first column name the nodes; a cell holds the weight, -1 to 1, with which the
node of its row acts on the node of its column; an empty cell and 0 are no edge.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from detente.case import Case
from detente.case.formatter import write_whole
from detente.case.ids import ids_from
from detente.case.network import Influences
from detente.errors import FileProblem, InvalidCase, Problem
from detente.influence.network import Scope, build_network

__all__ = ["read_matrix", "write_matrix"]

LARGEST = 64 << 20
"""Files beyond this many bytes are refused."""


class Sheet(NamedTuple):
    """The cells of a table, and the sign between whole numbers and decimals."""

    name: str
    rows: list[list[str]]
    decimal: str


def read_matrix(path: Path) -> Influences:
    """Read a matrix; nodes get ids made from their names, edges are named M1, M2, … row by row.

    Cells may be parted by commas, semicolons (then with decimal commas, too) or tabs. Raises
    `FileProblem` where the file cannot be read, `InvalidCase` with every problem found in it.
    """
    sheet = _sheet(path)
    problems = list(_problems(sheet))
    if problems:
        raise InvalidCase(problems)
    names = [cell.strip() for cell in sheet.rows[0][1:]]
    ids = ids_from(names, "node")
    edges: dict[str, object] = {}
    for row in sheet.rows[1:]:
        cause = ids[names.index(row[0].strip())]
        for effect, cell in zip(ids, row[1:], strict=True):
            weight = _number(cell, sheet.decimal)
            if weight:
                edges[f"M{len(edges) + 1}"] = _edge(cause, effect, weight)
    nodes = {id: {"name": name} for id, name in zip(ids, names, strict=True)}
    return Influences.model_validate({"nodes": nodes, "edges": edges})


def _edge(cause: str, effect: str, weight: float) -> dict[str, object]:
    edge: dict[str, object] = {"cause": cause, "effect": effect, "sign": "+" if weight > 0 else "-"}
    edge["strength"] = repr(abs(weight))
    if cause == effect:
        edge |= {"text": "The matrix has it act on itself.", "because": [{"outside": "the matrix"}]}
    return edge


def _sheet(path: Path) -> Sheet:
    try:
        if path.stat().st_size > LARGEST:
            raise FileProblem("too large for a matrix", file=str(path), hint="split the map")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        hint = "save the table as CSV in UTF-8"
        raise FileProblem("this is no text in UTF-8", file=str(path), hint=hint) from None
    except OSError as error:
        raise FileProblem("cannot be read", file=str(path), found=error.strerror or "") from None
    first = text.partition("\n")[0]
    parted = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(text.splitlines(), delimiter=parted, strict=True))
    except csv.Error as error:
        raise InvalidCase([Problem(path.name, 0, 0, f"no table of cells: {error}")]) from None
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return Sheet(path.name, rows, "," if parted == ";" else ".")


def _problems(sheet: Sheet) -> Iterator[Problem]:
    """Yield every problem of a table; columns are counted in cells."""
    names = [cell.strip() for cell in sheet.rows[0][1:]] if sheet.rows else []
    if not names:
        hint = "the first row and the first column name the nodes"
        yield Problem(sheet.name, 1, 1, "the table names no nodes", hint)
        return
    yield from _name_problems(sheet, [(1, k, n) for k, n in enumerate(names, 2)])
    column = [
        (line, 1, row[0].strip() if row else "") for line, row in enumerate(sheet.rows[1:], 2)
    ]
    yield from _name_problems(sheet, column)
    known = {name for _, _, name in column}
    for k, name in enumerate(names, 2):
        if name and name not in known:
            said = f"`{name}` has a column and no row"
            yield Problem(sheet.name, 1, k, said, "name the same nodes in the first column")
    for line, row in enumerate(sheet.rows[1:], 2):
        if row and row[0].strip() and row[0].strip() not in names:
            said = f"`{row[0].strip()}` has a row and no column"
            yield Problem(sheet.name, line, 1, said, "name the same nodes in the first row")
        if len(row) != len(names) + 1:
            said = f"found {len(row)} cells, expected {len(names) + 1}"
            yield Problem(sheet.name, line, 1, said, "one weight for each node")
        for k, cell in enumerate(row[1:], 2):
            yield from _cell_problems(sheet, line, k, cell)


def _name_problems(sheet: Sheet, placed: Sequence[tuple[int, int, str]]) -> Iterator[Problem]:
    count = Counter(name for _, _, name in placed)
    seen: set[str] = set()
    for line, column, name in placed:
        if not name:
            yield Problem(sheet.name, line, column, "a node without a name", "write its name")
        elif count[name] > 1 and name in seen:
            yield Problem(sheet.name, line, column, f"`{name}` twice", "give each node one name")
        seen.add(name)


def _cell_problems(sheet: Sheet, line: int, column: int, cell: str) -> Iterator[Problem]:
    weight = _number(cell, sheet.decimal)
    if math.isnan(weight) or not -1 <= weight <= 1:
        said = f"`{cell.strip()}` is no weight"
        yield Problem(sheet.name, line, column, said, "write a number from -1 to 1, or nothing")


def _number(cell: str, decimal: str) -> float:
    """Return the weight in a cell: 0 where it is empty, NaN where it is no number."""
    text = cell.strip().replace("−", "-")
    if decimal == ",":
        text = text.replace(",", ".")
    try:
        return float(text) if text else 0.0
    except ValueError:
        return math.nan


def write_matrix(case: Case, path: Path, scope: Scope | None = None) -> None:
    """Write the network of a case as a matrix, whole or not at all.

    A cell holds the sum of the signed mean strengths of the mechanisms between two nodes, in
    -1..1; the file cannot say what two mechanisms between the same nodes do, nor who states them.
    Raises `FileProblem` where it cannot be written, and what `build_network` raises.
    """
    network = build_network(case, scope)
    weights = {(link.cause, link.effect): 0.0 for link in network.links}
    for link in network.links:
        weights[link.cause, link.effect] += link.sign * link.mean
    size = range(len(network.nodes))
    lines = [_line(["", *network.names])]
    for cause in size:
        cells = (weights.get((cause, effect), 0.0) for effect in size)
        shown = (repr(round(max(-1.0, min(1.0, w)), 9)) if w else "" for w in cells)
        lines.append(_line([network.names[cause], *shown]))
    write_whole(path, "".join(lines))


def _line(cells: Sequence[str]) -> str:
    quoted = ('"' + c.replace('"', '""') + '"' if set(c) & set(',;"\n') else c for c in cells)
    return ",".join(quoted) + "\n"
