"""Figure: models by date, and under which stability concepts what was done holds, alone or not."""

from __future__ import annotations

from detente.report.dates import in_words
from detente.report.figure import Figure
from detente.report.figures.svg import Drawing, wrapped
from detente.report.material import Material
from detente.report.names import count, listed, number
from detente.report.words import concepts_listed
from detente.stability import CONCEPTS
from detente.stability.assessment import ModelAssessment

__all__ = ["holding_figure"]

WIDTH, LABEL, TITLE, SMALL = 364.0, 160.0, 12.5, 10.5


def holding_figure(material: Material) -> Figure:
    """Return the figure; its rows are models, the latest first."""
    models = list(reversed(material.models))
    concepts = models[0].concepts
    title = "What holds at each date" if len(models) > 1 else "Whether today's state holds"
    takeaway = _takeaway(models)
    drawing = Drawing("fig-holding", WIDTH)
    y = _head(drawing, concepts)
    for m in models:
        y = _row(drawing, material, m, y)
    y = _legend(drawing, models, y)
    rows = tuple(
        (*_named(material, m), _today(material, m), *(_cell(m, c) for c in concepts))
        for m in models
    )
    first = ("Model", "What was done") if material.many else ("What is done",)
    head = (*first, *(CONCEPTS[c].key.upper() for c in concepts))
    svg = drawing.svg(title, takeaway, y)
    return Figure("fig-holding", title, takeaway, svg, takeaway, head, rows)


def _takeaway(models: list[ModelAssessment]) -> str:
    concepts = models[0].concepts
    every = [c for c in concepts if all(m.holds[c] for m in models)]
    sole = [c for c in concepts if all(c in m.sole for m in models)]
    where = "In every model what was done" if len(models) > 1 else "What is done today"
    if not every:
        firm = sum(any(m.holds.values()) for m in models)
        if len(models) == 1:
            return "What is done today holds under no stability concept."
        return f"What was done holds under some concept in {number(firm)} of {count(len(models), 'model')}."
    if len(every) == len(concepts):
        under = f"all {number(len(every))} concepts" if len(every) > 1 else concepts_listed(every)
    else:
        under = concepts_listed(every)
    alone = f", and is the only state that does under {concepts_listed(sole)}" if sole else ""
    return f"{where} holds under {under}{alone}."


def _named(material: Material, m: ModelAssessment) -> tuple[str, ...]:
    return (material.words.model_title(m.id),) if material.many else ()


def _today(material: Material, m: ModelAssessment) -> str:
    labels = [p.label for p in m.prospects if p.today]
    return listed(labels) if labels else "no named outcome"


def _cell(m: ModelAssessment, concept: str) -> str:
    others = len(m.equilibria[concept]) - m.holds[concept]
    if not m.holds[concept]:
        return "does not hold"
    return (
        "holds alone"
        if not others
        else f"holds, as {'does' if others == 1 else 'do'} {others} more"
    )


def _columns(concepts: tuple[str, ...]) -> list[float]:
    step = (WIDTH - LABEL) / max(len(concepts), 1)
    return [LABEL + step * (i + 0.5) for i in range(len(concepts))]


def _head(drawing: Drawing, concepts: tuple[str, ...]) -> float:
    for x, concept in zip(_columns(concepts), concepts, strict=True):
        drawing.text(x, 16, concept.upper(), 11, anchor="middle", bold=True)
    drawing.rule(26)
    return 26


def _row(drawing: Drawing, material: Material, m: ModelAssessment, y: float) -> float:
    name = material.words.model_title(m.id) if material.many else _today(material, m)
    date = in_words(m.model.as_of)
    titles = wrapped(name, LABEL - 10, TITLE, 2 if material.many else 4, bold=True)
    told = date in name or name in date
    small = [] if told else wrapped(date, LABEL - 10, SMALL, 1)
    small += wrapped(_today(material, m), LABEL - 10, SMALL, 4) if material.many else []
    height = max(12 + 15 * len(titles) + 13 * len(small), 46)
    cells = [f"{CONCEPTS[c].name}: {_cell(m, c)}" for c in m.concepts]
    drawing.begin(f"{name}. {_today(material, m)}. {'; '.join(cells)}.", y, height)
    at = y + 17
    for words in titles:
        drawing.text(0, at, words, TITLE, bold=True)
        at += 15
    for words in small:
        drawing.text(0, at - 1, words, SMALL, muted=True)
        at += 13
    for x, concept in zip(_columns(m.concepts), m.concepts, strict=True):
        _mark(drawing, m, concept, x, y + 19)
    drawing.end()
    drawing.rule(y + height)
    return y + height


def _mark(drawing: Drawing, m: ModelAssessment, concept: str, x: float, y: float) -> None:
    others = len(m.equilibria[concept]) - m.holds[concept]
    if not m.holds[concept]:
        drawing.mark(x, y, "x", 6, colour="vermillion", filled=False)
    else:
        drawing.mark(x, y, colour="blue", filled=not others)
        if others:
            drawing.text(x, y + 19, f"+{others}", SMALL, anchor="middle", muted=True)


def _legend(drawing: Drawing, models: list[ModelAssessment], y: float) -> float:
    cells = {_cell(m, c) for m in models for c in m.concepts}
    rows = [("circle", True, "holds, and nothing else does", "holds alone" in cells)]
    beside = any("more" in c for c in cells)
    rows.append(("circle", False, "holds beside other states (+n)", beside))
    rows.append(("x", False, "does not hold", "does not hold" in cells))
    for shape, filled, meaning, shown in rows:
        if shown:
            colour = "vermillion" if shape == "x" else "blue"
            drawing.mark(8, y + 17, shape, 6, colour=colour, filled=filled)
            drawing.text(20, y + 21, meaning, 11)
            y += 19
    return y + 12
