"""Small networks to test with: made by hand or drawn, as a case reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from tests.stability.drawn import made_case

from detente.case import Case
from detente.case.network import Influences
from detente.influence import Network, Scope, build_network

__all__ = ["case_with", "drawn", "net"]

Edge = tuple[str, str, str] | tuple[str, str, str, dict[str, Any]]


def case_with(edges: Iterable[Edge], nodes: Sequence[str] = ()) -> Case:
    """Return a case whose network has edges (cause, effect, sign[, more fields]), named M1, M2, …"""
    table, names = {}, dict.fromkeys(nodes)
    for k, (cause, effect, sign, *more) in enumerate(edges, 1):
        names |= dict.fromkeys((cause, effect))
        table[f"M{k}"] = {
            "cause": cause,
            "effect": effect,
            "sign": sign,
            **(more[0] if more else {}),
        }
    shape = {"nodes": {n: {"name": n.title()} for n in names}, "edges": table}
    case = made_case({"jp": ["jp.x"]}, ["jp.x"])
    return case.model_copy(update={"influences": Influences.model_validate(shape)})


def net(edges: Iterable[Edge], nodes: Sequence[str] = (), **scope: Any) -> Network:
    """Return the network of such a case."""
    return build_network(case_with(edges, nodes), Scope(**scope))


def drawn(seed: int, nodes: int = 6, edges: int = 12) -> Network:
    """Return a random network: parallel edges, loops and self-loops all occur."""
    rng = np.random.default_rng(seed)
    names = [f"n{k}" for k in range(nodes)]
    pick = lambda: names[int(rng.integers(nodes))]  # noqa: E731
    return net([(pick(), pick(), "+-"[int(rng.integers(2))]) for _ in range(edges)], names)
