"""Figure: where a conflict can go from a state, in layers by the number of moves, and where it stops.

States are rows under a heading for each number of moves. The moves of one party from one state are one
line beside the rows, with an arrow to each state that it leads to. Only the last moves of shortest
walks are drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.report.evolving import (
    HEAD,
    Held,
    Shown,
    left_out,
    shown_states,
    takeaway_of,
    title_of,
)
from detente.report.figure import Figure
from detente.report.figures.lanes import lanes
from detente.report.figures.strokes import DASHED, Look, box, end, looks, stroke
from detente.report.figures.svg import Drawing, wrapped
from detente.report.names import count
from detente.report.scene import Scene
from detente.stability.evolution import Evolution
from detente.stability.graph import State

__all__ = ["evolution_figure"]

WIDTH, LANE, ARROW, BOX, PORT = 364.0, 11.0, 28.0, 22.0, 11.0
TEXT = 210.0
"""What a box and its words need at least; many lines beside them make the drawing wider."""
NAME, SMALL = 11.5, 10.5
Line = tuple[int, str]
"""The moves of one party from one state: the state's number in the drawing, and the party."""
Marks = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class _Row:
    """A state in its place: the top of its row, its height, and the lines that meet its box."""

    shown: Shown
    y: float
    height: float
    ports: tuple[Line, ...]

    @property
    def box(self) -> float:
        """The height of the box."""
        return max(BOX, PORT * len(self.ports))

    def port(self, line: Line) -> float:
        """Return where a line meets the box; those that arrive are above those that leave."""
        slack = self.box - PORT * len(self.ports)
        return self.y + 5 + slack / 2 + PORT * (self.ports.index(line) + 0.5)


def evolution_figure(
    scene: Scene,
    evolution: Evolution[State],
    held: Held,
    marks: Marks,
    *,
    first: Sequence[int] = (),
    key: str = "fig-evolution",
    titled: bool = False,
) -> Figure:
    """Return the figure of an evolution.

    `held` gives the concepts under which states are equilibria, `marks` the shape and the colour of
    each party, `first` the numbers of the states to draw if not all can be. With `titled`, title and
    takeaway stand in the drawing.
    """
    states = shown_states(scene, evolution, held, first)
    title, takeaway = title_of(scene, evolution), takeaway_of(scene, evolution)
    places, look = _lanes(states), looks(scene, marks)
    left = 6 + (LANE * (max(places.values()) + 1) + ARROW if places else 0)
    drawing = Drawing(key, max(WIDTH, left + TEXT))
    y = _heading(drawing, title, takeaway) if titled else 0.0
    rows, y = _rows(drawing, states, places, left, y)
    for line, lane in places.items():
        _arrows(drawing, rows, line, left - ARROW - LANE * (lane + 0.5), left, look[line[1]])
    for row in rows.values():
        _state(drawing, row, left)
    y = _legend(drawing, states, look, y)
    y = _said(drawing, left_out(evolution, states), y)
    table = tuple(s.cells for s in states)
    return Figure(key, title, takeaway, drawing.svg(title, takeaway, y), takeaway, HEAD, table)


def _lanes(states: Sequence[Shown]) -> dict[Line, int]:
    spans: dict[Line, list[int]] = {}
    for shown in states:
        for line in shown.sources:
            spans.setdefault(line, [line[0]]).append(shown.number)
    return lanes(spans)


def _heading(drawing: Drawing, title: str, takeaway: str) -> float:
    y = 0.0
    for text, size, bold in ((title, 13.0, True), (takeaway, 11.0, False)):
        for words in wrapped(text, drawing.width, size, 6, bold=bold):
            y += size + 4
            drawing.text(0, y, words, size, bold=bold, muted=not bold)
        y += 3
    drawing.rule(y + 6)
    return y + 12


# Rows ---------------------------------------------------------------------------------------


