"""Markdown with every section, for editing on and for pandoc; text of the case is escaped."""

from __future__ import annotations

import re

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
from detente.report.inlines import Line

__all__ = ["MEMBER", "escaped", "render"]

_SPECIAL = re.compile(r"[\\`*_\[\]#|~]|^[-+](?=\s)")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s)")
_SPACE = re.compile(r"\s+")


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it stands, HTML included.

    >>> print(escaped("a *b* <i> [c](d)"))
    a \\*b\\* &lt;i&gt; \\[c\\](d)
    """
    text = _SPACE.sub(" ", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", text))


def render(report: Report) -> str:
    """Return the report as Markdown."""
    as_of = f", as of {escaped(report.as_of)}" if report.as_of else ""
    parts = [
        f"# {escaped(report.title)}",
        escaped(report.handling),
        f"*{escaped(report.case_title)}{as_of}. {escaped(report.question)}*",
        _line(report.bottom_line),
        "## Key judgements" if report.key_points else "",
        *(_point(n, p) for n, p in enumerate(report.key_points, 1)),
        _line(report.caveat),
        *(_block(s, 2) for s in report.sections),
        escaped(report.handling),
    ]
    return "\n\n".join(p for p in parts if p) + "\n"


def _line(words: Line) -> str:
    said = []
    for inline in words:
        text = escaped(inline.text)
        if inline.kind == "strong" and text.strip():
            text = f"**{text.strip()}**" + (" " if inline.text.endswith(" ") else "")
        elif inline.kind == "code":
            text = f"`{inline.text.replace('`', chr(39))}`"
        elif inline.kind == "text":
            text = escaped(inline.text)
        said.append(text)
    return "".join(said).strip()


def _point(number: int, point: KeyPoint) -> str:
    lines = [
        f"{number}. **{escaped(point.topic)}.** {_line(point.claim)} {_line(point.detail)}".rstrip()
    ]
    lines += [f"   {_line(x)}" for x in (point.confidence, point.sourcing)]
    lines += ["", *(f"   - {_line(b)}" for b in point.bases)] if point.bases else []
    return "\n".join(lines)


def _block(block: Block, level: int) -> str:
    match block:
        case Section():
            title = f"{'#' * min(level, 6)} {escaped(block.title)}"
            return "\n\n".join([title, *(b for x in block.blocks if (b := _block(x, level + 1)))])
        case Paragraph():
            return _line(block.line)
        case Note():
            return f"> **{escaped(block.label)}.** {_line(block.line)}"
        case Bullets():
            return "\n".join(f"- {_line(i)}" for i in block.items)
        case Definitions():
            return "\n".join(f"- **{_line(t)}**: {_line(m)}" for t, m in block.items)
        case Table():
            return _table(
                block.caption, block.head, [[_line(c) for c in r.cells] for r in block.rows]
            )
        case FigureBlock():
            f = block.figure
            rows = [[escaped(c) for c in row] for row in f.table]
            return f"**{escaped(f.title)}.** {escaped(f.takeaway)}\n\n" + _table("", f.head, rows)
        case Fold():
            body = [_block(b, level) for b in block.blocks]
            return "\n\n".join([f"**{escaped(block.summary)}**", *body])
        case KeyPoint():
            return _point(0, block)


def _table(caption: str, head: tuple[str, ...], rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(map(escaped, head))} |", f"|{'---|' * len(head)}"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    title = [f"**{escaped(caption)}**", ""] if caption else []
    return "\n".join([*title, *lines])


MEMBER = Format(
    key="markdown",
    meaning="Markdown with every section, to edit or to hand to pandoc.",
    suffix=".md",
    render=render,
    order=2,
)
