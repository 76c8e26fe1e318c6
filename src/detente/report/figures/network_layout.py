"""Where the boxes and lines of a causal network lie: columns by kind, heights without crossings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from detente.case import Case
from detente.influence.network import Link, Network
from detente.report.figures.layers import Placed, layered, ranks_of
from detente.report.figures.svg import wrapped
from detente.report.names import capital

__all__ = ["BOX", "GUTTER", "LINES", "SIZE", "Scene", "course", "lay_out"]

BOX, GUTTER, SIZE, LINES = 148.0, 74.0, 10.5, 13.0
"""Width of a box, room between columns, size of the letters, height of a line of text; in pixels."""


@dataclass(frozen=True)
class Scene:
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
        """The name of a node in words."""
        return self.network.names[node]

    def left(self, column: int) -> float:
        """Where the boxes of a column begin."""
        return column * (BOX + GUTTER)

    def height(self, node: int) -> float:
        """How high the box of a node is."""
        return _height(self.texts[node])


def lay_out(
    case: Case, network: Network, links: Sequence[Link], ways: Mapping[int, str], *, whole: bool
) -> Scene:
    """Place some links of a network and the nodes that they join; with `whole`, every node."""
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
    return Scene(network, nodes, tuple(links), placed, texts, ways, contested)


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


def course(scene: Scene, k: int, link: Link, head: float) -> list[tuple[float, float]]:
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


def _port(scene: Scene, link: Link, node: int) -> float:
    """Return the height at which a line meets a box, so that lines on one side do not coincide."""
    mine = [k for k in scene.links if node in (k.cause, k.effect)]
    place = next(n for n, k in enumerate(mine) if k.id == link.id)
    return scene.placed.tops[node] + scene.height(node) * (place + 1) / (len(mine) + 1)
