"""Figure: what two actors did to each other and together, over time, from conflict to cooperation.

Time runs to the right on an axis with breaks; a mark stands above the middle for cooperation and
below it for conflict. Hollow marks were only announced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from detente.case import Case
from detente.evidence.events import Happening
from detente.report.dates import in_words
from detente.report.figure import Figure
from detente.report.figures.broken import BrokenAxis, broken_axis
from detente.report.figures.palette import marks_of
from detente.report.figures.svg import LINE, Drawing, measure
from detente.report.names import capital, count

__all__ = ["events_figure"]

WIDTH, LEFT, TOP, HALF = 430.0, 32.0, 26.0, 130.0
APART = 10.5
Mark = tuple[str, str]
_HEAD = ("When", "Who", "What", "Score", "Status", "Rests on")


@dataclass(frozen=True)
class _Placed:
    """An event in its place."""

    event: Happening
    x: float
    y: float
    mark: Mark


def events_figure(
    case: Case, events: Iterable[Happening], first: str, second: str, *, key: str = "fig-events"
) -> Figure:
    """Return the figure of the scored events between two actors; those of hindsight are left out."""
    mine = sorted(
        (
            e
            for e in events
            if e.score is not None and e.status != "later" and _ours(e, first, second)
        ),
        key=lambda e: (e.date.start, e.date.end),
    )
    marks = marks_of({first: _colour(case, first), second: _colour(case, second)})
    look = {first: marks[first], second: marks[second], "": ("diamond", "black")}
    axis = broken_axis([_time(e) for e in mine], WIDTH - LEFT - 22)
    drawing = Drawing(key, WIDTH)
    _frame(drawing, axis)
    places = _places(mine, axis, look)
    for placed in places:
        _stem(drawing, placed)
    for placed in places:
        _draw(drawing, placed, _told(case, placed.event))
    names = (case.actor_name(first), case.actor_name(second))
    bottom = _legend(drawing, names, look, first, second)
    title = f"{names[0]} and {names[1]}: acts and joint events"
    takeaway = _takeaway(mine, names, first)
    svg = drawing.svg(title, takeaway, bottom)
    table = tuple(_row(case, e) for e in mine)
    return Figure(key, title, takeaway, svg, takeaway, _HEAD, table)


def _colour(case: Case, actor: str) -> str:
    return case.actors[actor].colour if actor in case.actors else ""


def _ours(event: Happening, first: str, second: str) -> bool:
    return {first, second} in ({event.by, event.on}, set(event.between))


def _time(event: Happening) -> float:
    """Return when an event happened, in years: the middle of what its date may mean, at most a year."""
    start, end = event.date.start, event.date.end
    days = min((end - start).days, 365) / 2
    return start.year + (start.timetuple().tm_yday - 1 + days) / 366


def _frame(drawing: Drawing, axis: BrokenAxis) -> None:
    drawing.text(0, 12, "Cooperation", 11, bold=True)
    for score in (10, 5, 0, -5, -10):
        y = _height(score)
        drawing.rule(y, LEFT, dashed=score != 0)
        drawing.text(
            LEFT - 6, y + 4, f"{score:+d}".replace("-", "−") if score else "0", 10.5, anchor="end"
        )
    drawing.text(0, _height(-10) + 22, "Conflict", 11, bold=True)
    for year in axis.ticks(30):
        x = LEFT + axis.at(year)
        drawing.text(x, _height(-10) + 38, str(year), 10.5, muted=True)
        drawing.parts.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_height(0) - 3:g}" y2="{_height(0) + 3:g}" '
            f'stroke="{LINE}" class="rule"/>'
        )
    for cut in axis.cuts:
        x, y = LEFT + cut, _height(0)
        drawing.parts.append(
            f'<path d="M{x - 5:.1f} {y + 6:g}l4 -12M{x + 1:.1f} {y + 6:g}l4 -12" fill="none" '
            f'stroke="#57606A" stroke-width="1.4" class="s-grey"/>'
        )


def _height(score: float) -> float:
    return TOP + HALF - HALF * score / 10


def _places(
    events: Sequence[Happening], axis: BrokenAxis, look: Mapping[str, Mark]
) -> list[_Placed]:
    """Return the marks in their places; one that would lie on another is moved aside, not far."""
    found: list[_Placed] = []
    for event in events:
        x, y = LEFT + axis.at(_time(event)), _height(event.score or 0)
        near = [p.x for p in found if abs(p.y - y) < APART - 2]
        free = [x, *(other + step for other in near for step in (-APART, APART))]
        x = next(
            place
            for place in sorted(free, key=lambda place: abs(place - x))
            if all(abs(place - other) >= APART - 0.01 for other in near)
        )
        found.append(_Placed(event, x, y, look[event.by if event.on else ""]))
    return found


def _stem(drawing: Drawing, placed: _Placed) -> None:
    drawing.parts.append(
        f'<line x1="{placed.x:.1f}" x2="{placed.x:.1f}" y1="{_height(0):g}" y2="{placed.y:.1f}" '
        f'stroke="{LINE}" class="rule"/>'
    )


def _draw(drawing: Drawing, placed: _Placed, told: str) -> None:
    x, y, (shape, colour) = placed.x, placed.y, placed.mark
    drawing.parts.append(
        f'<g tabindex="0" role="img" aria-label="{escape(told, quote=True)}">'
        f'<rect class="hit" x="{x - 12:.1f}" y="{y - 12:.1f}" width="24" height="24" fill="none" '
        f'pointer-events="all"/>'
    )
    drawing.mark(x, y, shape, 4.5, colour=colour, filled=placed.event.status != "expected")
    drawing.end()


def _told(case: Case, event: Happening) -> str:
    return (
        f"{in_words(event.date)}, {_who(case, event)}: {event.title}. Score {event.score:+g}"
        f"{', expected' if event.status == 'expected' else ''}."
    )


def _who(case: Case, event: Happening) -> str:
    if event.on:
        return f"{case.actor_name(event.by)} to {case.actor_name(event.on)}"
    return " and ".join(map(case.actor_name, event.between))


def _legend(
    drawing: Drawing, names: tuple[str, str], look: Mapping[str, Mark], first: str, second: str
) -> float:
    y = _height(-10) + 62
    signs = (
        (first, f"{names[0]} to {names[1]}"),
        (second, f"{names[1]} to {names[0]}"),
        ("", "together"),
    )
    x = LEFT
    for actor, text in signs:
        shape, colour = look[actor]
        drawing.mark(x + 5, y - 4, shape, 4.5, colour=colour)
        drawing.text(x + 14, y, text, 10.5)
        x += 28 + measure(text, 10.5)
    drawing.text(LEFT, y + 16, "hollow: only expected · //: years left out", 10.5)
    return y + 24


def _takeaway(events: Sequence[Happening], names: tuple[str, str], first: str) -> str:
    past = [e for e in events if e.status == "past"]
    kinds = {
        f"by {names[0]}": [e for e in past if e.on and e.by == first],
        f"by {names[1]}": [e for e in past if e.on and e.by != first],
        "together": [e for e in past if not e.on],
    }
    said = [
        f"{count(len(found), 'event')} {kind} (mean {sum(e.score or 0 for e in found) / len(found):+.1f})"
        for kind, found in kinds.items()
        if found
    ]
    if len(past) < len(events):
        said.append(f"{count(len(events) - len(past), 'event')} only expected")
    return f"{capital('; '.join(said))}." if said else "No scored events."


def _row(case: Case, event: Happening) -> tuple[str, ...]:
    rests = ", ".join(str(r) for r in event.because)
    status = {"past": "happened"}.get(event.status, event.status)
    score = f"{event.score:+g}" if event.score else "0"
    return (in_words(event.date), _who(case, event), event.title, score, status, rests)
