"""Alternatives: other readings of the parties, and what-ifs, each with what holds then."""

from __future__ import annotations

from detente.judgement.concern import aim_of, yardstick
from detente.judgement.variation import Variation, variations
from detente.report.blocks import Block, Paragraph, Row, Section, Table
from detente.report.inlines import Line, Strong, Text, line
from detente.report.material import Material
from detente.report.names import capital, count, listed, number, quoted
from detente.report.words import concepts_listed

__all__ = ["alternatives"]

_SHOWN = 3


def alternatives(material: Material) -> Section | None:
    """Return the section, or None where the case holds neither other readings nor what-ifs."""
    found = variations(reversed(material.models))
    readings = [v for v in found if v.kind == "reading"]
    what_ifs = [v for v in found if v.kind == "what-if"]
    if not found:
        return None
    blocks: list[Block] = [Paragraph(line(_summary(found)))]
    if readings:
        blocks.append(_table(material, readings, "Other readings of the parties", "Reading"))
    if what_ifs:
        blocks.append(_table(material, what_ifs, "What if", "What if"))
    return Section("alternatives", "Alternatives: other readings, and what if", tuple(blocks))


def _summary(found: tuple[Variation, ...]) -> str:
    asked = [v for v in found if v.aim]
    if not asked:
        changed = sum(v.changed for v in found)
        return f"{capital(number(changed))} of {count(len(found), 'variation')} change what holds."
    held = sum(v.aim.get("nash", any(v.aim.values())) for v in asked)
    makes = "makes" if held == 1 else "make"
    said = f"{capital(number(held))} of {count(len(asked), 'variation')} {makes}"
    return f"{said} the outcome asked about hold, under Nash stability."


def _table(material: Material, found: list[Variation], caption: str, name: str) -> Table:
    asked = any(v.aim for v in found)
    then = f"What holds then, under {concepts_listed([yardstick(material.lead)])}"
    head = (*material.model_head, name, "Does today's state hold?", then, "Outcome asked about")
    rows = tuple(_row(material, v, asked) for v in found)
    return Table(caption, head if asked else head[:-1], rows)


def _row(material: Material, v: Variation, asked: bool) -> Row:
    m = material.by_id[v.model]
    cells = [
        *material.model_cell(v.model),
        _label(material, v),
        line(_today(v)),
        line(_holding(material, v)),
    ]
    if asked:
        held = Strong("holds") if v.aim.get(yardstick(m)) else Text("does not hold")
        cells.append(line(held) if aim_of(m.model) else ())
    return Row(tuple(cells))


def _label(material: Material, v: Variation) -> Line:
    """Return a reading or a what-if in words, with what it rests on."""
    model = material.case.models[v.model]
    if v.kind == "what-if":
        found = [w for id, w in model.what_if.items() if (w.label or id) == v.label]
        return line(capital(v.label), material.cites(found[0].because if found else ()))
    parts: list[Line] = []
    for actor, reading in v.readings.items():
        given = model.preferences[actor].readings[reading]
        before = "; " if parts else ""
        said = f"{before}{material.case.actor_name(actor)}: {quoted(given.label or reading)}"
        parts.append(line(said, material.cites(given.because)))
    return line(*parts)


def _today(v: Variation) -> str:
    """Return under which concepts today's state, as varied, holds."""
    holding = [k for k, held in v.holds.items() if held]
    if len(holding) == len(v.holds):
        return "yes"
    return f"only under {concepts_listed(holding)}" if holding else "no"


def _holding(material: Material, v: Variation) -> str:
    if not v.outcomes:
        return "nothing"
    names = [
        listed([quoted(material.words.name(v.model, o)) for o in outcomes])
        or "a state without a name"
        for outcomes in v.outcomes
    ]
    more = [f"{number(len(names) - _SHOWN)} more"] if len(names) > _SHOWN else []
    return "; or ".join([*names[:_SHOWN], *more])
