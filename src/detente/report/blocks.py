"""What a report is made of: typed, frozen blocks that every format knows how to write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from detente.report.figure import Figure
from detente.report.inlines import Line, line

__all__ = [
    "Block",
    "Bullets",
    "Definitions",
    "FigureBlock",
    "Fold",
    "KeyPoint",
    "Note",
    "Paragraph",
    "Report",
    "Row",
    "Section",
    "Table",
    "blocks_of",
    "lines_of",
]


@dataclass(frozen=True)
class Paragraph:
    """A line of prose; `tone` is `lead`, `small` or nothing."""

    kind: ClassVar[str] = "paragraph"
    line: Line
    tone: str = ""


@dataclass(frozen=True)
class Note:
    """A remark beside the text, with a word that says what it is."""

    kind: ClassVar[str] = "note"
    label: str
    line: Line


@dataclass(frozen=True)
class Bullets:
    """A list of lines."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Line, ...]


@dataclass(frozen=True)
class Definitions:
    """Terms with their meanings."""

    kind: ClassVar[str] = "definitions"
    items: tuple[tuple[Line, Line], ...]


@dataclass(frozen=True)
class Row:
    """A row of a table; its first cell names it. `anchor` makes it a target of links."""

    cells: tuple[Line, ...]
    anchor: str = ""


@dataclass(frozen=True)
class Table:
    """A table with a caption that says what it shows."""

    kind: ClassVar[str] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class FigureBlock:
    """A figure with its table twin."""

    kind: ClassVar[str] = "figure"
    figure: Figure


@dataclass(frozen=True)
class KeyPoint:
    """A key judgement in words.

    `claim` is its point, `detail` what completes it, `confidence` a sentence of its own,
    `sourcing` the source summary, `bases` the priorities it rests on, each with its references.
    """

    kind: ClassVar[str] = "keypoint"
    anchor: str
    topic: str
    claim: Line
    detail: Line
    confidence: Line
    sourcing: Line
    bases: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Fold:
    """Depth that a reader may open; on paper it is always open."""

    kind: ClassVar[str] = "fold"
    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Section:
    """A titled part; sections inside it are one level deeper."""

    kind: ClassVar[str] = "section"
    anchor: str
    title: str
    blocks: tuple[Block, ...]


Block = Paragraph | Note | Bullets | Definitions | Table | FigureBlock | KeyPoint | Fold | Section


@dataclass(frozen=True)
class Report:
    """A whole report: its head, the answer in one breath, the key points, and the sections.

    `caveat` says what the key points are conditional on.

    `data` holds the findings as plain data, for programs.
    """

    title: str
    case_title: str
    question: str
    handling: str
    as_of: str
    bottom_line: Line
    key_points: tuple[KeyPoint, ...]
    caveat: Line
    sections: tuple[Section, ...]
    version: str
    digest: str
    data: Mapping[str, object] = field(default_factory=dict)


def blocks_of(report: Report) -> Iterable[Block]:
    """Yield every block of a report, outer blocks before those inside them."""
    pending: list[Block] = [*report.key_points, *report.sections]
    while pending:
        block = pending.pop(0)
        yield block
        if isinstance(block, Fold | Section):
            pending = [*block.blocks, *pending]


def lines_of(report: Report) -> Iterable[Line]:
    """Yield every line of a report, in reading order; titles and captions are lines too."""
    yield line(report.title)
    yield from (report.bottom_line, report.caveat)
    for block in blocks_of(report):
        yield from _lines(block)


def _lines(block: Block) -> Iterable[Line]:
    match block:
        case Paragraph() | Note():
            yield block.line
        case Bullets():
            yield from block.items
        case Definitions():
            for term, meaning in block.items:
                yield from (term, meaning)
        case Table():
            yield line(block.caption)
            for row in block.rows:
                yield from row.cells
        case FigureBlock():
            yield from (line(block.figure.title), line(block.figure.takeaway))
            for cells in (block.figure.head, *block.figure.table):
                yield from (line(c) for c in cells)
        case KeyPoint():
            yield from (block.claim, block.detail, block.confidence, block.sourcing)
            yield from block.bases
        case Fold():
            yield line(block.summary)
        case Section():
            yield line(block.title)
