"""The strokes of a causal network: heads of columns, lines with their signs, boxes, the legend."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from html import escape

from detente.influence.network import Link
from detente.report.figures.network_layout import BOX, LINES, SIZE, Scene, course
from detente.report.figures.palette import COLOURS
from detente.report.figures.svg import LINE, Drawing, measure
from detente.report.names import capital, listed

__all__ = ["SAYS", "draw_box", "draw_heads", "draw_legend", "draw_line"]

HUES = {1: "blue", -1: "vermillion"}
LETTERS = {"intended": "i", "view": "v", "hypothesis": "h", "bridge": "b"}
HEADS = {"force": "Outside forces", "state": "States of affairs", "outcome": "Outcomes"}
SAYS = {"up": "rises", "down": "falls", "ambiguous": "pulled both ways", "pushed": "pushed"}
"""What a pulse does to a node, in words."""


def draw_heads(drawing: Drawing, scene: Scene) -> float:
    """Write the name of each kind over its first column."""
    seen: set[str] = set()
    for node in sorted(scene.nodes, key=lambda n: scene.placed.columns[n]):
        kind = scene.network.kinds[node]
        if kind not in seen:
            seen.add(kind)
            drawing.text(scene.left(scene.placed.columns[node]), 14, HEADS[kind], 12, bold=True)
    return 28.0


def draw_line(drawing: Drawing, scene: Scene, k: int, link: Link, head: float) -> None:
    """Draw the link of this number: its line, its tip, and a note on status and dispute."""
    points = course(scene, k, link, head)
    hue = HUES[link.sign]
    dash = "" if link.sign > 0 else ' stroke-dasharray="5 3"'
    drawing.parts.append(
        f'<path d="{_curve(points)}" fill="none" stroke="{COLOURS[hue]}" class="s-{hue}" '
        f'stroke-width="1.3" opacity=".75"{dash}/>'
    )
    (x0, _), (x, y) = points[-2], points[-1]
    way = 1 if x > x0 else -1
    tip = (
        f"M{x:.1f} {y:.1f}l{-7 * way} -3.5v7Z"
        if link.sign > 0
        else f"M{x - 3 * way:.1f} {y - 5:.1f}v10"
    )
    drawing.parts.append(
        f'<path d="{tip}" fill="{COLOURS[hue]}" stroke="{COLOURS[hue]}" class="c-{hue} s-{hue}" '
        f'stroke-width="{1 if link.sign > 0 else 2.4}"/>'
    )
    note = LETTERS.get(link.edge.status, "") + ("≠" if link.id in scene.contested else "")
    if note:
        _note(drawing, scene, points, note)


def _note(drawing: Drawing, scene: Scene, points: Sequence[tuple[float, float]], note: str) -> None:
    """Write a note beside a line, where no other note stands."""
    (x1, y1), (x2, y2) = points[0], points[1]
    x, y = (x1 + x2) / 2, (y1 + y2) / 2 - 2
    while any(abs(x - a) < 16 and abs(y - b) < 10 for a, b in scene.notes):
        y += 10
    scene.notes.append((x, y))
    drawing.text(x, y, note, 9, anchor="middle", muted=True)


def _curve(points: Sequence[tuple[float, float]]) -> str:
    text = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        middle = (x0 + x1) / 2
        text += f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
    return text


def draw_box(drawing: Drawing, scene: Scene, node: int, head: float) -> None:
    """Draw a node as a box that can be reached by keyboard and tells of its links."""
    x, y = scene.left(scene.placed.columns[node]), head + scene.placed.tops[node]
    height, way = scene.height(node), scene.ways.get(node, "")
    drawing.parts.append(
        f'<g tabindex="0" role="img" aria-label="{escape(_told(scene, node), quote=True)}">'
        f'<rect class="paper hit" x="{x:g}" y="{y:.1f}" width="{BOX:g}" height="{height:g}" rx="4" '
        f'fill="#FFFFFF" stroke="{LINE if not way else COLOURS["black"]}" '
        f'stroke-width="{2.4 if way == "pushed" else 1.2}"/>'
    )
    for n, text in enumerate(scene.texts[node]):
        drawing.text(x + 7, y + 16 + LINES * n, text, SIZE)
    if way:
        sign = {"up": "▲", "down": "▼", "ambiguous": "◆", "pushed": "●"}[way]
        drawing.text(x + BOX - 3, y + 11, sign, 9, anchor="end", bold=True)
    drawing.end()


def _told(scene: Scene, node: int) -> str:
    name, network = capital(scene.name(node)), scene.network
    way = f", {SAYS[scene.ways[node]]}" if node in scene.ways else ""
    parts = [f"{name} [{network.nodes[node]}]{way}."]
    for title, mine in (
        ("Acted on by", [k for k in scene.links if k.effect == node]),
        ("Acts on", [k for k in scene.links if k.cause == node]),
    ):
        ends = [
            f"{scene.name(k.cause if k.effect == node else k.effect)} "
            f"({'raises' if k.sign > 0 else 'lowers'}, {k.id})"
            for k in mine
        ]
        if ends:
            parts.append(f"{title} {listed(ends)}.")
    return " ".join(parts)


def draw_legend(drawing: Drawing, scene: Scene, y: float) -> float:
    """Write what the signs mean, those that occur; return how far down it reaches."""
    signs = ["blue, whole, arrow: raises", "orange, broken, bar: lowers"]
    letters = {
        LETTERS[k.edge.status]: k.edge.status for k in scene.links if k.edge.status in LETTERS
    }
    signs += [f"{letter}: {status}" for letter, status in sorted(letters.items())]
    if any(k.id in scene.contested for k in scene.links):
        signs.append("≠: contested")
    if scene.ways:
        signs += ["●: pushed", "▲: robustly up", "▼: robustly down", "◆: pulled both ways"]
    lines, row = [""], 0
    for sign in signs:
        joined = f"{lines[row]} · {sign}" if lines[row] else sign
        if measure(joined, 10.5) > drawing.width:
            lines.append(sign)
            row += 1
        else:
            lines[row] = joined
    for n, text in enumerate(lines):
        drawing.text(0, y + 15 * n, text, 10.5)
    return y + 15 * len(lines) + 2
