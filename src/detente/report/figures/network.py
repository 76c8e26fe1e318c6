"""Figure: a causal network, from outside forces over states of affairs to outcomes.

A line from cause to effect: whole with an arrow where it raises, broken with a bar where it lowers.
Every box can be reached by keyboard and tells what acts on it and what it acts on.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from detente.case import Case
from detente.errors import TooLarge
from detente.influence.network import Link, Network
from detente.influence.pulse import Pulse
from detente.report.figure import Figure
from detente.report.figures.layers import Placed, layered, ranks_of
from detente.report.figures.palette import COLOURS
from detente.report.figures.svg import LINE, Drawing, measure, wrapped
from detente.report.names import capital, count, listed

__all__ = ["network_figure"]

LARGEST = 200
"""The most nodes, and three times as many mechanisms, that are drawn: more cannot be read."""

BOX, GUTTER, SIZE, LINES = 148.0, 74.0, 10.5, 13.0
HUES = {1: "blue", -1: "vermillion"}
LETTERS = {"intended": "i", "view": "v", "hypothesis": "h", "bridge": "b"}
HEADS = {"force": "Outside forces", "state": "States of affairs", "outcome": "Outcomes"}
SAYS = {"up": "rises", "down": "falls", "ambiguous": "pulled both ways", "pushed": "pushed"}


@dataclass(frozen=True)
class _Scene:
    """What is drawn: the nodes and links, where they lie, and what a pulse does to them."""

    network: Network
    nodes: tuple[int, ...]
    links: tuple[Link, ...]
    placed: Placed
    texts: Mapping[int, list[str]]
    ways: Mapping[int, str]
    contested: frozenset[str]
    notes: list[tuple[float, float]] = field(default_factory=list)

    def name(self, node: int) -> str:
        return self.network.names[node]

    def left(self, column: int) -> float:
        return column * (BOX + GUTTER)

    def height(self, node: int) -> float:
        return _height(self.texts[node])


def network_figure(
    case: Case,
    network: Network,
    *,
    links: Collection[str] | None = None,
    pulse: Pulse | None = None,
    key: str = "fig-network",
    title: str = "",
) -> Figure:
    """Return the figure of a network, of some of its mechanisms, or of what a pulse does.

    `links` keeps the mechanisms named and the nodes that they join. With `pulse`, boxes say which
    way they go, and nodes that it does not reach are left out. Raises `TooLarge` for more than 200
    nodes or 600 mechanisms.
    """
    kept = tuple(k for k in network.links if links is None or k.id in links)
    ways = _ways(network, pulse)
    if pulse is not None:
        kept = tuple(k for k in kept if k.cause in ways and k.effect in ways)
    whole = links is None and pulse is None
    _readable(len(network.nodes) if whole else 0, len(kept))
    scene = _scene(case, network, kept, ways, whole=whole)
    columns = max(scene.placed.columns.values(), default=0) + 1
    drawing = Drawing(key, columns * (BOX + GUTTER) - GUTTER + 30)
    head = _heads(drawing, scene)
    for k, link in enumerate(scene.links):
        _line(drawing, scene, k, link, head)
    for node in scene.nodes:
        _box(drawing, scene, node, head)
    bottom = _legend(drawing, scene, head + scene.placed.height + 24)
    title = title or _title(network, pulse)
    takeaway = _takeaway(scene, pulse)
    svg = drawing.svg(title, takeaway, bottom, scrolls=True)
    table = tuple(_row(scene, link) for link in scene.links)
    return Figure(key, title, takeaway, svg, takeaway, _HEAD, table)


_HEAD = ("Mechanism", "Cause", "Does what", "Effect", "Status", "Rests on")


def _readable(nodes: int, links: int) -> None:
    for found, most, what in ((nodes, LARGEST, "nodes"), (links, 3 * LARGEST, "mechanisms")):
        if found > most:
            hint = (
                "draw a part of it: one document, one kind of mechanism, or the paths to one node"
            )
            raise TooLarge(
                f"too many {what} for a drawing", found=found, expected=f"at most {most}", hint=hint
            )


def _ways(network: Network, pulse: Pulse | None) -> dict[int, str]:
    """Return what a pulse does to each node that it reaches."""
    if pulse is None:
        return {}
    found = {network.node(n): "pushed" for n in pulse.pushed}
    for node, response in pulse.responses.items():
        if response.direction != "none":
            found[network.node(node)] = response.direction
    return found


def _scene(
    case: Case, network: Network, links: Sequence[Link], ways: Mapping[int, str], *, whole: bool
) -> _Scene:
    joined = {n for k in links for n in (k.cause, k.effect)}
    pushed = {n for n, way in ways.items() if way == "pushed"}
    nodes = tuple(n for n in range(len(network.nodes)) if whole or n in joined | pushed)
    texts = {
        n: wrapped(f"{capital(network.names[n])} [{network.nodes[n]}]", BOX - 14, SIZE, 4)
        for n in nodes
    }
    columns = _columns(network, nodes, links)
    edges = [(k.cause, k.effect) for k in links]
    placed = layered(columns, edges, {n: _height(texts[n]) for n in nodes})
    contested = frozenset(e for c in case.influences.contested for e in c.edges)
    return _Scene(network, nodes, tuple(links), placed, texts, ways, contested)


def _height(lines: Sequence[str]) -> float:
    return LINES * len(lines) + 12


def _columns(network: Network, nodes: Sequence[int], links: Sequence[Link]) -> dict[int, int]:
    """Return the column of each node: forces first, outcomes last, states between by longest path."""
    kinds = network.kinds
    states = [n for n in nodes if kinds[n] == "state"]
    among = [(k.cause, k.effect) for k in links if {kinds[k.cause], kinds[k.effect]} == {"state"}]
    ranks = ranks_of(states, among)
    used = {rank: i for i, rank in enumerate(sorted(set(ranks.values())))}
    first = 1 if any(kinds[n] == "force" for n in nodes) else 0
    last = first + len(used)
    return {
        n: 0 if kinds[n] == "force" else last if kinds[n] == "outcome" else first + used[ranks[n]]
        for n in nodes
    }


def _heads(drawing: Drawing, scene: _Scene) -> float:
    """Write the name of each kind over its first column."""
    seen: set[str] = set()
    for node in sorted(scene.nodes, key=lambda n: scene.placed.columns[n]):
        kind = scene.network.kinds[node]
        if kind not in seen:
            seen.add(kind)
            drawing.text(scene.left(scene.placed.columns[node]), 14, HEADS[kind], 12, bold=True)
    return 28.0


def _line(drawing: Drawing, scene: _Scene, k: int, link: Link, head: float) -> None:
    points = _course(scene, k, link, head)
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


def _note(
    drawing: Drawing, scene: _Scene, points: Sequence[tuple[float, float]], note: str
) -> None:
    """Write a note beside a line, where no other note stands."""
    (x1, y1), (x2, y2) = points[0], points[1]
    x, y = (x1 + x2) / 2, (y1 + y2) / 2 - 2
    while any(abs(x - a) < 16 and abs(y - b) < 10 for a, b in scene.notes):
        y += 10
    scene.notes.append((x, y))
    drawing.text(x, y, note, 9, anchor="middle", muted=True)


def _course(scene: _Scene, k: int, link: Link, head: float) -> list[tuple[float, float]]:
    """Return the points of a line: out of the cause's box, past the columns between, into the effect's."""
    at = scene.placed.columns
    forward = at[link.effect] > at[link.cause]
    start = scene.left(at[link.cause]) + (
        BOX if forward or at[link.effect] == at[link.cause] else 0
    )
    stop = scene.left(at[link.effect]) + (0 if forward else BOX)
    first = (start, head + _port(scene, link, link.cause))
    last = (stop, head + _port(scene, link, link.effect))
    if at[link.effect] == at[link.cause]:
        bow, out = start + 26, first[1] - (9 if link.cause == link.effect else 0)
        return [(start, out), (bow, out), (bow, last[1]), (stop, last[1])]
    between: list[tuple[float, float]] = []
    for column, y in scene.placed.routes.get(k, ()):
        sides = [scene.left(column), scene.left(column) + BOX]
        between += [(x, head + y) for x in (sides if forward else reversed(sides))]
    return [first, *between, last]


def _port(scene: _Scene, link: Link, node: int) -> float:
    """Return the height at which a line meets a box, so that lines on one side do not coincide."""
    mine = [k for k in scene.links if node in (k.cause, k.effect)]
    place = next(n for n, k in enumerate(mine) if k.id == link.id)
    return scene.placed.tops[node] + scene.height(node) * (place + 1) / (len(mine) + 1)


def _curve(points: Sequence[tuple[float, float]]) -> str:
    text = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        middle = (x0 + x1) / 2
        text += f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
    return text


def _box(drawing: Drawing, scene: _Scene, node: int, head: float) -> None:
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


def _told(scene: _Scene, node: int) -> str:
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


def _legend(drawing: Drawing, scene: _Scene, y: float) -> float:
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


def _title(network: Network, pulse: Pulse | None) -> str:
    if pulse is None:
        return "What pushes what"
    pushes = (
        f"{network.names[network.node(n)]} {'up' if v > 0 else 'down'}"
        for n, v in pulse.pushed.items()
    )
    return f"What follows from a push: {listed(list(pushes))}"


def _takeaway(scene: _Scene, pulse: Pulse | None) -> str:
    if pulse is None:
        pushes = count(len(scene.links), "mechanism")
        return f"{capital(pushes)} between {count(len(scene.nodes), 'node')}."
    ways = [scene.ways[n] for n in scene.nodes if n in scene.ways]
    said = [
        f"{count(ways.count(way), 'node')} {does}"
        for way, does in (
            ("up", "robustly up"),
            ("down", "robustly down"),
            ("ambiguous", "pulled both ways"),
        )
        if way in ways
    ]
    return f"{capital(listed(said))}." if said else "Nothing else moves."


def _row(scene: _Scene, link: Link) -> tuple[str, ...]:
    ends = [scene.name(link.cause), scene.name(link.effect)]
    if scene.ways:
        ends = [
            f"{name} ({SAYS[scene.ways[n]]})"
            for name, n in zip(ends, (link.cause, link.effect), strict=True)
        ]
    status = link.edge.status + (", contested" if link.id in scene.contested else "")
    rests = ", ".join(str(r) for r in link.edge.because)
    return (link.id, ends[0], "raises" if link.sign > 0 else "lowers", ends[1], status, rests)
