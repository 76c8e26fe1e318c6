"""What the symbolic engine answers: values that say what is proven and how it was obtained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detente.stability.findings import Move, Obtained
from detente.stability.graph import State

__all__ = [
    "Backbone",
    "Compiled",
    "Count",
    "Ended",
    "Equilibria",
    "Membership",
    "Nearest",
    "Projection",
]

Ended = Literal["all", "limit", "time"]
"""Why a listing ended: nothing is left, by proof; the limit was reached; or the time was up."""


@dataclass(frozen=True)
class Equilibria:
    """Equilibria in the order found; all of them only where `ended` is "all"."""

    states: tuple[State, ...]
    ended: Ended
    obtained: Obtained

    @property
    def complete(self) -> bool:
        """Whether it is proven that there are no others."""
        return self.ended == "all"

    @property
    def proven_none(self) -> bool:
        """Whether it is proven that there is no equilibrium; none found in time is not that."""
        return self.complete and not self.states


@dataclass(frozen=True)
class Count:
    """The number of equilibria, exact where `ended` is "all"; else there are at least so many.

    `str` says it in words. Where the limit ended the count, one more than the limit was seen.
    """

    at_least: int
    ended: Ended
    obtained: Obtained

    def __str__(self) -> str:
        words = {"all": f"{self.at_least:,}", "limit": f"more than {self.at_least - 1:,}"}
        return words.get(self.ended, f"at least {self.at_least:,}")


@dataclass(frozen=True)
class Membership:
    """Whether a state is an equilibrium, and for each mover who would leave it the best way out.

    `holds` is None where the time was up first. `moves` are complete unless it was.
    """

    state: State
    holds: bool | None
    moves: tuple[Move, ...]
    obtained: Obtained


@dataclass(frozen=True)
class Nearest:
    """An equilibrium with the fewest options changed; one of them, where several are as near.

    Every equilibrium changes `at_least` so many. Where the time was up (`obtained.complete` is
    False), `state` is the nearest one seen, if any, and `exists` is None if none was seen; False
    is a proof that there is none.
    """

    exists: bool | None
    state: State | None
    changes: tuple[str, ...]
    at_least: int
    obtained: Obtained


@dataclass(frozen=True)
class Backbone:
    """The options that every equilibrium sets alike, and those that are seen both ways.

    An option in neither was still open when the time was up. `exists` as for `Nearest`; where
    there is no equilibrium, both are empty.
    """

    exists: bool | None
    fixed: Mapping[str, bool]
    free: tuple[str, ...]
    obtained: Obtained


@dataclass(frozen=True)
class Projection:
    """What the equilibria say about some names: each combination of values that one of them has."""

    names: tuple[str, ...]
    values: tuple[tuple[bool, ...], ...]
    ended: Ended
    obtained: Obtained


@dataclass(frozen=True)
class Compiled:
    """Clauses whose solutions, seen on the options, are exactly the equilibria, if complete.

    `variables` gives the variable of each option; the other variables define gates. Where the
    time was up (`obtained.complete` is False), other states may still be among the solutions.
    """

    variables: Mapping[str, int]
    clauses: tuple[tuple[int, ...], ...]
    obtained: Obtained
