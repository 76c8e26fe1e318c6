"""What a report is made of: typed, frozen blocks that every format knows how to write.

Text comes in lines, and a line is a run of inlines. Targets of links are anchors of the same
report; nothing in a report points outside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from detente.report.figure import Figure

__all__ = [
    "Block",
    "Bullets",
    "Cite",
    "Cites",
    "Code",
    "Definitions",
    "FigureBlock",
    "Fold",
    "Inline",
    "KeyPoint",
    "Line",
    "Link",
    "Note",
    "Paragraph",
    "Party",
    "Report",
    "Row",
    "Section",
    "Strong",
    "Table",
    "Text",
    "blocks_of",
    "line",
    "lines_of",
    "plain",
    "started",
]


@dataclass(frozen=True)
class Text:
    """Words."""

    kind: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True)
class Strong:
    """Words that carry the point of a sentence."""

    kind: ClassVar[str] = "strong"
    text: str


@dataclass(frozen=True)
class Code:
    """An id, shown small and in monospace."""

    kind: ClassVar[str] = "code"
    text: str


@dataclass(frozen=True)
class Party:
    """A party's name with its mark; `shape` and `colour` are names of the palette."""

    kind: ClassVar[str] = "party"
    text: str
    shape: str
    colour: str


@dataclass(frozen=True)
class Link:
    """Words that lead to an anchor of the report."""

    kind: ClassVar[str] = "link"
    text: str
    target: str


@dataclass(frozen=True)
class Cite:
    """One reference, by its anchor among the sources."""

    text: str
    target: str


@dataclass(frozen=True)
class Cites:
    """The references of what stands before them."""

    kind: ClassVar[str] = "cites"
    items: tuple[Cite, ...]

    @property
    def text(self) -> str:
        """The references as a text in brackets, after a space."""
        return f" [{', '.join(c.text for c in self.items)}]"


Inline = Text | Strong | Code | Party | Link | Cites
Line = tuple[Inline, ...]


def line(*parts: str | Inline | Iterable[Inline]) -> Line:
    """Return a line from words, inlines and lines.

    >>> plain(line("It rests on ", Link("one paragraph", "ref-000-24"), "."))
    'It rests on one paragraph.'
    """
    found: list[Inline] = []
    for part in parts:
        if isinstance(part, str):
            found += [Text(part)] if part else []
        elif isinstance(part, Text | Strong | Code | Party | Link | Cites):
            found.append(part)
        else:
            found += part
    return tuple(found)


def plain(words: Line) -> str:
    """Return a line as plain text."""
    return "".join(inline.text for inline in words)


def started(words: Line) -> Line:
    """Return a line whose first letter is in upper case.

    >>> plain(started(line("its first priority")))
    'Its first priority'
    """
    if not words or not isinstance(words[0], Text):
        return words
    text = words[0].text
    return (Text(f"{text[:1].upper()}{text[1:]}"), *words[1:])


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


Block = (
    Paragraph
    | Note
    | Bullets
    | Definitions
    | Table
    | FigureBlock
    | KeyPoint
    | Fold
    | Section
)


@dataclass(frozen=True)
class Report:
    """A whole report: its head, the answer in one breath, the key points, and the sections.

    `data` holds the findings as plain data, for programs.
    """

    title: str
    case_title: str
    question: str
    handling: str
    as_of: str
    bottom_line: Line
    key_points: tuple[KeyPoint, ...]
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
    yield report.bottom_line
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
