"""From the network of a case to arrays: which mechanisms count, and how strong they may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.case import Case
from detente.case.network import Influence
from detente.errors import UsageError, resolve
from detente.kernels.pulses import Wiring
from detente.kernels.triangles import triangular

__all__ = ["Link", "Network", "Scope", "build_network", "resolve"]

STRENGTHS = (0.1, 1.0)
"""Where a case gives no strength, it may be anything between these."""

BRIDGE = 0.5
"""A bridge of the modeller counts so much of what a mechanism of the sources does."""


@dataclass(frozen=True)
class Scope:
    """Which mechanisms of a case a computation uses.

    `documents` keeps those that these sources state; `only` those of these statuses; `without` and
    `reversed` name single mechanisms to leave out or to turn round. Bridges are left out unless
    `bridges` is true, or a mechanism is named in `also`.
    """

    documents: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    reversed: tuple[str, ...] = ()
    bridges: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """A mechanism that pushes: +1 raises, -1 lowers; its strength lies between `low` and `high`."""

    id: str
    cause: int
    effect: int
    sign: int
    low: float
    best: float
    high: float
    edge: Influence

    @property
    def mean(self) -> float:
        """The mean strength: of an even spread, or of a triangle where a best value is given."""
        if self.best == (self.low + self.high) / 2:
            return self.best
        return (self.low + self.best + self.high) / 3


@dataclass(frozen=True, eq=False)
class Network:
    """The mechanisms that count under a scope.

    `idle` are those that are kept but carry no push (`0` and `?`); `places` the place of every
    mechanism of the case, so that strengths drawn for one scope are those of any other.
    """

    case: str
    scope: Scope
    nodes: tuple[str, ...]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    links: tuple[Link, ...]
    idle: tuple[str, ...]
    places: NDArray[np.int64]
    drawn: int

    @cached_property
    def wiring(self) -> Wiring:
        """The links as arrays."""
        causes = np.array([link.cause for link in self.links], dtype=np.int64)
        effects = np.array([link.effect for link in self.links], dtype=np.int64)
        return Wiring(len(self.nodes), causes, effects)

    def node(self, name: str) -> int:
        """Return the place of a node. Raises `UnknownName`."""
        return self.nodes.index(resolve("node", name, self.nodes))

    def strengths(self, draws: int, seed: int, block: int = 4096) -> Iterator[NDArray[np.float64]]:
        """Yield signed strengths, shape (up to `block` draws, links).

        Every mechanism of the case has its own place in the stream of random numbers: what is
        left out or turned round does not change the strength of the rest, nor does `block`.
        """
        random = np.random.default_rng(seed)
        low = np.array([link.low for link in self.links])
        best = np.array([link.best for link in self.links])
        high = np.array([link.high for link in self.links])
        signs = np.array([link.sign for link in self.links], dtype=float)
        for first in range(0, draws, block):
            even = random.random((min(block, draws - first), self.drawn))[:, self.places]
            yield signs * _spread(even, low, best, high)


def _spread(
    even: NDArray[np.float64],
    low: NDArray[np.float64],
    best: NDArray[np.float64],
    high: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Turn even shares of 0..1 into strengths: even spread, or triangular about a best value."""
    flat = low + even * (high - low)
    return np.where(best == (low + high) / 2, flat, triangular(even, low, best, high))


def build_network(case: Case, scope: Scope | None = None) -> Network:
    """Build the network of a case under a scope.

    Raises `UnknownName` for an unknown document, mechanism or status, `UsageError` where the case
    has no network.

    >>> from detente.case import open_case
    >>> network = build_network(open_case("japan-russia"))
    >>> len(network.nodes), len(network.links), network.idle
    (62, 106, ('M23', 'M64', 'M103', 'M109'))
    """
    nodes, edges = case.influences.nodes, case.influences.edges
    if not nodes:
        raise UsageError("this case has no network", hint="add `influences` with nodes and edges")
    scope = _checked(case, scope or Scope())
    kept = [id for id, edge in edges.items() if _counts(scope, id, edge)]
    places = {id: k for k, id in enumerate(edges)}
    pushing = [id for id in kept if edges[id].sign in "+-"]
    at = {node: k for k, node in enumerate(nodes)}
    return Network(
        case=case.case.id,
        scope=scope,
        nodes=tuple(nodes),
        names=tuple(n.name for n in nodes.values()),
        kinds=tuple(n.kind for n in nodes.values()),
        links=tuple(_link(id, edges[id], at, id in scope.reversed) for id in pushing),
        idle=tuple(id for id in kept if id not in pushing),
        places=np.array([places[id] for id in pushing], dtype=np.int64),
        drawn=len(edges),
    )


def _link(id: str, edge: Influence, at: dict[str, int], reversed: bool) -> Link:
    low, high = STRENGTHS
    best = (low + high) / 2
    if edge.strength is not None:
        low, best, high = edge.strength.low, edge.strength.best, edge.strength.high
    part = BRIDGE if edge.status == "bridge" else 1.0
    sign = (1 if edge.sign == "+" else -1) * (-1 if reversed else 1)
    return Link(
        id, at[edge.cause], at[edge.effect], sign, part * low, part * best, part * high, edge
    )


def _counts(scope: Scope, id: str, edge: Influence) -> bool:
    if id in scope.without:
        return False
    if id in scope.also:
        return True
    if edge.status == "bridge":
        return scope.bridges
    stated = not scope.documents or any(r.source in scope.documents for r in edge.because)
    return stated and (not scope.only or edge.status in scope.only)


def _checked(case: Case, scope: Scope) -> Scope:
    """Return a scope with every name as the case writes it."""
    edges, statuses = case.influences.edges, ("observed", "intended", "view", "hypothesis")

    def all_of(kind: str, names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
        return tuple(resolve(kind, n, known) for n in names)

    return Scope(
        documents=all_of("source", scope.documents, case.sources),
        only=all_of("status", scope.only, statuses),
        without=all_of("mechanism", scope.without, edges),
        reversed=all_of("mechanism", scope.reversed, edges),
        bridges=scope.bridges,
        also=all_of("mechanism", scope.also, edges),
    )
