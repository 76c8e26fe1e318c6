"""Numbers of sets by their size: sequences of whole numbers, added up and multiplied exactly.

Entry d of such a tally counts sets of d items; it has one entry more than there are items.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

__all__ = ["Tally", "every", "product", "rest", "times"]

Tally = tuple[int, ...]


@cache
def every(items: int) -> Tally:
    """Return the tally of all sets of some items.

    >>> every(3)
    (1, 3, 3, 1)
    """
    found = [1]
    for d in range(items):
        found.append(found[-1] * (items - d) // (d + 1))
    return tuple(found)


def rest(tally: Tally) -> Tally:
    """Return the tally of the sets that are not counted.

    >>> rest((0, 1, 1))
    (1, 1, 0)
    """
    return tuple(a - b for a, b in zip(every(len(tally) - 1), tally, strict=True))


def times(first: Tally, second: Tally) -> Tally:
    """Return the tally of unions of one set of each, where the two have no item in common.

    The coefficients of each are packed into one whole number, since Python multiplies large
    numbers faster than many small ones.

    >>> times((0, 1), (0, 2, 1))
    (0, 0, 2, 1)
    """
    width = (sum(first).bit_length() + sum(second).bit_length()) // 8 + 1
    many = len(first) + len(second) - 1
    raw = (_packed(first, width) * _packed(second, width)).to_bytes(many * width, "little")
    return tuple(int.from_bytes(raw[k * width : (k + 1) * width], "little") for k in range(many))


def product(tallies: Iterable[Tally]) -> Tally:
    """Return the product of tallies of sets without a common item; short ones are multiplied first.

    >>> product([(0, 1), (1, 1), (1, 1)]), product([])
    ((0, 1, 2, 1), (1,))
    """
    pending = sorted(tallies, key=len) or [every(0)]
    while len(pending) > 1:
        pairs = zip(pending[::2], pending[1::2], strict=False)
        odd = pending[len(pending) // 2 * 2 :]
        pending = [*(times(a, b) for a, b in pairs), *odd]
    return pending[0]


def _packed(tally: Tally, width: int) -> int:
    return int.from_bytes(b"".join(c.to_bytes(width, "little") for c in tally), "little")
