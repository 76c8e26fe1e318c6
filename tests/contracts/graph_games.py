"""The same conflicts in graph form, and conflicts that only a graph can tell: any arcs at all."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from tests.contracts.games import Game as Drawn

from detente.kernels.arcs import arcs_from
from detente.stability import Concept
from detente.stability.definition import Conflict
from detente.stability.game import Game, Ranked

__all__ = ["as_defined", "drawn_graph", "in_graph_form"]


def in_graph_form(drawn: Drawn) -> Game:
    """Return a game in option form as a graph over its feasible states."""
    place = {s: k for k, s in enumerate(drawn.states)}
    pairs: list[list[tuple[int, int]]] = [[] for _ in drawn.ranks]
    for (s, q), i in drawn.arcs.items():
        pairs[i].append((place[s], place[q]))
    return Game(
        deciders=tuple("abcde"[: len(pairs)]),
        labels=tuple(map(str, drawn.states)),
        arcs=tuple(arcs_from(mine, len(place)) for mine in pairs),
        relations=tuple(Ranked(r[drawn.feasible].astype(np.int64)) for r in drawn.ranks),
        codes=np.array(drawn.states, dtype=np.int64),
    )


def drawn_graph(rng: np.random.Generator, deciders: int, states: int) -> Game:
    """Draw a game of any arcs: common to several, one-way and intransitive ones among them."""
    share = rng.choice([0.15, 0.3, 0.6])
    arcs = [
        arcs_from(np.argwhere(rng.random((states, states)) < share).tolist(), states)
        for _ in range(deciders)
    ]
    levels = [int(rng.choice([2, 3, 0])) for _ in range(deciders)]
    ranks = [rng.integers(n, size=states) if n else rng.permutation(states) for n in levels]
    labels = tuple(f"s{k}" for k in range(states))
    return Game(tuple("abcde"[:deciders]), labels, tuple(arcs), tuple(map(Ranked, ranks)))


def as_defined(
    concept: Concept, conflict: Conflict, deciders: tuple[str, ...]
) -> NDArray[np.bool_]:
    """Return for whom which state is stable, as defined, each by its own part of the concept."""
    parts = concept.of(deciders)
    return np.array(
        [[parts[i].holds(conflict, i, s) for s in conflict.states] for i in conflict.everyone]
    )
