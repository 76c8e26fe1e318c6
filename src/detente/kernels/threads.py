"""Compiled work in parallel: a range is split into parts, and each core takes one after another.

The compiled kernels let go of the interpreter's lock, so plain threads serve. No thread outlives a
call, so a process may fork at any time and an interrupt is heard between two calls.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

__all__ = ["cores", "shared"]

PARTS = 4
"""So many parts a core: what one core finishes early, it takes from another."""

Result = TypeVar("Result")


def cores() -> int:
    """Return the number of cores that this process may use."""
    asked = getattr(os, "sched_getaffinity", None)
    return len(asked(0)) if asked else os.cpu_count() or 1


def shared(task: Callable[[int, int], Result], count: int) -> list[Result]:
    """Return `task(start, stop)` for each part of `range(count)`, in order.

    >>> sum(shared(lambda start, stop: sum(range(start, stop)), 100))
    4950
    """
    parts = min(count, cores() * PARTS)
    if parts < 2 or cores() == 1:
        return [task(0, count)]
    bounds = [count * p // parts for p in range(parts + 1)]
    with ThreadPoolExecutor(cores()) as pool:
        return list(pool.map(task, bounds[:-1], bounds[1:]))
