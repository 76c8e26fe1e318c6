"""Unknown preference: of two states one is preferred, both are alike, or it is not known which.

Four extensions say what a decision maker makes of what is unknown: does it move towards it
(a, c: yes; b, d: no), and does it fear it as a sanction (c, d: yes; a, b: no)? Those who answer
move towards the unknown under all four. 16 definitions follow, 14 of them distinct, for Nash
stability looks at the moves alone.

Source: Li, Hipel, Kilgour & Fang (2004).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from detente.kernels.arcs import Row
from detente.stability.structure import Stated, Structure

__all__ = ["EXTENSIONS", "MEMBER", "Extension", "Unknown", "known"]

Extension = Literal["a", "b", "c", "d"]

EXTENSIONS: dict[str, str] = {
    "a": "moves towards the unknown, and is not deterred by it",
    "b": "moves to what is better for sure, and is not deterred by the unknown",
    "c": "moves towards the unknown, and is deterred by it",
    "d": "moves to what is better for sure, and is deterred by the unknown",
}


@dataclass(frozen=True, eq=False)
class Unknown:
    """Preferences of which some are unknown, under one extension.

    `better(s)` marks the states preferred to s, `unknown(s)` those that cannot be compared with s;
    rows of shape (n,). No state is both, and `unknown` holds both ways. Every other state is alike
    to s, or less preferred.

    >>> table = np.array([[0, 1, 0], [0, 0, 1], [0, 0, 0]], dtype=bool)
    >>> doubt = np.array([[0, 0, 1], [0, 0, 0], [1, 0, 0]], dtype=bool)
    >>> rows = table.__getitem__, doubt.__getitem__
    >>> [(e, Unknown(*rows, e).tempts(0).tolist(), Unknown(*rows, e).deters(0).tolist())
    ...  for e in ("a", "d")]
    [('a', [False, True, True], [True, False, False]),
     ('d', [False, True, False], [True, False, True])]
    """

    better: Row
    unknown: Row
    extension: Extension = "a"

    def tempts(self, s: int) -> NDArray[np.bool_]:
        """Return the states preferred to s; with a and c the unknown ones, too."""
        return self.gains(s) if self.extension in "ac" else self.better(s)

    def deters(self, s: int) -> NDArray[np.bool_]:
        """Return the states that s is at least as good as; with c and d the unknown ones, too."""
        kept = self.better(s) if self.extension in "cd" else self.gains(s)
        return ~kept

    def gains(self, s: int) -> NDArray[np.bool_]:
        """Return the states that are, or may be, preferred to s."""
        return self.better(s) | self.unknown(s)


def known(orders: NDArray[np.int64]) -> tuple[Row, Row]:
    """Return what is preferred, and what is unknown, if each of these rankings may be true.

    `orders` has shape (rankings, n). A state is preferred if it is under every ranking, alike if
    it is under every one; all else is unknown.

    >>> better, unknown = known(np.array([[0, 1, 2], [0, 2, 1]]))
    >>> better(0).tolist(), unknown(1).tolist()
    ([False, True, True], [False, False, True])
    """

    def better(s: int) -> NDArray[np.bool_]:
        return np.asarray((orders > orders[:, [s]]).all(axis=0))

    def unknown(s: int) -> NDArray[np.bool_]:
        sign = np.sign(orders - orders[:, [s]])
        return np.asarray((sign != sign[0]).any(axis=0))

    return better, unknown


def make(stated: Stated, variant: str = "a") -> Unknown:
    """Return what tempts and deters under an extension, given the orders that may be true."""
    return Unknown(*known(stated.orders), variant)  # type: ignore[arg-type]


MEMBER = Structure(
    key="unknown",
    name="Unknown preferences",
    order=3,
    meaning="Which of two states a decision maker prefers may be unknown.",
    limits="Unknown is not a probability: nothing is said of which is likelier.",
    source="Li, Hipel, Kilgour & Fang (2004)",
    says="Statements marked `unsure`: their place in the order may be exchanged with a neighbour's.",
    make=make,
    given=lambda stated: len(stated.orders) > 1,
    variants=EXTENSIONS,
)
