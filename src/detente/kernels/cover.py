"""A few cases that together say where something is true: a Boolean function as or of ands.

Source: the irredundant sum of products of Minato (1992) and Morreale (1970), recalled.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["cover"]

Bools = NDArray[np.bool_]
Case = tuple[tuple[int, bool], ...]


def cover(truth: Bools) -> list[Case]:
    """Return cases that cover just the entries that are true; none can be left out.

    `truth` has shape (2,) * k. A case is a tuple of (axis, value), rising, and holds where every one
    of these axes has its value; the empty case holds everywhere. Time grows with 2**k.

    >>> cover(np.array([[False, True], [True, True]]))
    [((0, True),), ((1, True),)]
    """
    return _between(truth, truth, 0)[0]


def _between(least: Bools, most: Bools, axis: int) -> tuple[list[Case], Bools]:
    """Return cases that cover all of `least` and nothing beyond `most`, and where they hold."""
    if not least.any():
        return [], np.zeros_like(least)
    if most.all():
        return [()], np.ones_like(least)
    off, found_off = _between(least[0] & ~most[1], most[0], axis + 1)
    on, found_on = _between(least[1] & ~most[0], most[1], axis + 1)
    left = (least[0] & ~found_off) | (least[1] & ~found_on)
    both, found = _between(left, most[0] & most[1], axis + 1)
    cases = [((axis, value), *case) for value, part in ((False, off), (True, on)) for case in part]
    return cases + both, np.stack([found_off | found, found_on | found])
