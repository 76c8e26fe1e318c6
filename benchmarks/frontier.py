"""A random game of 12 options and 4 decision makers, and larger ones."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from detente.kernels import Moves, joint_replies, threshold
from detente.stability import CONCEPTS

Game = tuple[list[NDArray[np.int32]], list[Moves], NDArray[np.bool_]]


def game(options: int, deciders: int, seed: int = 20180525) -> Game:
    """Return a strict random game in which every state is feasible and every move reversible."""
    rng = np.random.default_rng(seed)
    size = 1 << options
    ranks = [rng.permutation(size).astype(np.int32) for _ in range(deciders)]
    moves = [Moves(tuple(range(i, options, deciders))) for i in range(deciders)]
    return ranks, moves, np.ones(size, dtype=bool)


def equilibria(given: Game, concepts: tuple[str, ...]) -> list[int]:
    """Return the number of equilibria under each concept."""
    ranks, moves, feasible = given
    counts = []
    for concept in (CONCEPTS[c] for c in concepts):
        pulls = joint_replies(ranks, moves, concept.replies)
        stable = feasible
        for i, own in enumerate(ranks):
            limit = threshold(own, i, feasible, moves, pulls, countermoves=concept.countermoves)
            stable = stable & (own >= limit)
        counts.append(int(stable.sum()))
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
