"""How compiled kernels walk over states: in tiles that hold whole groups and whole runs of memory.

The states that one decision maker leads between differ in its own bits only, and those may lie far
apart. A tile holds, for every setting of its own higher bits, a run of neighbouring states: so a
pass reads and writes memory in runs, whichever bits are whose.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.kernels.moves import Moves, settings

__all__ = ["FREE", "Groups", "Tiles", "groups", "tiles"]

Codes = NDArray[np.int64]
FREE, UP, DOWN = 0, 1, 2


class Tiles(NamedTuple):
    """The tiles of a sweep: row r of tile t is the run of `width` states at `bases[t] + rows[r]`.

    Rows that differ in free bits only have the same pattern; patterns are numbered by the directed
    bits above the run. `bits` are places in `pattern * width + place in the run` along which what
    is known of a tile is still to be spread, `turns` how each of them turns.
    """

    bases: Codes
    rows: Codes
    width: int
    patterns: Codes
    bits: Codes
    turns: Codes


def tiles(options: int, moves: Moves, run: int = 6) -> Tiles:
    """Return the tiles of one decision maker's moves; a run has at most 2**run states.

    >>> found = tiles(4, Moves(free=(0, 3)), run=2)
    >>> found.bases.tolist(), found.rows.tolist(), found.bits.tolist()
    ([0, 4], [0, 8], [0])
    """
    run = min(run, options)
    turns = _turns(moves)
    low, high = [b for b in turns if b < run], [b for b in turns if b >= run]
    free = settings(tuple(b for b in high if turns[b] == FREE))
    directed = [b for b in high if turns[b] != FREE]
    fixed = settings(tuple(directed))
    left = [*low, *directed]
    return Tiles(
        bases=settings(tuple(b for b in range(run, options) if b not in turns)),
        rows=(fixed[:, None] + free[None, :]).ravel(),
        width=1 << run,
        patterns=np.repeat(np.arange(len(fixed)), len(free)),
        bits=np.array([*low, *range(run, run + len(directed))], dtype=np.int64),
        turns=np.array([turns[b] for b in left], dtype=np.int64),
    )


class Groups(NamedTuple):
    """The same, where groups are looked at one by one: group e of a tile begins at `inner[e]`.

    A group's states are numbered by their own bits. State k lies `steps[k]` beyond the beginning
    of its group in memory, `places[k]` beyond it in a copy of the tile; `ahead[k]` has a bit on
    for each directed bit that has been turned for good.
    """

    bases: Codes
    rows: Codes
    width: int
    inner: Codes
    steps: Codes
    places: Codes
    ahead: Codes


def groups(options: int, moves: Moves, run: int = 4) -> Groups:
    """Return the tiles of one decision maker's moves, group by group.

    >>> found = groups(4, Moves(free=(0, 3)), run=2)
    >>> found.steps.tolist(), found.places.tolist(), found.inner.tolist()
    ([0, 1, 8, 9], [0, 1, 4, 5], [0, 2])
    """
    run = min(run, options)
    turns = _turns(moves)
    own = sorted(turns)
    high = [b for b in own if b >= run]
    place = {b: b if b < run else run + high.index(b) for b in own}
    steps = settings(tuple(own))
    directed = [b for b in own if turns[b] != FREE]
    turned = [(steps >> b & 1) ^ (turns[b] == DOWN) for b in directed]
    ahead = sum((t << k for k, t in enumerate(turned)), np.zeros_like(steps))
    return Groups(
        bases=settings(tuple(b for b in range(run, options) if b not in turns)),
        rows=settings(tuple(high)),
        width=1 << run,
        inner=settings(tuple(b for b in range(run) if b not in turns)),
        steps=steps,
        places=settings(tuple(place[b] for b in own)),
        ahead=ahead,
    )


def _turns(moves: Moves) -> dict[int, int]:
    found = dict.fromkeys(moves.free, FREE) | dict.fromkeys(moves.up, UP)
    return found | dict.fromkeys(moves.down, DOWN)
