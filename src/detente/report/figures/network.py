"""Figure: a causal network, from outside forces over states of affairs to outcomes.

A line from cause to effect: whole with an arrow where it raises, broken with a bar where it lowers.
Every box can be reached by keyboard and tells what acts on it and what it acts on.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.case import Case
from detente.errors import TooLarge
from detente.influence.network import Link, Network
from detente.influence.pulse import Pulse
from detente.report.figure import Figure
from detente.report.figures.network_drawing import (
    SAYS,
    draw_box,
    draw_heads,
    draw_legend,
    draw_line,
)
from detente.report.figures.network_layout import BOX, GUTTER, Scene, lay_out
from detente.report.figures.svg import Drawing
from detente.report.names import capital, count, listed

__all__ = ["network_figure"]

LARGEST = 200
"""The most nodes, and three times as many mechanisms, that are drawn: more cannot be read."""

_HEAD = ("Mechanism", "Cause", "Does what", "Effect", "Status", "Rests on")


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
    scene = lay_out(case, network, kept, ways, whole=whole)
    columns = max(scene.placed.columns.values(), default=0) + 1
    drawing = Drawing(key, columns * (BOX + GUTTER) - GUTTER + 30)
    head = draw_heads(drawing, scene)
    for k, link in enumerate(scene.links):
        draw_line(drawing, scene, k, link, head)
    for node in scene.nodes:
        draw_box(drawing, scene, node, head)
    bottom = draw_legend(drawing, scene, head + scene.placed.height + 24)
    title = title or _title(network, pulse)
    takeaway = _takeaway(scene, pulse)
    svg = drawing.svg(title, takeaway, bottom, scrolls=True)
    table = tuple(_row(scene, link) for link in scene.links)
    return Figure(key, title, takeaway, svg, takeaway, _HEAD, table)


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


def _title(network: Network, pulse: Pulse | None) -> str:
    if pulse is None:
        return "What pushes what"
    pushes = (
        f"{network.names[network.node(n)]} {'up' if v > 0 else 'down'}"
        for n, v in pulse.pushed.items()
    )
    return f"What follows from a push: {listed(list(pushes))}"


def _takeaway(scene: Scene, pulse: Pulse | None) -> str:
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


def _row(scene: Scene, link: Link) -> tuple[str, ...]:
    ends = [scene.name(link.cause), scene.name(link.effect)]
    if scene.ways:
        ends = [
            f"{name} ({SAYS[scene.ways[n]]})"
            for name, n in zip(ends, (link.cause, link.effect), strict=True)
        ]
    status = link.edge.status + (", contested" if link.id in scene.contested else "")
    rests = ", ".join(str(r) for r in link.edge.because)
    return (link.id, ends[0], "raises" if link.sign > 0 else "lowers", ends[1], status, rests)
