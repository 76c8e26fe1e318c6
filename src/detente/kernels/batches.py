"""Many games on one graph: the same feasible states and moves, other preferences in each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.kernels.bitsets import WORD, Words, pack
from detente.kernels.classes import Classes, classes_of
from detente.kernels.moves import Moves, has_numba
from detente.kernels.ranks import dense
from detente.kernels.thresholds import Replies, joint_replies, stands

__all__ = ["FUSED", "Kind", "hold_all"]

Ranks = NDArray[Any]
Kind = tuple[Replies, bool]
"""What the others may do in reply, and whether a sanction must survive a counter-move."""
FUSED: tuple[Kind, ...] = (("none", False), ("moves", False), ("moves", True))
"""Nash, GMR and SMR: what others may do does not hang on preferences, so it is worked out once."""
BLOCK = 1 << 20
"""So many ranks of one decision maker are worked on at a time without Numba."""


def hold_all(
    ranks: Ranks,
    feasible: NDArray[np.bool_],
    moves: Sequence[Moves],
    kinds: Sequence[Kind] = FUSED,
) -> Words:
    """Return which states hold for everyone, in each game and under each kind of stability.

    `ranks` has shape (games, decision makers, S), whatever it holds where a state is infeasible;
    the result (games, kinds, words). The three fused kinds are compiled where Numba is installed;
    both forms give the same.

    >>> cross = np.array([[[0, 1, 2, 3], [0, 0, 1, 2]], [[3, 1, 2, 0], [0, 0, 1, 2]]])
    >>> every = np.ones(4, dtype=bool)
    >>> hold_all(cross, every, [Moves((0,)), Moves((1,))])[:, 0, 0].tolist()
    [8, 4]
    """
    found = np.zeros((len(ranks), len(kinds), -(-feasible.size // WORD)), dtype=np.uint64)
    rest = [k for k, kind in enumerate(kinds) if kind not in FUSED or not has_numba()]
    if len(rest) < len(kinds):
        from detente.kernels import compiled_batches

        fused = compiled_batches.hold_all(
            _small(ranks, feasible), feasible, *_plan(feasible, moves)
        )
        for k, kind in enumerate(kinds):
            if k not in rest:
                found[:, k] = fused[:, FUSED.index(kind)]
    step = max(1, BLOCK // feasible.size)
    for start in range(0, len(ranks) if rest else 0, step):
        games = ranks[start : start + step].swapaxes(0, 1).astype(np.int32)
        games = np.where(feasible, games, np.int32(-1))
        for k in rest:
            found[start : start + step, k] = _held(games, feasible, moves, kinds[k])
    return found


def _held(
    ranks: NDArray[np.int32], feasible: NDArray[np.bool_], moves: Sequence[Moves], kind: Kind
) -> Words:
    """Return which states hold for everyone; `ranks` has shape (decision makers, games, S)."""
    replies, countermoves = kind
    pulls = joint_replies(list(ranks), moves, replies)
    held = np.broadcast_to(feasible, ranks.shape[1:])
    for i, own in enumerate(ranks):
        held = held & stands(own, i, feasible, moves, pulls, countermoves=countermoves)
    return pack(held)


def _small(ranks: Ranks, feasible: NDArray[np.bool_]) -> Ranks:
    """Return ranks that fit into two bytes, in the same order."""
    if ranks.dtype == np.uint16:
        return ranks
    least = ranks.min(axis=0, initial=0)[:, feasible].min(initial=0)
    most = ranks.max(axis=0, initial=0)[:, feasible].max(initial=0)
    if least >= 0 and most <= np.iinfo(np.uint16).max:
        return ranks
    return dense(ranks.astype(np.int64), feasible)


def _plan(
    feasible: NDArray[np.bool_], moves: Sequence[Moves]
) -> tuple[list[Classes], list[Classes]]:
    """Return where each decision maker can take the conflict, and where all others can."""
    states, everyone = feasible.tobytes(), tuple(moves)
    own = [_classes(states, (m,)) for m in everyone]
    return own, [_classes(states, everyone[:i] + everyone[i + 1 :]) for i in range(len(everyone))]


@lru_cache(maxsize=64)
def _classes(feasible: bytes, movers: tuple[Moves, ...]) -> Classes:
    return classes_of(np.frombuffer(feasible, dtype=np.bool_), movers)
