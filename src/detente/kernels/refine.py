"""Nash stability on sets of states, statement by statement: no rank of any state is ever formed.

Of the states that a decision maker can choose among, keep those that meet the most important
statement, if any does; of these those that meet the next, and so on. What is left is what it would
not leave. On words of 64 states that is a few operations a word and statement:
kept := kept & (some choice meets it -> it is met).

Sets are compact: one axis of length 2 for each higher bit, highest first, and a last axis of words
for the states of the lower ones; length 1 along all on which nothing depends. So each statement is
worked out on the bits that it and those above it depend on, not on all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import chain, combinations

import numpy as np
from numpy.typing import NDArray

from detente.kernels.bitsets import WORD, Words
from detente.kernels.moves import Moves
from detente.kernels.threads import shared

__all__ = ["ALL", "keep_best", "side"]

BLOCK = 1 << 16
"""So many words are worked on at a time: half a megabyte, which stays near the core."""
ALL = np.uint64(0xFFFFFFFFFFFFFFFF)
"""All 64 states of a word."""


def side(bit: int, on: bool, shape: Sequence[int]) -> Words:
    """Return the states with a bit on, or off, as a compact set; `shape` is that of a full one.

    >>> [hex(w) for w in side(2, True, (2, 1)).ravel().tolist()]
    ['0xf0f0f0f0f0f0f0f0']
    >>> side(6, True, (2, 1)).ravel().tolist() == [0, 2**64 - 1]
    True
    """
    *high, words = shape
    run = (words * WORD).bit_length() - 1
    flip = ALL if not on else np.uint64(0)
    if bit < 6:
        mask = sum(1 << s for s in range(WORD) if s >> bit & 1)
        return np.full((1,) * len(shape), mask, dtype=np.uint64) ^ flip
    axis = len(high) - 1 - (bit - run) if bit >= run else len(high)
    taken = np.arange(shape[axis]) >> (0 if bit >= run else bit - 6) & 1
    found = np.where(taken == 1, ALL, np.uint64(0)) ^ flip
    return found.reshape([-1 if a == axis else 1 for a in range(len(shape))])


def keep_best(
    into: Words, moves: Moves, rules: Sequence[Words], levels: Sequence[Sequence[Words]]
) -> None:
    """Take out of a set, in place, the states that one decision maker would leave.

    `into` is full. `rules` say which states are feasible, so far as its own bits matter to that;
    `levels` hold its statements, most important first, those that count equally together. Time
    doubles with each of its bits that cannot be turned back.
    """
    shape, last = into.shape, into.ndim - 1
    run = (shape[-1] * WORD).bit_length() - 1
    own = {last - 1 - (b - run) for b in moves.bits if b >= run}
    pieces = [*rules, *chain(*levels)]
    seen = list(dict.fromkeys(a for p in pieces for a in range(last) if p.shape[a] == 2))
    split: list[int] = []
    for axis in seen:  # what the first statements depend on is settled before the blocks
        if shape[-1] << len(seen) - len(split) > BLOCK and axis not in own:
            split.append(axis)

    def task(start: int, stop: int) -> None:
        for n in range(start, stop):
            at = {axis: n >> k & 1 for k, axis in enumerate(split)}
            part = _best(
                moves,
                shape,
                [_cut(r, at) for r in rules],
                [[_cut(w, at) for w in v] for v in levels],
            )
            here = _cut(into, at)
            np.bitwise_and(here, part, out=here)

    shared(task, 1 << len(split))


def _cut(words: Words, at: dict[int, int]) -> Words:
    """Return a view of a set where some axes are settled; it keeps all its axes."""
    return words[
        tuple(
            slice(at[a], at[a] + 1) if a in at and n == 2 else slice(None)
            for a, n in enumerate(words.shape)
        )
    ]


def _best(
    moves: Moves, shape: Sequence[int], rules: Sequence[Words], levels: Sequence[Sequence[Words]]
) -> Words:
    """Return the states that are best of what they lead to.

    Which of the directed bits have been turned decides what there is to choose among, so each
    case is looked at by itself. What is best of more is best of less, so all cases are joined.
    """
    directed = {**dict.fromkeys(moves.up, True), **dict.fromkeys(moves.down, False)}
    found: Words = np.zeros((1,) * len(shape), dtype=np.uint64)
    for turned in _subsets(directed):
        far = [side(b, directed[b], shape) for b in turned]
        kept = _all([*rules, *far], shape)
        bits = [*moves.free, *(b for b in directed if b not in turned)]
        for level in levels:
            for met in _counts(level):
                offered = ~_some(kept & met, bits, shape)
                kept = kept & (offered | met)
        found = found | kept
    return found


def _subsets(bits: Iterable[int]) -> Iterable[tuple[int, ...]]:
    every = list(bits)
    return chain.from_iterable(combinations(every, n) for n in range(len(every) + 1))


def _all(sets: Iterable[Words], shape: Sequence[int]) -> Words:
    return reduce(np.bitwise_and, sets, np.full((1,) * len(shape), ALL))


def _counts(level: Sequence[Words]) -> list[Words]:
    """Return where at least 1, 2, … of some statements are met: each is worth as much."""
    rows: list[Words] = []
    for met in level:
        more = [row & met for row in rows]
        rows = [row | one for row, one in zip(rows, [met, *more], strict=False)]
        rows.append(more[-1] if more else met)
    return rows


def _some(words: Words, bits: Iterable[int], shape: Sequence[int]) -> Words:
    """Return where some state that differs in these bits only is in a set."""
    run, last = (shape[-1] * WORD).bit_length() - 1, len(shape) - 1
    for bit in bits:
        axis = last - 1 - (bit - run)
        if bit >= run and words.shape[axis] == 2:
            off, on = np.split(words, 2, axis=axis)
            words = off | on
    for bit in bits:
        if bit < 6:
            words = _within(words, bit)
        elif bit < run and words.shape[-1] > 1:
            words = _across(words, bit - 6)
    return words


def _within(words: Words, bit: int) -> Words:
    """Join the two halves of each word that a bit tells apart."""
    step, on = np.uint64(1 << bit), np.uint64(sum(1 << s for s in range(WORD) if s >> bit & 1))
    both: Words = words | (words & on) >> step | (words & ~on) << step
    return both


def _across(words: Words, bit: int) -> Words:
    """Join the words of a run that a bit tells apart."""
    pairs = words.reshape(*words.shape[:-1], -1, 2, 1 << bit)
    both: NDArray[np.uint64] = np.empty_like(pairs)
    np.bitwise_or(pairs[..., 0, :], pairs[..., 1, :], out=both[..., 0, :])
    both[..., 1, :] = both[..., 0, :]
    return both.reshape(words.shape)
