"""Hybrid preferences: strength where a preference is known, and preferences that are unknown.

The extensions are those of unknown preferences; under strong stability a sanction must be strongly
less preferred, or, where an extension is deterred by the unknown, unknown.

Source: Xu, Hipel, Kilgour & Chen (2010). That the unknown counts as a strong sanction under c and
d is the reading implemented; not checked against the paper.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.kernels.arcs import Row
from detente.stability.preferences.strength import STRONG, grades
from detente.stability.preferences.unknown import EXTENSIONS, Extension, known
from detente.stability.structure import Stated, Structure

__all__ = ["MEMBER", "Hybrid"]


@dataclass(frozen=True, eq=False)
class Hybrid:
    """Graded preferences of which some are unknown, under one extension.

    `grade(s)[q]` is as in `Graded`; it counts only where `unknown(s)[q]` is false.

    >>> table, doubt = np.array([[0, 0], [0, 0]]), np.array([[0, 1], [1, 0]], dtype=bool)
    >>> [Hybrid(table.__getitem__, doubt.__getitem__, e, 2).deters(0).tolist() for e in ("b", "d")]
    [[False, False], [False, True]]
    """

    grade: Callable[[int], NDArray[np.int64]]
    unknown: Row
    extension: Extension = "a"
    least: int = 0

    def tempts(self, s: int) -> NDArray[np.bool_]:
        """Return the states preferred to s; with a and c the unknown ones, too."""
        return self.gains(s) if self.extension in "ac" else self._better(s)

    def deters(self, s: int) -> NDArray[np.bool_]:
        """Return the states less preferred by `least` grades; with c and d the unknown ones, too."""
        worse: NDArray[np.bool_] = self.grade(s) <= -self.least
        doubtful = self.unknown(s)
        return worse | doubtful if self.extension in "cd" else worse & ~doubtful

    def gains(self, s: int) -> NDArray[np.bool_]:
        """Return the states that are, or may be, preferred to s."""
        return self._better(s) | self.unknown(s)

    def _better(self, s: int) -> NDArray[np.bool_]:
        better: NDArray[np.bool_] = (self.grade(s) > 0) & ~self.unknown(s)
        return better


def make(stated: Stated, variant: str = "a") -> Hybrid:
    """Return what tempts and deters under an extension, such as `a`, or `a-strong`."""
    extension, _, strong = variant.partition("-")
    _, unknown = known(stated.orders)
    return Hybrid(grades(stated), unknown, extension, STRONG if strong else 0)  # type: ignore[arg-type]


MEMBER = Structure(
    key="hybrid",
    name="Strength and unknown preferences together",
    order=4,
    meaning="A preference may be mild, strong or unknown.",
    limits="Where it is unknown which of two states is preferred, so is how strongly.",
    source="Xu, Hipel, Kilgour & Chen (2010)",
    says="`strong` of a reading, and statements marked `unsure`.",
    make=make,
    given=lambda stated: stated.strong is not None or len(stated.orders) > 1,
    variants={
        **EXTENSIONS,
        **{f"{e}-strong": f"{meaning}; sanctions are strong" for e, meaning in EXTENSIONS.items()},
    },
)
