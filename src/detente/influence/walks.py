"""Chains of pushes: which signs reach a node, and the strongest paths that raise or lower it."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import prod

import numpy as np
from numpy.typing import NDArray

from detente.influence.network import Link, Network

__all__ = ["Path", "Paths", "opposing_paths", "signs_reached"]


@dataclass(frozen=True)
class Path:
    """A chain of mechanisms from a pushed node; `sign` tells which way it moves the last node.

    `strength` is the product of the mean strengths, times the level of the push.
    """

    links: tuple[Link, ...]
    sign: int
    strength: float


@dataclass(frozen=True)
class Paths:
    """The strongest path that raises a node and the strongest that lowers it, None where none is.

    Paths of up to `longest` mechanisms that visit no node twice were looked at, all of them.
    """

    raising: Path | None
    lowering: Path | None
    longest: int


def signs_reached(
    network: Network, levels: NDArray[np.float64], steps: int | None = None
) -> tuple[set[int], ...]:
    """Return, for each node, the signs (+1, -1) in which chains of up to `steps` pushes reach it.

    Chains of any length count where `steps` is None. Pushed nodes are held, so no chain runs through
    them. One sign alone: every draw, and every other choice of strengths, moves the node that way
    (all terms of every sum have one sign).
    """
    onward = _onward(network, levels != 0)
    start = {(int(k), int(np.sign(levels[k]))) for k in np.flatnonzero(levels)}
    reached: set[tuple[int, int]] = set()
    edge, taken = start, 0
    while edge and taken != steps:
        edge = {
            (link.effect, sign * link.sign) for node, sign in edge for link in onward[node]
        } - reached
        reached |= edge
        taken += 1
    found: tuple[set[int], ...] = tuple(set() for _ in network.nodes)
    for node, sign in reached:
        found[node].add(sign)
    return found


def _onward(network: Network, held: NDArray[np.bool_]) -> Mapping[int, list[Link]]:
    onward: dict[int, list[Link]] = defaultdict(list)
    for link in network.links:
        if not held[link.effect]:
            onward[link.cause].append(link)
    return onward


def opposing_paths(
    network: Network, sources: Mapping[int, float], target: int, longest: int = 5
) -> Paths:
    """Return the strongest raising and lowering path from pushed nodes to a target.

    Best first: a path is continued in the order of the most it can still come to, so the first of
    its sign to arrive is the strongest. Of equally strong paths always the same one is given.
    """
    held = np.zeros(len(network.nodes), dtype=bool)
    held[list(sources)] = True
    onward = _onward(network, held)
    found: dict[int, Path] = {}
    for path in _best_first(onward, sources, target, longest, _most(onward, target, longest)):
        found.setdefault(path.sign, path)
        if len(found) == 2:
            break
    return Paths(found.get(1), found.get(-1), longest)


Most = list[dict[tuple[int, int], float]]


def _most(onward: Mapping[int, list[Link]], target: int, longest: int) -> Most:
    """Return the largest strength of any chain of up to k pushes from a node to the target, by sign.

    Entry k maps (node, sign) to it; chains may visit a node twice, so it bounds paths from above.
    """
    most: Most = [{(target, 1): 1.0}]
    for _ in range(longest):
        before, found = most[-1], dict(most[-1])
        for node, links in onward.items():
            for link in links:
                for sign in (1, -1):
                    ahead = link.mean * before.get((link.effect, sign), 0.0)
                    key = (node, sign * link.sign)
                    if ahead > found.get(key, 0.0):
                        found[key] = ahead
        most.append(found)
    return most


def _best_first(
    onward: Mapping[int, list[Link]],
    sources: Mapping[int, float],
    target: int,
    longest: int,
    most: Most,
) -> Iterator[Path]:
    """Yield simple paths, for each of the two signs the strongest first, until both are found."""
    order = count()
    pending: list[tuple[float, int, int, int, tuple[Link, ...], int, float]] = []

    def push(links: tuple[Link, ...], node: int, sign: int, strength: float, wanted: int) -> None:
        bound = strength * most[longest - len(links)].get((node, sign * wanted), 0.0)
        if bound > 0:
            item = (-bound, -len(links), next(order), wanted, links, node, strength)
            heapq.heappush(pending, item)

    for source, level in sources.items():
        for wanted in (1, -1):
            push((), source, 1 if level > 0 else -1, abs(level), wanted)
    missing = {1, -1}
    while pending and missing:
        _, _, _, wanted, links, node, strength = heapq.heappop(pending)
        if wanted not in missing:
            continue
        sign = prod(link.sign for link in links) * (1 if sources[_first(links, node)] > 0 else -1)
        if node == target:
            if sign == wanted:
                missing.discard(wanted)
                yield Path(links, wanted, strength)
            continue
        visited = {link.cause for link in links} | {node}
        for link in onward.get(node, ()):
            if link.effect not in visited:
                push((*links, link), link.effect, sign * link.sign, strength * link.mean, wanted)


def _first(links: Sequence[Link], node: int) -> int:
    return links[0].cause if links else node
