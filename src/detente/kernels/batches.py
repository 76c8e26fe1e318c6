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
MOST_LINKS = 1 << 18
"""So many single moves are listed at most for compiled SEQ and SSEQ."""
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
    the result (games, kinds, words). All kinds are compiled where Numba is installed, those with
    improvements as replies if moves are few enough to list; all forms give the same.

    >>> cross = np.array([[[0, 1, 2, 3], [0, 0, 1, 2]], [[3, 1, 2, 0], [0, 0, 1, 2]]])
    >>> every = np.ones(4, dtype=bool)
    >>> hold_all(cross, every, [Moves((0,)), Moves((1,))])[:, 0, 0].tolist()
    [8, 4]
    """
    found = np.zeros((len(ranks), len(kinds), -(-feasible.size // WORD)), dtype=np.uint64)
    rest = set(range(len(kinds)))
    if has_numba():
        small = _small(ranks, feasible)
        rest -= _fused(found, small, feasible, moves, kinds)
        rest -= _sequential(found, small, feasible, moves, kinds)
    step = max(1, BLOCK // feasible.size)
    for start in range(0, len(ranks) if rest else 0, step):
        games = ranks[start : start + step].swapaxes(0, 1).astype(np.int32)
        games = np.where(feasible, games, np.int32(-1))
        for k in sorted(rest):
            found[start : start + step, k] = _held(games, feasible, moves, kinds[k])
    return found


def _fused(
    found: Words,
    ranks: Ranks,
    feasible: NDArray[np.bool_],
    moves: Sequence[Moves],
    kinds: Sequence[Kind],
) -> set[int]:
    """Fill in Nash, GMR and SMR where they are asked for, and return which kinds those are."""
    done = {k for k, kind in enumerate(kinds) if kind in FUSED}
    if done:
        from detente.kernels import compiled_batches

        fused = compiled_batches.hold_all(ranks, feasible, *_plan(feasible, moves))
        for k in done:
            found[:, k] = fused[:, FUSED.index(kinds[k])]
    return done


def _sequential(
    found: Words,
    ranks: Ranks,
    feasible: NDArray[np.bool_],
    moves: Sequence[Moves],
    kinds: Sequence[Kind],
) -> set[int]:
    """Fill in SEQ and SSEQ where the moves are few enough to list, and return which kinds those are."""
    asked = [k for k, (replies, _) in enumerate(kinds) if replies == "improvements"]
    per_state = sum((1 << len(m.bits)) - 1 for m in moves)
    if not asked or per_state * feasible.size > MOST_LINKS:
        return set()
    from detente.kernels import compiled_replies

    links = _links(feasible.tobytes(), tuple(moves))
    found[:, asked] = compiled_replies.hold_all(
        ranks, feasible, links, [kinds[k][1] for k in asked]
    )
    return set(asked)


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


@lru_cache(maxsize=16)
def _links(feasible: bytes, moves: tuple[Moves, ...]) -> NDArray[np.int64]:
    from detente.kernels import compiled_replies

    return compiled_replies.links_of(np.frombuffer(feasible, dtype=np.bool_), moves)


@lru_cache(maxsize=64)
def _classes(feasible: bytes, movers: tuple[Moves, ...]) -> Classes:
    return classes_of(np.frombuffer(feasible, dtype=np.bool_), movers)