def _rows(
    drawing: Drawing,
    states: Sequence[Shown],
    places: Mapping[Line, int],
    left: float,
    y: float,
) -> tuple[dict[int, _Row], float]:
    """Return the rows by number, below a heading for each number of moves, and where they end.

    Lines that arrive come first, the nearest on top; lines that leave last, the nearest below: so no
    line crosses another of its own box.
    """
    rows, moves = dict[int, _Row](), 0
    for shown in states:
        if shown.found.moves != moves:
            moves = shown.found.moves
            drawing.rule(y + 4, dashed=True)
            drawing.text(left, y + 19, f"After {count(moves, 'move')}", SMALL, muted=True)
            y += 25
        arrive = sorted(shown.sources, key=lambda line: places[line])
        leave = sorted((x for x in places if x[0] == shown.number), key=lambda x: -places[x])
        row = _Row(shown, y, 0, (*arrive, *leave))
        height = max(row.box + 12, 14.0 * len(_texts(drawing, shown, left)) + 10)
        rows[shown.number] = _Row(shown, y, height, row.ports)
        y += height
    return rows, y


def _texts(drawing: Drawing, shown: Shown, left: float) -> list[tuple[str, float, bool, bool]]:
    """Return the lines of text of a row: words, size, bold, muted."""
    width = drawing.width - left - BOX - 10
    return [
        *((t, NAME, True, False) for t in wrapped(shown.name, width, NAME, 3, bold=True)),
        *((t, SMALL, False, False) for c in shown.changes for t in wrapped(c, width, SMALL, 2)),
        *((t, SMALL, False, True) for t in wrapped(shown.status, width, SMALL, 4)),
    ]


def _state(drawing: Drawing, row: _Row, left: float) -> None:
    shown = row.shown
    came = f"Last move: {shown.came}" if shown.came else ""
    said = [f"{shown.number}. {shown.name}", *shown.changes, shown.status, came]
    drawing.begin(". ".join(s for s in said if s) + ".", row.y, row.height)
    if shown.found.stops or shown.held:
        dash = "" if shown.found.stops else DASHED
        box(drawing, left - 3, row.y + 2, BOX + 6, row.box + 6, dash)
    box(drawing, left, row.y + 5, BOX, row.box)
    middle = row.y + 5 + row.box / 2 + 4
    drawing.text(left + BOX / 2, middle, str(shown.number), NAME, anchor="middle", bold=True)
    for n, (text, size, bold, muted) in enumerate(_texts(drawing, shown, left)):
        drawing.text(left + BOX + 10, row.y + 18 + 14 * n, text, size, bold=bold, muted=muted)
    drawing.end()


# Lines --------------------------------------------------------------------------------------


def _arrows(
    drawing: Drawing, rows: Mapping[int, _Row], line: Line, x: float, left: float, look: Look
) -> None:
    """Draw one line from its state down its lane, with an arrow to each state it leads to."""
    start = rows[line[0]].port(line)
    ends = [row.port(line) for row in rows.values() if line in row.shown.sources]
    stroke(drawing, f"M{left:g} {start:g}H{x:g}V{ends[-1]:g}H{left - 10:g}", look)
    for y in ends[:-1]:
        stroke(drawing, f"M{x:g} {y:g}H{left - 10:g}", look)
    for y in ends:
        end(drawing, left - 4, y, look)


# Below --------------------------------------------------------------------------------------


def _legend(drawing: Drawing, states: Sequence[Shown], look: Mapping[str, Look], y: float) -> float:
    drawing.rule(y + 6)
    y += 8
    moving = {actor for s in states for _, actor in s.sources}
    for actor in (a for a in look if a in moving):
        y += 18
        stroke(drawing, f"M0 {y - 4:g}H34", look[actor])
        end(drawing, 42, y - 4, look[actor])
        drawing.text(52, y, f"{look[actor].name} moves", SMALL)
    stops = any(s.found.stops for s in states)
    holds = any(s.held and not s.found.stops for s in states)
    for shown, dash, said in (
        (stops, "", "it can stop here: nobody gains by a move"),
        (holds, DASHED, "holds for those who look further than one move"),
    ):
        if shown:
            y += 20
            box(drawing, 14, y - 13, 18, 18, dash)
            box(drawing, 17, y - 10, 12, 12)
            drawing.text(52, y, said, SMALL)
    if any(s.changes for s in states):
        y += 18
        drawing.text(23, y, "+ −", NAME, anchor="middle", bold=True)
        drawing.text(52, y, "taken up, given up, against the first state", SMALL)
    return y + 8


def _said(drawing: Drawing, text: str, y: float) -> float:
    for words in wrapped(text, drawing.width, SMALL, 6) if text else ():
        y += 14
        drawing.text(0, y, words, SMALL, muted=True)
    return y + 6
