"""Figure: outcomes that do not hold by parties, and how many changes each party alone would need."""

from __future__ import annotations

from detente.judgement.concern import aim_of
from detente.report.figure import Figure
from detente.report.figures.svg import Drawing, measure, wrapped
from detente.report.material import Material
from detente.report.names import capital, count, number
from detente.stability.assessment import ModelAssessment, Prospect
from detente.stability.unlock import Unlocking

__all__ = ["parties_figure"]

LABEL, COLUMN, SIZE = 160.0, 34.0, 11.0


def parties_figure(material: Material) -> Figure | None:
    """Return the figure, the latest model first; None where every named outcome holds."""
    found = [(m, p) for m in reversed(material.models) for p in m.prospects if p.unlocking]
    if not found:
        return None
    title, takeaway = "Who would have to change", _takeaway(material, found)
    parties = material.deciders
    drawing = Drawing("fig-parties", LABEL + COLUMN * max(len(parties), 6))
    y, last = _head(drawing, material), ""
    for m, p in found:
        if m.id != last and material.many:
            y = _model(drawing, material, m, y)
        last = m.id
        y = _row(drawing, material, m, p, y)
    y = _legend(drawing, y)
    names = (material.case.actor_name(a) for a in parties)
    head = (*(("Model",) if material.many else ()), "Outcome", *names)
    rows = tuple(
        (*_named(material, m), _label(m, p), *(_cell(m, p, a) for a in parties)) for m, p in found
    )
    svg = drawing.svg(title, takeaway, y)
    return Figure("fig-parties", title, takeaway, svg, takeaway, head, rows)


def _takeaway(material: Material, every: list[tuple[ModelAssessment, Prospect]]) -> str:
    asked = [(m, p) for m, p in every if p.outcome == aim_of(m.model)]
    found = asked or every
    able = {
        a: sum(p.alone[a].edits is not None for _, p in found if a in p.alone)
        for a in material.deciders
    }
    most = max(able.values())
    what = "outcome asked about" if asked else "outcome that does not hold"
    many = "outcomes asked about" if asked else "outcomes that do not hold"
    total = count(len(found), what, many)
    if not most:
        return f"No party alone could bring about any of the {total}."
    top = [a for a, n in able.items() if n == most]
    who = capital(material.words.actors(top))
    of = f"the {what}" if len(found) == 1 else f"{number(most)} of the {total}"
    own = "its own" if len(top) == 1 else "their own"
    could = "alone could" if len(top) == 1 else "could each alone"
    return f"{who} {could} unlock {of}, by changing {own} priorities."


def _named(material: Material, m: ModelAssessment) -> tuple[str, ...]:
    return (material.words.model_title(m.id),) if material.many else ()


def _label(m: ModelAssessment, p: Prospect) -> str:
    return f"{p.label} (asked about)" if p.outcome == aim_of(m.model) else p.label


def _cell(m: ModelAssessment, p: Prospect, actor: str) -> str:
    found = p.alone.get(actor)
    if found is None:
        return "no part in this model"
    if found.edits is not None:
        return count(found.edits, "change")
    if found.complete:
        return f"cannot with up to {found.at_most}"
    return f"not with fewer than {found.proven_below}"


def _head(drawing: Drawing, material: Material) -> float:
    names = [material.case.actor_name(a) for a in material.deciders]
    tall = min(max(measure(n, SIZE) for n in names), 130.0)
    for i, (actor, name) in enumerate(zip(material.deciders, names, strict=True)):
        x = LABEL + COLUMN * (i + 0.5)
        shape, colour = material.marks[actor]
        drawing.text(x + 4, tall + 4, wrapped(name, 130, SIZE, 1)[0], SIZE, upright=True)
        drawing.mark(x, tall + 17, shape, 6, colour=colour)
    drawing.rule(tall + 29)
    return tall + 29


def _model(drawing: Drawing, material: Material, m: ModelAssessment, y: float) -> float:
    lines = wrapped(material.words.model_title(m.id), drawing.width - 4, 12, 2, bold=True)
    for n, words in enumerate(lines):
        drawing.text(0, y + 18 + 15 * n, words, 12, bold=True)
    return y + 10 + 15 * len(lines)


def _row(drawing: Drawing, material: Material, m: ModelAssessment, p: Prospect, y: float) -> float:
    asked = p.outcome == aim_of(m.model)
    lines = wrapped(f"▸ {p.label}" if asked else p.label, LABEL - 10, SIZE, 4, bold=asked)
    height = max(14.0 * len(lines) + 10, 30.0)
    cells = [f"{material.case.actor_name(a)}: {_cell(m, p, a)}" for a in p.alone]
    name = material.words.model_title(m.id)
    drawing.begin(f"{name}, {_label(m, p)}. {'; '.join(cells)}.", y, height)
    for n, words in enumerate(lines):
        drawing.text(0, y + 18 + 14 * n, words, SIZE, bold=asked)
    for i, actor in enumerate(material.deciders):
        if actor in p.alone:
            _mark(drawing, material, p, actor, LABEL + COLUMN * (i + 0.5), y + 15)
    drawing.end()
    drawing.rule(y + height, dashed=True)
    return y + height


def _mark(
    drawing: Drawing, material: Material, p: Prospect, actor: str, x: float, y: float
) -> None:
    found: Unlocking = p.alone[actor]
    if found.edits is None:
        drawing.text(x, y + 4, "–" if found.complete else "?", 12, anchor="middle", muted=True)
        return
    shape, colour = material.marks[actor]
    drawing.mark(x - 6, y, shape, 6.5, colour=colour)
    drawing.text(x + 8, y + 4.5, str(found.edits), 13, anchor="middle", bold=True)


def _legend(drawing: Drawing, y: float) -> float:
    rows = [
        ("1, 2", "changes that this party alone would need"),
        ("–", "proven: no change of its own is enough"),
    ]
    if any(">?<" in part for part in drawing.parts):
        rows.append(("?", "the search was stopped"))
    if any("▸" in part for part in drawing.parts):
        rows.append(("▸", "the outcome asked about"))
    for n, (sign, meaning) in enumerate(rows):
        drawing.text(13, y + 20 + 17 * n, sign, 11, anchor="middle", bold=True)
        drawing.text(32, y + 20 + 17 * n, meaning, 11)
    return y + 14 + 17 * len(rows) + 4
