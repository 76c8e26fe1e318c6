"""The models, priority by priority: what every judgement links to, and what it rests on in turn."""

from __future__ import annotations

from detente.case import Statement
from detente.case.model import Reading
from detente.report.accounts import Entry, entries, manner
from detente.report.anchors import anchor, statement_anchor
from detente.report.blocks import Block, Bullets, Fold, Paragraph, Row, Section, Table
from detente.report.inlines import Code, Line, Link, line
from detente.report.material import Material
from detente.report.names import capital, quoted, sentence
from detente.stability.assessment import ModelAssessment

__all__ = ["priorities"]

_HEAD = ("No.", "Wants", "Met today")


def priorities(material: Material) -> Section:
    """Return the section, the latest model first; every priority of every reading has a row."""
    intro = line(
        "Every priority of every party, most important first, with the paragraphs that it rests on. "
        "The words in monospace are the condition as the case file writes it."
    )
    parts = [_model(material, m) for m in reversed(material.models)]
    return Section(
        "priorities", "The models, priority by priority", (Paragraph(intro, "small"), *parts)
    )


def _model(material: Material, m: ModelAssessment) -> Section:
    blocks: list[Block] = []
    for actor, used in zip(m.graph.deciders, m.graph.readings, strict=True):
        readings = m.model.preferences[actor].readings
        blocks.append(_table(material, m, actor, used, readings[used]))
        for name, reading in readings.items():
            if name != used:
                table = _table(material, m, actor, name, reading)
                blocks.append(Fold(f"Another reading: {table.caption}", (table,)))
    blocks += _rest(material, m)
    back = Paragraph(
        line("See ", Link("what holds in this model", anchor("model", m.id)), "."), "small"
    )
    title = material.words.model_title(m.id)
    return Section(anchor("priorities", m.id), title, (*blocks, back))


def _table(
    material: Material, m: ModelAssessment, actor: str, name: str, reading: Reading
) -> Table:
    several = len(m.model.preferences[actor].readings) > 1
    caption = material.case.actor_name(actor)
    if several or reading.label:
        caption = f"{caption}: {reading.label or name}"
    rows = []
    for position, statement in enumerate(reading.order, 1):
        rows.append(_row(material, m, actor, name, position, statement))
    if not reading.order:
        caption = f"{caption} ({manner(reading)})"
        rows += [_entry(material, m, entry) for entry in entries(reading)]
    return Table(caption, _HEAD, tuple(rows))


def _entry(material: Material, m: ModelAssessment, entry: Entry) -> Row:
    """Return the row of a weight, or of a place in a ranking of states."""
    met = bool(m.graph.truths.of(entry.condition)[m.graph.status_quo.code])
    said = capital(material.words.condition(m.id, entry.condition))
    wants = line(said, " ", Code(str(entry.condition)))
    return Row((line(entry.number), wants, line("yes" if met else "no")))


def _row(
    material: Material,
    m: ModelAssessment,
    actor: str,
    reading: str,
    position: int,
    statement: Statement,
) -> Row:
    used = m.graph.readings[m.graph.decider(actor)] == reading
    met = bool(m.graph.truths.of(statement.want)[m.graph.status_quo.code])
    level = f"{position} =" if statement.about_equal else str(position)
    wants = line(
        material.words.wish(m.id, statement),
        material.cites(statement.because),
        " ",
        Code(str(statement.want)),
    )
    cells = (line(level), wants, line("yes" if met else "no"))
    return Row(cells, statement_anchor(m.id, actor, reading, position, used))


def _rest(material: Material, m: ModelAssessment) -> list[Block]:
    """Return options, rules, propositions, outcomes and facts of a model, folded away."""
    options = [_option(material, m, o) for o in m.graph.options]
    rules = [
        line(
            "Always: ",
            (r.label or material.words.condition(m.id, r.require)).rstrip(". "),
            material.cites(r.because),
            ". ",
            Code(str(r.require)),
        )
        for r in m.model.rules
    ]
    named = [
        line(
            f"{kind}: ",
            (p.label or id).rstrip(". "),
            material.cites(p.because),
            ". ",
            Code(str(p.when)),
        )
        for kind, table in (("Proposition", m.model.propositions), ("Outcome", m.model.outcomes))
        for id, p in table.items()
    ]
    facts = [
        line(f"Fact: {b.label or id}: {'yes' if b.value else 'no'}", material.cites(b.because), ".")
        for id, b in m.model.context.items()
    ]
    items = (*options, *rules, *named, *facts)
    return [Fold("Options, rules, outcomes and facts of this model", (Bullets(items),))]


def _option(material: Material, m: ModelAssessment, id: str) -> Line:
    option = material.case.option(m.id, id)
    who = material.case.actor_name(id.partition(".")[0])
    turns = {"no": "; once taken it cannot be dropped", "only-off": "; once dropped it is gone"}
    taken = "taken today" if id in m.graph.status_quo.on else "not taken today"
    said = f"{who} may {quoted(option.label)}: {taken}{turns.get(option.reversible, '')}"
    return line(sentence(said).rstrip("."), material.cites(option.because), ". ", Code(id))
