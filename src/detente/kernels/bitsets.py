"""Sets of states as bits of words: eight bytes hold 64 states, so that 2**30 states take 128 MB.

A set has shape (W,): state s is bit s mod 64 of word s // 64. Compact arrays of truth (one axis for
each higher option, a last one for a run of states) are packed along their last axis.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

__all__ = ["Words", "count", "has", "least", "pack", "taken"]

Words = NDArray[np.uint64]
WORD = 64
BLOCK = 1 << 14
"""So many words are unpacked at a time."""
_IN_WORD = [sum(1 << s for s in range(WORD) if s >> b & 1) for b in range(6)]


def pack(truth: NDArray[np.bool_]) -> Words:
    """Pack truth values along the last axis; a last word is filled up with zeros.

    >>> pack(np.array([True, False, True])).tolist()
    [5]
    """
    length = truth.shape[-1]
    spare = -length % WORD
    if spare:
        truth = np.pad(truth, [(0, 0)] * (truth.ndim - 1) + [(0, spare)])
    octets = np.packbits(np.ascontiguousarray(truth), axis=-1, bitorder="little")
    return octets.view("<u8").astype(np.uint64, copy=False)


def count(words: Words) -> int:
    """Return how many states are in a set.

    >>> count(np.array([5, 1], dtype=np.uint64))
    3
    """
    return int(np.bitwise_count(words).sum(dtype=np.int64))


def has(words: Words, state: int) -> bool:
    """Return whether a state is in a set."""
    return bool(int(words[state // WORD]) >> state % WORD & 1)


def taken(words: Words, options: int) -> list[int]:
    """Return, for each option, how many states of a set take it.

    >>> taken(np.array([0b1100], dtype=np.uint64), 2)
    [1, 2]
    """
    blocks = [words[at : at + BLOCK] for at in range(0, len(words), BLOCK)]
    masks = [np.uint64(mask) for mask in _IN_WORD[:options]]
    found = [sum(count(block & mask) for block in blocks) for mask in masks]
    each = np.bitwise_count(words).astype(np.uint32)
    for _ in range(options - 6):  # what two neighbours hold together is what the next bit parts
        found.append(int(each[1::2].sum(dtype=np.int64)))
        each = each[::2] + each[1::2]
    return found


def least(
    words: Words, key: Callable[[NDArray[np.int64]], NDArray[np.int64]], most: int
) -> NDArray[np.int64]:
    """Return the states of a set with the least keys, at most so many; ties by number.

    `key` maps numbers of states to keys of the same shape.

    >>> least(np.array([0b1110], dtype=np.uint64), lambda states: -states, 2).tolist()
    [3, 2]
    """
    found = keys = np.empty(0, dtype=np.int64)
    for start in range(0, len(words), BLOCK):
        states = _members(words[start : start + BLOCK]) + start * WORD
        new = key(states)
        if len(found) == most:  # later states have greater numbers, so they must do better
            better = new < keys[-1] if most else new < new
            states, new = states[better], new[better]
        found, keys = np.concatenate([found, states]), np.concatenate([keys, new])
        order = np.argsort(keys, kind="stable")[:most]
        found, keys = found[order], keys[order]
    return found


def _members(words: Words) -> NDArray[np.int64]:
    """Return the states of a set, by number."""
    filled = np.flatnonzero(words)
    octets = words[filled].astype("<u8").view(np.uint8)
    places = np.flatnonzero(np.unpackbits(octets, bitorder="little"))
    return filled[places // WORD] * WORD + places % WORD
