"""Feedback loops: chains of mechanisms that come back to where they began.

A loop whose signs multiply to + reinforces what starts it; one that multiplies to - balances it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod

import networkx as nx

from detente.influence.network import Link, Network, resolve

__all__ = ["Loop", "Loops", "find_loops"]


@dataclass(frozen=True)
class Loop:
    """One feedback loop, by its mechanisms in the order of their working."""

    links: tuple[Link, ...]

    @property
    def sign(self) -> int:
        """+1 where the loop reinforces, -1 where it balances."""
        return prod(link.sign for link in self.links)

    @property
    def reinforcing(self) -> bool:
        """Whether a push comes back as a push in the same direction."""
        return self.sign > 0


@dataclass(frozen=True)
class Loops:
    """The loops of up to `longest` mechanisms, the shortest first; `complete` where these are all."""

    found: tuple[Loop, ...]
    longest: int
    complete: bool

    @property
    def reinforcing(self) -> int:
        """How many reinforce."""
        return sum(loop.reinforcing for loop in self.found)


def find_loops(
    network: Network, longest: int = 5, *, through: Sequence[str] = (), most: int = 10_000
) -> Loops:
    """Return every loop that visits no node twice, up to a length; at most `most` of them.

    `through` keeps those that hold all of these mechanisms. Several mechanisms between the same two
    nodes make several loops. Raises `UnknownName` for a mechanism that is not in the network.

    >>> from detente.case import open_case
    >>> from detente.influence import build_network
    >>> loops = find_loops(build_network(open_case("japan-russia")))
    >>> len(loops.found), loops.reinforcing
    (12, 9)
    """
    wanted = {resolve("mechanism", id, [k.id for k in network.links]) for id in through}
    every = (lp for lp in _loops(network, longest) if wanted <= {link.id for link in lp.links})
    found = list(islice(every, most + 1))
    order = {link.id: k for k, link in enumerate(network.links)}
    kept = sorted(found[:most], key=lambda lp: (len(lp.links), [order[k.id] for k in lp.links]))
    return Loops(tuple(kept), longest, complete=len(found) <= most)


def _loops(network: Network, longest: int) -> Iterator[Loop]:
    between: dict[tuple[int, int], list[Link]] = defaultdict(list)
    for link in network.links:
        between[link.cause, link.effect].append(link)
    order = {link.id: k for k, link in enumerate(network.links)}
    for nodes in nx.simple_cycles(nx.DiGraph(list(between)), length_bound=longest):
        steps = zip(nodes, [*nodes[1:], nodes[0]], strict=True)
        for links in product(*(between[step] for step in steps)):
            first = min(range(len(links)), key=lambda k: order[links[k].id])
            yield Loop(links[first:] + links[:first])
