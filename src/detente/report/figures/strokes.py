"""Strokes of a drawing: lines and arrows that tell the parties apart without colour, and boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.report.figures.palette import COLOURS
from detente.report.figures.svg import Drawing
from detente.report.scene import Scene

__all__ = ["DASHED", "Look", "box", "end", "looks", "stroke"]

DASHES = ("", "7 3", "2 3", "9 3 2 3", "5 2 1 2", "1 4", "12 4", "4 4")
DASHED = "3 2"


@dataclass(frozen=True)
class Look:
    """How the lines of a party look: the mark at their ends, colour and dashes; and its name."""

    shape: str
    colour: str
    dash: str
    name: str


def looks(scene: Scene, marks: Mapping[str, tuple[str, str]]) -> dict[str, Look]:
    """Return the look of each decision maker, from the shape and the colour of each."""
    return {
        actor: Look(*marks[actor], DASHES[n % len(DASHES)], scene.words.actor(actor, start=True))
        for n, actor in enumerate(scene.deciders)
    }


def stroke(drawing: Drawing, path: str, look: Look) -> None:
    """Draw a line of a party; `path` is its course in SVG."""
    drawing.parts.append(
        f'<path d="{path}" fill="none" stroke="{COLOURS[look.colour]}" class="s-{look.colour}" '
        f'stroke-width="1.7"{_dashes(look.dash)}/>'
    )


def end(drawing: Drawing, x: float, y: float, look: Look) -> None:
    """Draw the mark of a party and the head of its arrow, which points to x."""
    drawing.mark(x - 15, y, look.shape, 4.5, colour=look.colour)
    drawing.parts.append(
        f'<path d="M{x:g} {y:g}l-8 -4v8Z" fill="{COLOURS[look.colour]}" class="c-{look.colour}"/>'
    )


def box(drawing: Drawing, x: float, y: float, width: float, height: float, dash: str = "") -> None:
    """Draw the outline of a box with round corners."""
    drawing.parts.append(
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="5" fill="none" '
        f'stroke="{COLOURS["black"]}" class="s-black" stroke-width="1.4"{_dashes(dash)}/>'
    )


def _dashes(dash: str) -> str:
    return f' stroke-dasharray="{dash}"' if dash else ""
