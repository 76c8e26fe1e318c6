"""A random game of 12 options and 4 decision makers, and larger ones."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from detente.kernels import Moves, joint_replies, stands
from detente.stability import CONCEPTS

Game = tuple[list[NDArray[np.int32]], list[Moves], NDArray[np.bool_]]


def game(options: int, deciders: int, seed: int = 20180525) -> Game:
    """Return a strict random game in which every state is feasible and every move reversible."""
    rng = np.random.default_rng(seed)
    size = 1 << options
    ranks = [rng.permutation(size).astype(np.int32) for _ in range(deciders)]
    moves = [Moves(tuple(range(i, options, deciders))) for i in range(deciders)]
    return ranks, moves, np.ones(size, dtype=bool)


def rugged(options: int, deciders: int, seed: int = 20180525) -> Game:
    """Return a random game with ties, three in ten states infeasible, a third of the moves final."""
    ranks, moves, _ = game(options, deciders, seed)
    feasible = np.random.default_rng(seed).random(1 << options) > 0.3
    one_way = [
        Moves(m.free[2:], up=m.free[:1], down=m.free[1:2] if i % 2 else ())
        for i, m in enumerate(moves)
    ]
    tied = [np.where(feasible, own % 300, -1).astype(np.int32) for own in ranks]
    return tied, one_way, feasible


def equilibria(given: Game, concepts: tuple[str, ...]) -> list[int]:
    """Return the number of equilibria under each concept."""
    ranks, moves, feasible = given
    counts = []
    for concept in (CONCEPTS[c] for c in concepts):
        pulls = joint_replies(ranks, moves, concept.as_threshold("a benchmark"))
        held = feasible.copy()
        for i, own in enumerate(ranks):
            held &= stands(own, i, feasible, moves, pulls, countermoves=concept.countermoves)
        counts.append(int(np.count_nonzero(held)))
    return counts


FOUR = ("nash", "gmr", "smr", "seq")


def in_order(counts: object) -> bool:
    """Nash within SMR within GMR, and SEQ within GMR."""
    assert isinstance(counts, list)
    nash, gmr, smr, seq = counts
    return bool(nash <= smr <= gmr and nash <= seq <= gmr)


CALLS = [
    (
        f"{n} options, {d} decision makers, 4 concepts",
        partial(equilibria, game(n, d), FOUR),
        in_order,
    )
    for n, d in ((12, 4), (16, 4), (20, 4))
]
CALLS.append(
    (
        "12 options, 4 decision makers: infeasible, irreversible, tied",
        partial(equilibria, rugged(12, 4), FOUR),
        in_order,
    )
)
