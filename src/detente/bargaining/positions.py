"""Who stands where on an issue, how much it matters to them, and how much clout they have."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from detente.errors import UsageError

__all__ = ["Positions"]

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Positions:
    """Positions on one issue, with salience and clout; build it with `Positions.of`.

    Each array has shape (actors,), or (draws, actors) where ranges were sampled. Positions may be
    in any unit, salience and clout are 0 or more; their product is the weight of an actor.
    """

    actors: tuple[str, ...]
    at: Numbers
    salience: Numbers
    clout: Numbers

    @classmethod
    def of(
        cls,
        actors: tuple[str, ...] | list[str],
        at: ArrayLike,
        salience: ArrayLike = 1.0,
        clout: ArrayLike = 1.0,
    ) -> Positions:
        """Return checked positions; salience and clout are 1 where nothing is said.

        Raises `UsageError` for no actor, one that stands twice, numbers that are not finite,
        salience or clout below 0, shapes that do not fit, or where nobody has any weight.

        >>> Positions.of(["north", "south"], [0, 60], clout=[2, 1]).weights.tolist()
        [2.0, 1.0]
        """
        names = tuple(actors)
        if not names or len(set(names)) < len(names):
            hint = "name each actor once, and one at least"
            raise UsageError("no positions to bargain over", found=list(names), hint=hint)
        try:
            given = (np.asarray(a, dtype=np.float64) for a in (at, salience, clout))
            raw = list(np.broadcast_arrays(*given))
        except ValueError:
            raw = []
        if not raw or raw[0].ndim == 0 or raw[0].shape[-1] != len(names):
            expected = f"one number for each of {len(names)} actors"
            raise UsageError("positions, salience and clout do not fit", expected=expected)
        found = cls(names, *(np.array(a) for a in raw))
        found._refuse_odd()
        return found

    def _refuse_odd(self) -> None:
        for what in ("at", "salience", "clout"):
            values = getattr(self, what)
            if not np.isfinite(values).all() or (what != "at" and (values < 0).any()):
                expected = "finite numbers" if what == "at" else "finite numbers of 0 or more"
                raise UsageError(
                    f"`{what}` of a position", found=values.tolist(), expected=expected
                )
        if not (self.weights.sum(axis=-1) > 0).all():
            hint = "somebody needs salience and clout above 0"
            raise UsageError("nobody has any weight on this issue", hint=hint)

    @cached_property
    def weights(self) -> Numbers:
        """Clout times salience."""
        return self.clout * self.salience

    @cached_property
    def shares(self) -> Numbers:
        """The weights, divided by their sum."""
        share: Numbers = self.weights / self.weights.sum(axis=-1, keepdims=True)
        return share

    def place(self, actor: str) -> int:
        """Return the number of an actor; `UsageError` for one that has no position here."""
        if actor not in self.actors:
            hint = f"there are {', '.join(self.actors)}"
            raise UsageError("no position of this actor", found=actor, hint=hint)
        return self.actors.index(actor)
