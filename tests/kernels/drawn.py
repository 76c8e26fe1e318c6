"""What kernel tests draw: the moves of one decision maker, ranks with ties, values with gaps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.kernels import Moves

__all__ = ["WORST", "drawn_moves", "drawn_ranks", "drawn_values"]

WORST = np.iinfo(np.int32).max
SHARES = ([0.25] * 4, [0.6, 0, 0, 0.4], [0.4, 0.3, 0.3, 0], [1, 0, 0, 0], [0, 0.5, 0.5, 0])


def drawn_moves(rng: np.random.Generator, options: int) -> Moves:
    """Draw which bits are its own and how each of them turns."""
    kinds = rng.choice(4, size=options, p=SHARES[int(rng.integers(len(SHARES)))])
    return Moves(*(tuple(int(b) for b in np.flatnonzero(kinds == k)) for k in range(3)))


def drawn_ranks(rng: np.random.Generator, options: int) -> NDArray[np.int32]:
    """Draw ranks; often many ties, often -1 for infeasible states."""
    size = 1 << options
    ranks = rng.integers(0, rng.choice([2, 7, size + 1]), size).astype(np.int32)
    ranks[rng.random(size) < rng.choice([0.0, 0.3])] = -1
    return ranks


def drawn_values(rng: np.random.Generator, ranks: NDArray[np.int32]) -> NDArray[np.int32]:
    """Draw values; the largest of the type where a state is infeasible."""
    values = rng.integers(0, rng.choice([3, 50, ranks.size + 1]), ranks.size).astype(np.int32)
    return np.where(ranks < 0, WORST, values).astype(np.int32)
