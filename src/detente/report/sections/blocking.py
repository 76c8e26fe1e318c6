"""What blocks: who stands in the way of each outcome that matters, and what it would have to give up."""

from __future__ import annotations

from detente.judgement.concern import Concern, against, concerns, plainest
from detente.report.anchors import anchor
from detente.report.blocks import Block, Line, Link, Paragraph, Row, Section, Table, line
from detente.report.material import Material
from detente.report.names import number, quoted

__all__ = ["blocking"]

_SHOWN = 4


def blocking(material: Material) -> Section | None:
    """Return the section, or None where no outcome is named that could be blocked."""
    found = concerns(material.models)
    if not found:
        return None
    intro = line(
        "A party stands in the way of an outcome if nothing that all others change in their "
        "priorities, up to the number searched, makes the outcome hold. Beside it stand the "
        "priorities met today that it would have to give up in that outcome."
    )
    rows = tuple(row for c in found for row in _rows(material, c))
    head = ("Model", "Outcome", "In the way", "What it would have to give up")
    table = Table("Who stands in the way, and what it would give up", head, rows)
    blocks: tuple[Block, ...] = (Paragraph(intro, "small"), table)
    return Section("blocking", "What blocks", blocks)


def _rows(material: Material, c: Concern) -> list[Row]:
    m, p = c.assessment, c.prospect
    first = (line(Link(material.words.model_title(m.id), anchor("model", m.id))), line(quoted(p.label)))
    if c.holds:
        return [Row((*first, line("nobody"), line("Nothing: it holds.")))]
    if not p.blockers:
        return [Row((*first, line("no single party"), line("")))]
    return [
        Row((*first, line(material.party(a)), line(*_given_up(material, c, a)))) for a in p.blockers
    ]


def _given_up(material: Material, c: Concern, actor: str) -> list[Line]:
    unlocking = c.prospect.unlocking
    best = plainest(unlocking.solutions) if unlocking else None
    if best is None:
        return [line("No change that was searched for makes it hold.")]
    bases = against(c.assessment, actor, best.states[0])
    parts: list[Line] = []
    for n, basis in enumerate(bases[:_SHOWN]):
        parts.append(line("; " if n else "", "its ", material.basis(basis, whose=False)))
    if len(bases) > _SHOWN:
        parts.append(line(f"; and {number(len(bases) - _SHOWN)} more"))
    return parts or [line("Nothing that is met today.")]
