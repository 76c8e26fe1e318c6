"""A pulse: push some nodes, and see which way everything else moves, and how surely.

Source: fuzzy cognitive maps, Kosko (1986); strengths are not known, so they are drawn, and every
answer is the share of draws in which a node rises.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.errors import UsageError
from detente.influence.network import Network
from detente.influence.walks import Paths, opposing_paths, signs_reached
from detente.kernels.pulses import tally

__all__ = ["Direction", "Pulse", "Response", "Sureness", "direction_of", "pulse"]

Direction = Literal["up", "down", "ambiguous", "none"]
Sureness = Literal["determined", "open", "none"]

RISES, FALLS = 0.9, 0.1
"""A share from here up is robustly up, one from here down robustly down."""

STEPS = 10


@dataclass(frozen=True)
class Response:
    """How one node responds.

    `share` is the share of draws in which it rises, None where no path reaches it; a draw whose
    pushes cancel out counts half. It says something of this network and not of the world. `low` and
    `high` bound what the share would be with endless draws (95 %, Wilson 1927). `sureness` is exact:
    `determined` if every chain of pushes, however long, acts in the same direction, so that no
    strengths could turn the sign; the share is then 0 or 1 by proof.
    """

    node: str
    direction: Direction
    share: float | None
    low: float
    high: float
    sureness: Sureness

    @property
    def robust(self) -> bool:
        """Whether the node rises, or falls, in nine draws of ten at least."""
        return self.direction in ("up", "down")

    @property
    def near(self) -> bool:
        """Whether more draws could change the direction that is reported."""
        return any(self.low < edge < self.high for edge in (RISES, FALLS))


@dataclass(frozen=True, eq=False)
class Pulse:
    """A pulse and the response of every node, in the order of the case; pushed nodes are left out."""

    network: Network
    pushed: Mapping[str, float]
    responses: Mapping[str, Response]
    draws: int
    seed: int
    steps: int

    def paths(self, node: str, longest: int = 5) -> Paths:
        """Return the strongest paths that raise a node and that lower it."""
        sources = {self.network.node(n): v for n, v in self.pushed.items()}
        return opposing_paths(self.network, sources, self.network.node(node), longest)


def pulse(
    network: Network,
    pushed: Mapping[str, float],
    *,
    draws: int = 400,
    seed: int = 0,
    steps: int = STEPS,
) -> Pulse:
    """Push nodes to levels in -1..1 and hold them there; return the response of all others.

    Raises `UnknownName` for an unknown node, `UsageError` for no push, a level of 0 or beyond 1,
    or fewer than one draw or step. Time grows with draws * links * steps; memory does not grow
    with the draws.

    >>> from detente.case import open_case
    >>> from detente.influence import build_network
    >>> found = pulse(build_network(open_case("japan-russia")), {"SANC": 1})
    >>> found.responses["RUCH"].direction, found.responses["KOREX"].direction
    ('up', 'none')
    """
    levels = _levels(network, pushed)
    if draws < 1 or steps < 1:
        raise UsageError("a pulse needs at least one draw and one step", found=min(draws, steps))
    counts = tally(network.wiring, network.strengths(draws, seed), levels, steps)
    within, ever = signs_reached(network, levels, steps), signs_reached(network, levels)
    rises = (counts[0] - counts[1] + draws) / 2
    responses = {
        node: _response(node, float(rises[k]), draws, frozenset(ever[k] if within[k] else ()))
        for k, node in enumerate(network.nodes)
        if levels[k] == 0
    }
    named = {network.nodes[k]: float(levels[k]) for k in np.flatnonzero(levels)}
    return Pulse(network, named, responses, draws, seed, steps)


def _levels(network: Network, pushed: Mapping[str, float]) -> NDArray[np.float64]:
    levels = np.zeros(len(network.nodes))
    for name, value in pushed.items():
        if not (-1 <= value <= 1 and value != 0):
            hint = "1 pushes up as far as it goes, -1 down"
            raise UsageError(f"`{name}` is pushed to no level", found=value, hint=hint)
        levels[network.node(name)] = value
    if not levels.any():
        raise UsageError("nothing is pushed", hint="name a node and a level, such as OIL=1")
    return levels


def _response(node: str, rises: float, draws: int, signs: frozenset[int]) -> Response:
    if not signs:
        return Response(node, "none", None, math.nan, math.nan, "none")
    if len(signs) == 1:
        share = float(signs == {1})
        return Response(node, direction_of(share), share, share, share, "determined")
    low, high = _wilson(rises, draws)
    return Response(node, direction_of(rises / draws), rises / draws, low, high, "open")


def direction_of(share: float) -> Direction:
    """Return what a share of rising draws is called.

    >>> [direction_of(s) for s in (0.95, 0.9, 0.5, 0.1)]
    ['up', 'up', 'ambiguous', 'down']
    """
    if share >= RISES:
        return "up"
    return "down" if share <= FALLS else "ambiguous"


def _wilson(ups: float, draws: int, z: float = 1.959964) -> tuple[float, float]:
    """Return the interval of Wilson (1927), which also holds where no draw rises, or every one."""
    share, spare = ups / draws, z * z / draws
    middle = (share + spare / 2) / (1 + spare)
    reach = z * math.sqrt(share * (1 - share) / draws + spare / draws / 4) / (1 + spare)
    return max(0.0, middle - reach), min(1.0, middle + reach)
