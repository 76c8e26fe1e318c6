"""The chronology and the figures of a case; hindsight stands here only, and is marked as such."""

from __future__ import annotations

from detente.evidence.events import Happening, pairs_of
from detente.judgement.arithmetic import results
from detente.report.amounts import amount, verdict
from detente.report.anchors import anchor
from detente.report.blocks import Block, FigureBlock, Fold, Paragraph, Row, Section, Table
from detente.report.dates import in_words, told
from detente.report.figures.events import events_figure
from detente.report.inlines import line
from detente.report.material import Material
from detente.report.names import count, sentence

__all__ = ["chronology", "quantities"]

_FEW = 3


def chronology(material: Material) -> Section | None:
    """Return the section, or None where the case has no timeline.

    What the documents report comes first; what is known from elsewhere, and what came after the
    date of the case, is folded away.
    """
    events = sorted(material.case.timeline, key=lambda e: (e.date.start, e.date.end))
    if not events:
        return None
    now = [e for e in events if e.status != "later"]
    reported = [e for e in now if any(r.at or r.id for r in e.because)]
    known = [e for e in now if e not in reported]
    later = [e for e in events if e.status == "later"]
    blocks: list[Block] = []
    if reported:
        blocks.append(_table(material, reported, "What the documents report or announce"))
    blocks += _index(material, now)
    if known:
        table = _table(material, known, "Known from outside the documents")
        blocks.append(
            Fold(f"Known from outside the documents: {count(len(known), 'event')}", (table,))
        )
    if later:
        when = in_words(material.case.case.as_of)
        since = f"after {when}" if when else "later"
        note = f"Hindsight: what happened {since}. No judgement of this report has used it."
        table = _table(material, later, f"Hindsight: what happened {since}")
        summary = f"Hindsight, not used: {count(len(later), 'event')} {since}"
        blocks.append(Fold(summary, (Paragraph(line(note)), table)))
    return Section("chronology", "Chronology", tuple(blocks))


def _index(material: Material, events: list[Happening]) -> list[Block]:
    """Return the figure of the pair with most scored events, if there are enough to see anything."""
    pairs = pairs_of(events)
    first, second = sorted(pairs[0], key=list(material.case.actors).index) if pairs else ("", "")
    figure = events_figure(material.case, events, first, second)
    return [FigureBlock(figure)] if len(figure.table) >= _FEW else []


def _table(material: Material, events: list[Happening], caption: str) -> Table:
    return Table(caption, ("When", "What"), tuple(_row(material, e) for e in events))


def _row(material: Material, e: Happening) -> Row:
    mark = {"expected": " (announced or expected)", "later": " (hindsight)"}.get(e.status, "")
    what = line(sentence(e.title).rstrip("."), mark, material.cites(e.because))
    return Row((line(in_words(e.date)), what))


def quantities(material: Material) -> Section | None:
    """Return the figures that the documents give, or None where there are none."""
    found = material.case.quantities
    if not found:
        return None
    rows = tuple(
        Row(
            (line(q.what, material.cites(q.because)), line(q.value), line(told(q.period))),
            anchor("figure", id),
        )
        for id, q in found.items()
    )
    tables = [Table("Figures as the documents give them", ("What", "Figure", "Period"), rows)]
    tables += _following(material)
    fold = Fold(
        count(len(found), "figure from the documents", "figures from the documents"), tuple(tables)
    )
    return Section("figures", "Figures from the documents", (fold,))


def _following(material: Material) -> list[Table]:
    """Return what follows from the figures by arithmetic, and whether they fit together."""
    rows = []
    for r in results(material.case):
        because = [b for q in r.quantities for b in material.case.quantities[q].because]
        what = line(r.derived.what, material.cites(tuple(dict.fromkeys(because))))
        said = "; ".join(p for p in (r.derived.compute, r.derived.note) if p)
        rows.append(Row((what, line(amount(r)), line(verdict(r)), line(said))))
    heads = ("What", "Result", "Fits", "Computed as")
    return [Table("What follows from these figures", heads, tuple(rows))] if rows else []
