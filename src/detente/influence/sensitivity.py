"""Which single mechanism carries an answer: drop it or turn it round, and see what changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from detente.case import Case
from detente.influence.network import Network, Scope, build_network
from detente.influence.pulse import Direction, pulse

__all__ = ["Flip", "flips"]

Change = Literal["dropped", "reversed"]


@dataclass(frozen=True)
class Flip:
    """A change of one mechanism under which a node responds in another way."""

    mechanism: str
    change: Change
    before: Direction
    after: Direction
    share: float | None


def flips(
    case: Case,
    scope: Scope,
    pushed: Mapping[str, float],
    node: str,
    *,
    draws: int = 400,
    seed: int = 0,
) -> tuple[Flip, ...]:
    """Return every single mechanism whose loss or reversal changes the direction of a node.

    All that the pulse can reach the node through are tried; the strengths of the rest stay as
    drawn. Raises `UnknownName` for an unknown node.

    >>> from detente.case import open_case
    >>> found = flips(open_case("japan-russia"), Scope(), {"RECON": 1}, "HARD", draws=100)
    >>> [(f.mechanism, f.change, f.after) for f in found][:1]
    [('M11', 'dropped', 'down')]
    """
    network = build_network(case, scope)
    before = pulse(network, pushed, draws=draws, seed=seed).responses[
        network.nodes[network.node(node)]
    ]
    found: list[Flip] = []
    for id in _between(network, pushed, node):
        dropped = replace(scope, without=(*scope.without, id))
        turned = replace(scope, reversed=tuple({*scope.reversed} ^ {id}))
        changes: tuple[tuple[Change, Scope], ...] = (("dropped", dropped), ("reversed", turned))
        for change, other in changes:
            after = pulse(build_network(case, other), pushed, draws=draws, seed=seed).responses[
                before.node
            ]
            if after.direction != before.direction:
                found.append(Flip(id, change, before.direction, after.direction, after.share))
    return tuple(found)


def _between(network: Network, pushed: Mapping[str, float], node: str) -> Iterator[str]:
    """Yield the mechanisms on any way from what is pushed to the node."""
    held = {network.node(n) for n in pushed}
    ahead = _closure(held, [(k.cause, k.effect) for k in network.links if k.effect not in held])
    behind = _closure({network.node(node)}, [(k.effect, k.cause) for k in network.links])
    for link in network.links:
        if link.cause in ahead and link.effect in behind and link.effect not in held:
            yield link.id


def _closure(start: set[int], steps: list[tuple[int, int]]) -> set[int]:
    found, size = set(start), 0
    while len(found) > size:
        size = len(found)
        found |= {b for a, b in steps if a in found}
    return found
