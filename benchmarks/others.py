"""Pure Nash equilibria by a well-known game library, on the same games in the same run.

Gambit's Python package is asked where it is installed; it is no dependency of the project.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.frontier import Game, equilibria, game

SIZES = ((10, 2), (12, 2), (12, 4), (16, 4))
ROUNDS = 3


def compare() -> list[dict[str, Any]]:
    """Return one row a size: seconds by each, to find the same number of equilibria."""
    if find_spec("pygambit") is None:
        return []
    import pygambit

    rows = []
    for options, deciders in SIZES:
        given = game(options, deciders)
        text = io.StringIO(strategic_form(given, options))
        theirs = pygambit.read_nfg(text)
        ours, found = best(lambda given=given: equilibria(given, ("nash",))[0])
        other, listed = best(lambda theirs=theirs: pygambit.nash.enumpure_solve(theirs).equilibria)
        assert found == len(listed), "the two must find the same equilibria"
        rows.append(
            {
                "library": f"pygambit {pygambit.__version__}",
                "states": 1 << options,
                "deciders": deciders,
                "equilibria": found,
                "seconds": ours,
                "other_seconds": other,
            }
        )
    return rows


def best(call: Callable[[], Any]) -> tuple[float, Any]:
    """Return the least processor time of a few calls, and what the last one returned."""
    timings = []
    for _ in range(ROUNDS):
        start = time.process_time()
        result = call()
        timings.append(time.process_time() - start)
    return min(timings), result


def strategic_form(given: Game, options: int) -> str:
    """Return a game as text in Gambit's strategic form; the first player's strategy runs fastest."""
    ranks, moves, _ = given
    codes = np.zeros(1, dtype=np.int64)
    for own in moves:
        settings = _settings(own.free)
        codes = (settings[:, None] + codes[None, :]).ravel()
    counts = " ".join(str(1 << len(own.free)) for own in moves)
    names = " ".join(f'"{i}"' for i in range(len(moves)))
    payoffs = np.stack([own[codes] for own in ranks], axis=1)
    body = " ".join(map(str, payoffs.ravel().tolist()))
    return f'NFG 1 R "random" {{ {names} }} {{ {counts} }}\n\n{body}\n'


def _settings(bits: tuple[int, ...]) -> NDArray[np.int64]:
    codes = np.zeros(1, dtype=np.int64)
    for bit in bits:
        codes = np.concatenate([codes, codes + (1 << bit)])
    return codes
