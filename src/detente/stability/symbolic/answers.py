"""What the symbolic engine answers: values that say what is proven and how it was obtained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from detente.stability.concept import Concept
from detente.stability.findings import Answer, Move, Obtained
from detente.stability.graph import State

__all__ = [
    "Backbone",
    "Compiled",
    "Count",
    "Ended",
    "Equilibria",
    "Membership",
    "Nearest",
    "Overview",
    "Projection",
    "Stays",
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
    """Whether a state is an equilibrium, and for each mover who would leave it a way out.

    Under Nash stability it is the best way, under other concepts one that nothing answers. `holds`
    is None where the time was up first. `moves` are complete unless it was.
    """

    state: State
    holds: bool | None
    moves: tuple[Move, ...]
    obtained: Obtained


@dataclass(frozen=True)
class Stays:
    """Whether one decision maker stays in a state under a concept, and why.

    `stable` is True or False by proof; else None: the time was up, or no answer of up to `within`
    moves was found to the improvement `leaves` and a longer one is neither found nor excluded.
    Where it does not stay, `leaves` is an improvement that nothing answers. Where it stays though
    it could improve, `answered` is its best improvement with an answer to it.
    """

    actor: str
    state: State
    concept: str
    stable: bool | None
    leaves: State | None
    within: int | None
    answered: Answer | None
    obtained: Obtained

    def __str__(self) -> str:
        if self.stable is not None:
            return "stable, by proof" if self.stable else "not stable, by proof"
        if self.within is None:
            return "unknown: the time was up"
        moves = "1 move" if self.within == 1 else f"up to {self.within} moves"
        return f"no sanction of {moves}; a longer one is not excluded"


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


@dataclass(frozen=True)
class Overview:
    """What is known of a game under one concept: of today's state, and of the equilibria."""

    concept: Concept
    today: tuple[Stays, ...]
    found: Equilibria
    near: Nearest
    shared: Backbone

    @property
    def exists(self) -> bool | None:
        """Whether there is an equilibrium; None where that was not settled in time."""
        return True if self.found.states else False if self.found.complete else self.near.exists
