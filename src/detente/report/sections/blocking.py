"""What blocks: who stands in the way of each outcome that matters, and what pulls it away."""

from __future__ import annotations

from detente.judgement.concern import Concern, concerns, plainest, pulls
from detente.report.blocks import Block, Paragraph, Row, Section, Table
from detente.report.inlines import Line, line
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
        "priorities that pull it away: what its best move from that outcome would win."
    )
    rows = tuple(row for c in found for row in _rows(material, c))
    head = (*material.model_head, "Outcome", "In the way", "What pulls it away")
    table = Table("Who stands in the way, and what pulls it away", head, rows)
    blocks: tuple[Block, ...] = (Paragraph(intro, "small"), table)
    return Section("blocking", "What blocks", blocks)


def _rows(material: Material, c: Concern) -> list[Row]:
    m, p = c.assessment, c.prospect
    first = (*material.model_cell(m.id), line(quoted(p.label)))
    if c.holds:
        return [Row((*first, line("nobody"), line("Nothing: it holds.")))]
    if not p.blockers:
        return [Row((*first, line("no single party"), line("")))]
    return [
        Row((*first, line(material.party(a)), line(*_pulls(material, c, a)))) for a in p.blockers
    ]


def _pulls(material: Material, c: Concern, actor: str) -> list[Line]:
    unlocking = c.prospect.unlocking
    best = plainest(unlocking.solutions) if unlocking else None
    if best is None:
        return [line("No change that was searched for makes it hold.")]
    bases = pulls(c.assessment, actor, best.states[0])
    parts: list[Line] = []
    for n, basis in enumerate(bases[:_SHOWN]):
        parts.append(line("; " if n else "", "its ", material.basis(basis, whose=False)))
    if len(bases) > _SHOWN:
        parts.append(line(f"; and {number(len(bases) - _SHOWN)} more"))
    return parts or [line("What the other parties would do.")]
