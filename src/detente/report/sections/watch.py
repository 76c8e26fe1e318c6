"""What to watch and what is assumed: indicators, and assumptions with what follows if wrong."""

from __future__ import annotations

from detente.case.ledgers import Assumption, Indicator
from detente.report.anchors import anchor
from detente.report.blocks import Row, Section, Table
from detente.report.dates import in_words
from detente.report.inlines import Inline, Line, Link, Text, line
from detente.report.material import Material
from detente.report.names import listed, quoted, sentence

__all__ = ["assumptions_section", "indicators_section"]


def indicators_section(material: Material) -> Section | None:
    """Return what to watch, or None where the case names no indicator."""
    if not material.case.indicators:
        return None
    head = ("What to watch", "By", "If seen, it speaks for", "Against", "Seen")
    rows = tuple(_indicator(material, id, i) for id, i in material.case.indicators.items())
    table = Table("Signposts that would change these judgements", head, rows)
    return Section("indicators", "What to watch", (table,))


def _indicator(material: Material, id: str, i: Indicator) -> Row:
    up = [_favoured(material, f) for f, way in i.favours.items() if way == "up"]
    down = [_favoured(material, f) for f, way in i.favours.items() if way == "down"]
    cells = (
        line(sentence(i.watch).rstrip("."), material.cites(i.because)),
        line(in_words(i.by)),
        line(listed(up)),
        line(listed(down)),
        line("yes" if i.seen else "not yet"),
    )
    return Row(cells, anchor("indicator", id))


def _favoured(material: Material, id: str) -> str:
    """Return the label of an outcome or a reading, of the latest model that has it.

    Readings among several come before a party's only one, which nobody would single out.
    """
    models = list(reversed(material.models))
    for m in models:
        if id in m.model.outcomes:
            return quoted(m.model.outcomes[id].label or id)
    found = [
        (
            len(p.readings) < 2,
            f"{material.words.whose(a)} reading {quoted(p.readings[id].label or id)}",
        )
        for m in models
        for a, p in m.model.preferences.items()
        if id in p.readings
    ]
    return min(found, key=lambda x: x[0])[1] if found else quoted(id)


def assumptions_section(material: Material) -> Section | None:
    """Return what is assumed, or None where the case states no assumption."""
    if not material.case.assumptions:
        return None
    head = ("Assumption", "Standing", "If it is wrong", "What would show it")
    rows = tuple(_assumption(material, id, a) for id, a in material.case.assumptions.items())
    table = Table("What the judgements assume, and what follows if it is wrong", head, rows)
    return Section("assumptions", "Assumptions", (table,))


def _assumption(material: Material, id: str, a: Assumption) -> Row:
    cells = (
        line(a.text.rstrip(". "), material.cites(a.because)),
        line(a.status),
        line(a.if_wrong),
        _watched(material, a),
    )
    return Row(cells, anchor("assumption", id))


def _watched(material: Material, a: Assumption) -> Line:
    parts: list[Inline] = []
    for id in a.watch:
        known = material.case.indicators.get(id)
        parts += [Text("; ")] if parts else []
        parts.append(Link(known.watch, anchor("indicator", id)) if known else Text(id))
    return tuple(parts)
