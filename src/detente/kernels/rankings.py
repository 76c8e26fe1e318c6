"""What share of all rankings puts a set of a counted kind below one pivot."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from math import comb, factorial

__all__ = ["strict_share", "weak_orders", "weak_share"]


def strict_share(counts: Sequence[int]) -> Fraction:
    """Return the share of strict rankings in which the set of items below a pivot is counted.

    `counts[d]` is the number of sets of d items that count, among len(counts) - 1 items. Each set
    of d among m items is what stands below in d! (m - d)! of the (m + 1)! rankings of the items and
    the pivot, and in the same share of the rankings of any larger set.

    >>> strict_share([0, 0, 4, 4, 1])
    Fraction(8, 15)
    """
    most = len(counts) - 1
    ways, each = 0, factorial(most)  # each: the rankings that put one set of d items below
    for d, count in enumerate(counts):
        ways += count * each
        each = each * (d + 1) // (most - d) if d < most else each
    return Fraction(ways, factorial(most + 1))


def weak_share(counts: Sequence[int], others: int) -> Fraction:
    """Return the share of rankings with ties in which the set of items not above a pivot is counted.

    `others` is the number of all ranked items but the pivot; it matters, because a tie among items
    that are not mentioned makes a ranking of its own. Below the pivot or level with it d items can
    stand in 2 W(d) ways (once for none), W being the number of rankings with ties.

    >>> weak_share([0, 1], 1)    # not below one other item: above it or level, of three rankings
    Fraction(2, 3)
    """
    spare = others - (len(counts) - 1)
    ways = 0
    for d in range(others + 1):
        sets = sum(c * comb(spare, d - k) for k, c in enumerate(counts) if c and k <= d)
        ways += sets * weak_orders(others - d) * (2 * weak_orders(d) if d else 1)
    return Fraction(ways, weak_orders(others + 1))


@cache
def weak_orders(items: int) -> int:
    """Return the number of rankings with ties of some items (the ordered Bell numbers).

    >>> [weak_orders(n) for n in range(6)]
    [1, 1, 3, 13, 75, 541]
    """
    if not items:
        return 1
    return sum(comb(items, top) * weak_orders(items - top) for top in range(1, items + 1))
