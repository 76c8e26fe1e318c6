"""Figure: how often things came true against what was said, by forecaster.

Along the bottom what was said, upwards the share that came true; on the diagonal both are equal. A
stretch of forecasts that isotonic regression pools is a level line, with a mark in its middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from detente.errors import UsageError
from detente.forecast.scores.card import FEW, Card, Score
from detente.forecast.scores.reliability import Level
from detente.report.figure import Figure
from detente.report.figures.palette import COLOURS, marks_of
from detente.report.figures.svg import LINE, Drawing, measure
from detente.report.forecasting import percent
from detente.report.names import count

__all__ = ["reliability_figure", "said"]

LEFT, TOP, SIDE = 52.0, 26.0, 300.0
WIDTH = LEFT + SIDE + 18
_HEAD = ("Forecaster", "Said", "Came true", "Questions")


def said(level: Level) -> str:
    """Return the forecasts of a level in print.

    >>> said(Level(0.1, 0.25, 0.2, 9))
    '10 % to 25 %'
    """
    first, last = percent(level.low), percent(level.high)
    return first if first == last else f"{first} to {last}"


def reliability_figure(card: Card, *, key: str = "fig-reliability") -> Figure:
    """Return the reliability diagram of a score card.

    Raises `UsageError` where nobody answered 50 questions.
    """
    drawn = [s for s in card.scores if s.reliability is not None]
    if not drawn:
        raise UsageError(f"reliability is drawn from {FEW} questions on", found=card.questions)
    marks = marks_of({s.forecaster: "" for s in drawn})
    drawing = Drawing(key, WIDTH)
    _frame(drawing)
    for score in drawn:
        for level in _levels(score):
            _draw(drawing, score.forecaster, level, *marks[score.forecaster])
    bottom = _legend(drawing, marks)
    title = "What was said, and how often it came true"
    takeaway = f"{count(card.questions, 'question')}. {' '.join(map(_told, drawn))}"
    table = tuple(
        (s.forecaster, said(v), percent(v.came_true), str(v.count))
        for s in drawn
        for v in _levels(s)
    )
    return Figure(
        key, title, takeaway, drawing.svg(title, takeaway, bottom), takeaway, _HEAD, table
    )


def _levels(score: Score) -> Sequence[Level]:
    return score.reliability.levels if score.reliability else ()


def _told(score: Score) -> str:
    r = score.reliability
    assert r is not None
    return (
        f"{score.forecaster}: Brier score {r.score:.3f}, of which {abs(r.miscalibration):.3f} "
        "is miscalibration."
    )


def _at(share: float) -> float:
    return LEFT + SIDE * share


def _up(share: float) -> float:
    return TOP + SIDE * (1 - share)


def _frame(drawing: Drawing) -> None:
    drawing.text(0, 12, "Came true", 11, bold=True)
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        drawing.rule(_up(share), LEFT, dashed=share > 0)
        drawing.text(LEFT - 6, _up(share) + 4, percent(share), 10.5, anchor="end")
        drawing.text(_at(share), TOP + SIDE + 16, percent(share), 10.5, anchor="middle")
    drawing.text(_at(0.5), TOP + SIDE + 34, "Said", 11, anchor="middle", bold=True)
    drawing.parts.append(
        f'<line x1="{_at(0):g}" y1="{_up(0):g}" x2="{_at(1):g}" y2="{_up(1):g}" stroke="{LINE}" '
        'class="rule"/>'
    )


def _draw(drawing: Drawing, name: str, level: Level, shape: str, colour: str) -> None:
    x, y = _at((level.low + level.high) / 2), _up(level.came_true)
    told = (
        f"{name} said {said(level)}: {percent(level.came_true)} of "
        f"{count(level.count, 'question')} came true."
    )
    drawing.parts.append(
        f'<g tabindex="0" role="img" aria-label="{escape(told, quote=True)}">'
        f'<rect class="hit" x="{x - 12:.1f}" y="{y - 12:.1f}" width="24" height="24" fill="none" '
        f'pointer-events="all"/>'
        f'<line x1="{_at(level.low):.1f}" x2="{_at(level.high):.1f}" y1="{y:.1f}" y2="{y:.1f}" '
        f'stroke="{COLOURS[colour]}" stroke-width="1.6" class="s-{colour}"/>'
    )
    drawing.mark(round(x, 1), round(y, 1), shape, 4.5, colour=colour)
    drawing.end()


def _legend(drawing: Drawing, marks: dict[str, tuple[str, str]]) -> float:
    x, y = LEFT, TOP + SIDE + 56
    for name, (shape, colour) in marks.items():
        wide = 28 + measure(name, 10.5)
        if x > LEFT and x + wide > WIDTH:
            x, y = LEFT, y + 16
        drawing.mark(x + 5, y - 4, shape, 4.5, colour=colour)
        drawing.text(x + 14, y, name, 10.5)
        x += wide
    return y + 12
