"""Figure: how far single changes move the share of runs with an event, the farthest on top.

A line marks the share of the runs as they are. From it a bar goes to the share under each change; a
change that swaps runs and leaves the share where it is has a mark on the line.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.errors import UsageError
from detente.forecast.sensitivity import Swing
from detente.report.figure import Figure
from detente.report.figures.palette import COLOURS
from detente.report.figures.svg import INK, Drawing, wrapped
from detente.report.forecasting import percent
from detente.report.names import count

__all__ = ["change_of", "tornado_figure"]

LEFT, TOP, SPAN, RIGHT = 250.0, 34.0, 280.0, 46.0
ROW, BAR, SMALL = 32.0, 12.0, 10.5
MOST = 20
"""So many changes are drawn at most; the table names them all."""
_HEAD = ("Change", "Share of runs before", "After", "Runs that differ")
_CHANGES = {
    "shock": "without the shock {}",
    "reading": "{} for certain",
    "mechanism": "without the mechanism {}",
    "statement": "with the reverse of {}",
}


def change_of(swing: Swing) -> str:
    """Return in words what was changed.

    >>> change_of(Swing("shock", "storm", 0.5, 0.2, 0.3))
    'without the shock storm'
    """
    return _CHANGES[swing.kind].format(swing.what)


def tornado_figure(
    label: str, found: Sequence[Swing], runs: int, *, key: str = "fig-tornado"
) -> Figure:
    """Return the figure of what moves an event, by its label; changes that move no run are left out.

    Raises `UsageError` where no change moves a run.
    """
    moving = [s for s in found if s.changed]
    if not moving:
        raise UsageError("no change moves a run, so there is nothing to draw", found=label)
    drawing = Drawing(key, LEFT + SPAN + RIGHT)
    _axis(drawing, moving[0].before, min(len(moving), MOST))
    for k, swing in enumerate(moving[:MOST]):
        _bar(drawing, swing, TOP + ROW * k)
    y = TOP + ROW * min(len(moving), MOST) + 34
    if len(moving) > MOST:
        drawing.text(0, y, f"… and {len(moving) - MOST} more in the table", SMALL, muted=True)
    title = f"What moves “{label}”"
    takeaway = (
        f"{percent(moving[0].before)} of {count(runs, 'run')} have it. Farthest moved "
        f"{change_of(moving[0])}: to {percent(moving[0].after)}."
    )
    table = tuple(
        (change_of(s), percent(s.before), percent(s.after), percent(s.changed)) for s in moving
    )
    return Figure(
        key, title, takeaway, drawing.svg(title, takeaway, y + 10), takeaway, _HEAD, table
    )


def _at(share: float) -> float:
    return round(LEFT + SPAN * share, 1)


def _axis(drawing: Drawing, before: float, rows: int) -> None:
    bottom = TOP + ROW * rows
    drawing.text(_at(0.5), 12, "Share of runs", 11, anchor="middle", bold=True)
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        drawing.text(_at(share), bottom + 16, percent(share), SMALL, anchor="middle")
    drawing.rule(bottom, LEFT)
    drawing.parts.append(
        f'<line x1="{_at(before):g}" x2="{_at(before):g}" y1="{TOP - 6:g}" y2="{bottom:g}" '
        f'stroke="{INK}" class="rule"/>'
    )
    drawing.text(_at(before), TOP - 9, f"as it is {percent(before)}", SMALL, anchor="middle")


def _bar(drawing: Drawing, swing: Swing, y: float) -> None:
    what = change_of(swing)
    told = f"{what}: from {percent(swing.before)} to {percent(swing.after)}"
    drawing.begin(f"{told}; {percent(swing.changed)} of runs differ.", y, ROW)
    lines = wrapped(what, LEFT - 12, SMALL, most=2)
    for k, line in enumerate(lines):
        drawing.text(0, y + ROW / 2 + 4 + 12 * k - 6 * (len(lines) - 1), line, SMALL)
    low, high = sorted((_at(swing.before), _at(swing.after)))
    colour, middle = ("blue" if swing.by >= 0 else "vermillion"), y + ROW / 2
    if swing.by:
        drawing.parts.append(
            f'<rect x="{low:g}" y="{middle - BAR / 2:g}" width="{high - low:.1f}" height="{BAR:g}" '
            f'fill="{COLOURS[colour]}" class="c-{colour}"/>'
        )
    else:
        drawing.mark(low, middle, "diamond", 4)
    drawing.text(high + (4 if swing.by else 8), middle + 4, percent(swing.after), SMALL)
    drawing.end()
