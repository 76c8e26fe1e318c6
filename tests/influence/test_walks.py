"""Chains of pushes: signs and strongest paths, against every simple path found by brute force."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

import numpy as np
import pytest
from tests.influence.nets import drawn, net

from detente.influence.network import Link, Network
from detente.influence.walks import opposing_paths, signs_reached


def simple_paths(
    network: Network, held: set[int], at: int, target: int, most: int
) -> Iterator[list[Link]]:
    def go(path: list[Link], node: int, seen: set[int]) -> Iterator[list[Link]]:
        if node == target:
            yield path
            return
        if len(path) == most:
            return
        for link in network.links:
            if link.cause == node and link.effect not in seen and link.effect not in held:
                yield from go([*path, link], link.effect, seen | {link.effect})

    yield from go([], at, {at})


@pytest.mark.parametrize("seed", range(60))
def test_the_strongest_paths_are_those_of_brute_force(seed: int) -> None:
    network = drawn(seed, nodes=6, edges=14)
    sources = {0: 1.0, 1: -0.5}
    for target in range(2, 6):
        best = {1: 0.0, -1: 0.0}
        for source, level in sources.items():
            for path in simple_paths(network, set(sources), source, target, 4):
                sign = int(np.sign(level)) * prod(link.sign for link in path)
                best[sign] = max(best[sign], abs(level) * prod(link.mean for link in path))
        found = opposing_paths(network, sources, target, 4)
        assert (found.raising.strength if found.raising else 0) == pytest.approx(best[1])
        assert (found.lowering.strength if found.lowering else 0) == pytest.approx(best[-1])
        for path, sign in ((found.raising, 1), (found.lowering, -1)):
            if path is not None:
                assert path.sign == sign
                nodes = [path.links[0].cause, *(k.effect for k in path.links)]
                assert len(set(nodes)) == len(nodes) <= 5
                assert [k.cause for k in path.links] == nodes[:-1]
                first = sources[nodes[0]]
                assert sign == int(np.sign(first)) * prod(k.sign for k in path.links)


def test_a_chain_that_visits_a_node_twice_is_no_path() -> None:
    edges = [("a", "b", "+"), ("b", "c", "+"), ("c", "b", "-"), ("b", "d", "+")]
    found = opposing_paths(net(edges), {0: 1.0}, 3)
    assert [k.id for k in found.raising.links] == ["M1", "M4"]
    assert found.lowering is None


def test_stronger_links_make_stronger_paths() -> None:
    edges = [
        ("a", "b", "+", {"strength": "0.2"}),
        ("a", "c", "+", {"strength": "0.9"}),
        ("c", "b", "+", {"strength": "0.9"}),
        ("a", "b", "-", {"strength": "0.5..0.7"}),
        ("a", "b", "-", {"strength": "0.1"}),
    ]
    found = opposing_paths(net(edges), {0: 1.0}, 1)
    assert [k.id for k in found.raising.links] == ["M2", "M3"]
    assert found.raising.strength == pytest.approx(0.81)
    assert [k.id for k in found.lowering.links] == ["M4"]


def test_paths_no_longer_than_asked() -> None:
    edges = [("a", "b", "+"), ("b", "c", "+"), ("c", "d", "+")]
    assert opposing_paths(net(edges), {0: 1.0}, 3, longest=2).raising is None
    assert len(opposing_paths(net(edges), {0: 1.0}, 3, longest=3).raising.links) == 3


def walk_signs(network: Network, sources: dict[int, int], steps: int) -> list[set[int]]:
    now = set(sources.items())
    found: list[set[int]] = [set() for _ in network.nodes]
    for _ in range(steps):
        now = {
            (k.effect, s * k.sign)
            for n, s in now
            for k in network.links
            if k.cause == n and k.effect not in sources
        } | set(sources.items())
        for n, s in now:
            if n not in sources:
                found[n].add(s)
    return found


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("steps", [1, 3, 10])
def test_the_signs_of_walks_are_those_of_brute_force(seed: int, steps: int) -> None:
    network = drawn(seed, nodes=6, edges=9)
    levels = np.array([0.5, -1, 0, 0, 0, 0])
    assert list(signs_reached(network, levels, steps)) == walk_signs(network, {0: 1, 1: -1}, steps)
