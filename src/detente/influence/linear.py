"""A second opinion: where a linear network would come to rest under a steady push.

Loop analysis (Levins 1974; Puccia & Levins 1985): with x = 0.8 x W + push, the levels at rest are
push (I - 0.8 W)^-1. It says something only where the network comes to rest, which is when every
eigenvalue of 0.8 W lies within the unit circle; draws in which it does not are counted and left out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.errors import TooLarge
from detente.influence.network import Network
from detente.influence.walks import signs_reached
from detente.kernels.pulses import GAIN

__all__ = ["AtRest", "at_rest"]

LARGEST = 400
"""The largest network, in nodes, whose eigenvalues are found for every draw."""


EVEN = 1e-12
"""Levels nearer to 0 than this are rounding: the pushes cancel out."""


@dataclass(frozen=True)
class AtRest:
    """The share of draws that come to rest in which each node rises.

    NaN where no draw comes to rest, and for a node that no push reaches. A draw in which a node's
    pushes cancel out counts half.
    """

    shares: Mapping[str, float]
    settled: int
    draws: int


def at_rest(
    network: Network, pushed: Mapping[str, float], *, draws: int = 400, seed: int = 0
) -> AtRest:
    """Return the linear steady state of a pulse, for the same draws as `pulse`.

    Pushed nodes are held. Raises `UnknownName` for an unknown node, `TooLarge` above 400 nodes.

    >>> from detente.case import open_case
    >>> from detente.influence import build_network
    >>> rest = at_rest(build_network(open_case("japan-russia")), {"SANC": 1}, draws=50)
    >>> rest.shares["RUCH"]
    1.0
    """
    size = len(network.nodes)
    if size > LARGEST:
        raise TooLarge(
            "too many nodes for a linear steady state", found=size, expected=f"at most {LARGEST}"
        )
    push = np.zeros(size)
    for name, level in pushed.items():
        push[network.node(name)] = level
    ups = np.zeros(size)
    settled = 0
    for strengths in network.strengths(draws, seed, block=64):
        levels = _settled(network, strengths, push)
        settled += len(levels)
        signs = np.sign(levels) * (np.abs(levels) > EVEN)
        ups += (signs + 1).sum(axis=0) / 2
    reached = signs_reached(network, push)
    shares = {
        node: float(ups[k] / settled) if settled and reached[k] else math.nan
        for k, node in enumerate(network.nodes)
        if push[k] == 0
    }
    return AtRest(shares, settled, draws)


def _settled(
    network: Network, strengths: NDArray[np.float64], push: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the levels at rest of the draws that come to rest; shape (those draws, nodes)."""
    size, wiring = len(network.nodes), network.wiring
    weights = np.zeros((len(strengths), size, size))
    for k, (cause, effect) in enumerate(zip(wiring.causes, wiring.effects, strict=True)):
        weights[:, cause, effect] += GAIN * strengths[:, k]
    weights[:, :, push != 0] = 0
    stable = np.abs(np.linalg.eigvals(weights)).max(axis=1) < 1
    system = np.eye(size) - weights[stable]
    found: NDArray[np.float64] = np.linalg.solve(
        system.transpose(0, 2, 1), np.broadcast_to(push, (len(system), size))[..., None]
    )[..., 0]
    return found
