"""Plain text for a terminal: the answer and the key judgements, wrapped at 88 columns.

No colour and no drawing; what matters is said in words. `render_full` writes the whole report.
"""

from __future__ import annotations

import textwrap

from detente.report.blocks import (
    Block,
    Bullets,
    Definitions,
    FigureBlock,
    Fold,
    KeyPoint,
    Note,
    Paragraph,
    Report,
    Section,
    Table,
)
from detente.report.format import Format
from detente.report.inlines import Line, plain

__all__ = ["MEMBER", "render", "render_full"]

WIDTH = 88


def render(report: Report) -> str:
    """Return the title, the bottom line and the key judgements."""
    return "\n\n".join([*_answer(report), report.handling]) + "\n"


def render_full(report: Report) -> str:
    """Return the whole report."""
    sections = (_section(s, 0) for s in report.sections)
    return "\n\n".join([*_answer(report), *sections, report.handling]) + "\n"


def _answer(report: Report) -> list[str]:
    points = (_point(f"{n}. ", p) for n, p in enumerate(report.key_points, 1))
    return [_head(report), *points, _wrap(_shown(report.caveat))]


def _wrap(text: str, indent: str = "", hang: str | None = None) -> str:
    rest = indent if hang is None else hang
    return textwrap.fill(
        text, WIDTH, initial_indent=indent, subsequent_indent=rest, break_on_hyphens=False
    )


def _head(report: Report) -> str:
    as_of = f", as of {report.as_of}" if report.as_of else ""
    title = _wrap(report.title)
    lines = [
        _wrap(f"{report.handling}  {report.case_title}{as_of}"),
        _wrap(f"Question: {report.question}"),
        "",
        title,
        "=" * max(map(len, title.split("\n"))),
        "",
        _wrap(_shown(report.bottom_line)),
    ]
    return "\n".join(lines)


def _point(number: str, point: KeyPoint) -> str:
    lines = [f"{number}{point.topic}", _wrap(_shown(point.claim), "   ")]
    lines += [
        _wrap(_shown(x), "   ") for x in (point.detail, point.confidence, point.sourcing) if x
    ]
    lines += [_wrap(_shown(b), "   - ", "     ") for b in point.bases]
    return "\n".join(lines)


def _shown(words: Line) -> str:
    return plain(words).strip()


def _section(section: Section, depth: int) -> str:
    mark = "=-"[depth > 0]
    title = _wrap(section.title)
    body = [_block(b, depth + 1) for b in section.blocks]
    return "\n\n".join(
        [f"{title}\n{mark * min(len(section.title), WIDTH)}", *(b for b in body if b)]
    )


def _block(block: Block, depth: int) -> str:
    match block:
        case Section():
            return _section(block, depth)
        case Paragraph():
            return _wrap(_shown(block.line))
        case Note():
            return _wrap(f"{block.label}: {_shown(block.line)}", "", "  ")
        case Bullets():
            return "\n".join(_wrap(_shown(i), "- ", "  ") for i in block.items)
        case Definitions():
            return "\n".join(_wrap(f"{plain(t)}: {_shown(m)}", "", "  ") for t, m in block.items)
        case Table():
            return _table(block)
        case FigureBlock():
            return _wrap(f"{block.figure.title}: {block.figure.takeaway}")
        case Fold():
            return "\n\n".join([_wrap(block.summary), *(_block(b, depth) for b in block.blocks)])
        case KeyPoint():
            return _point("", block)


def _table(table: Table) -> str:
    """Return a table as a list: the first cell leads, the others follow with their headings."""
    lines = [_wrap(f"{table.caption}:")]
    for row in table.rows:
        lines.append(_wrap(_shown(row.cells[0]) or "-", "- ", "  "))
        for head, cell in zip(table.head[1:], row.cells[1:], strict=True):
            if _shown(cell):
                lines.append(_wrap(f"{head}: {_shown(cell)}", "    ", "      "))
    return "\n".join(lines)


MEMBER = Format(
    key="text",
    meaning="Plain text for a terminal: the answer and the key judgements.",
    suffix=".txt",
    render=render,
    order=3,
)
