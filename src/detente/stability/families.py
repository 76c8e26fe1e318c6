"""Concepts with a parameter, and concepts mixed: one for each decision maker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NoReturn, cast

from detente.errors import UsageError
from detente.stability.concept import Concept, Outlook
from detente.stability.definition import Conflict
from detente.stability.game import Game
from detente.stability.settings import resolve

__all__ = ["Family", "Mixed", "ahead", "horizon", "mixed"]

MOST_MOVES = 100
"""The furthest that a concept may look ahead."""


@dataclass(frozen=True, kw_only=True)
class Family(Concept):
    """Concepts that differ in one parameter: `CONCEPTS["lh"].at(3)` looks three moves ahead.

    `holds` takes the parameter as its last argument. `parameter` says what it is, `example` how
    it may look; `make(family, text)` builds the member, or raises `UsageError`.
    """

    parameter: str
    example: str
    make: Callable[[Family, str], Concept]

    @property
    def usage(self) -> str:
        """How a member is named: the key, a colon and an example of the parameter."""
        return f"{self.key}:{self.example}"

    def at(self, parameter: str | int) -> Concept:
        """Return the concept with this parameter. Raises `UsageError`."""
        return self.make(self, str(parameter).strip())

    def of(self, deciders: Sequence[str]) -> NoReturn:
        """Raise `UsageError`: the parameter is missing."""
        raise self.incomplete()

    def incomplete(self) -> UsageError:
        """Return the error of one who names the family where a member is wanted."""
        return UsageError(
            "this concept needs a parameter",
            found=self.key,
            expected=self.parameter,
            hint=f"for example {self.usage}",
        )


@dataclass(frozen=True, kw_only=True)
class Mixed(Concept):
    """A different concept for each decision maker; `rest` serves those that `parts` does not name."""

    parts: tuple[tuple[str, Concept], ...]
    rest: Concept | None

    def of(self, deciders: Sequence[str]) -> tuple[Concept, ...]:
        """Return the concept of each decision maker.

        Raises `UnknownName` for a part of nobody, `UsageError` where someone has none.
        """
        parts = {resolve("decision maker", actor, deciders): part for actor, part in self.parts}
        missing = [d for d in deciders if d not in parts]
        if missing and self.rest is None:
            raise UsageError(
                "a decision maker has no concept",
                found=self.key,
                expected="one for " + ", ".join(missing),
                hint=f"name one for the rest: {self.key},nash",
            )
        return tuple(parts.get(d) or cast(Concept, self.rest) for d in deciders)


def mixed(parts: Mapping[str, Concept], rest: Concept | None = None) -> Mixed:
    """Return the concept under which each decision maker goes by its own.

    Source: Ge et al. (2023), under the name of combinatorial behaviour. Raises `UsageError` where
    a part is itself mixed.

    >>> from detente.stability import CONCEPTS
    >>> both = mixed({"jp": CONCEPTS["nash"]}, CONCEPTS["seq"])
    >>> both.key, [c.key for c in both.of(["jp", "ru", "us"])]
    ('jp=nash,seq', ['nash', 'seq', 'seq'])
    """
    every = [*parts.items(), *([("", rest)] if rest else [])]
    for _, part in every:
        if isinstance(part, Mixed):
            raise UsageError("a part of a mixed concept cannot be mixed itself", found=part.key)
    return Mixed(
        key=",".join(f"{actor}={c.key}" if actor else c.key for actor, c in every),
        name=", ".join(f"{c.name} for {actor or 'the rest'}" for actor, c in every),
        order=0,
        meaning="Each decision maker goes by its own concept.",
        limits="Those of its parts.",
        source="Ge et al. (2023)",
        holds=_by_parts,
        parts=tuple(parts.items()),
        rest=rest,
    )


def _by_parts(conflict: Conflict, i: int, s: int) -> NoReturn:
    raise UsageError("a mixed concept is defined by its parts", hint="ask `of(deciders)` for them")


def ahead(outlook: Callable[[int], Callable[[Game], Outlook]]) -> Callable[[Family, str], Concept]:
    """Return what makes a concept from the number of moves that it looks ahead."""

    def make(family: Family, text: str) -> Concept:
        moves = horizon(text)
        return Concept(
            key=f"{family.key}:{moves}",
            name=f"{family.name}, {moves} move{'s' if moves > 1 else ''}",
            order=family.order,
            meaning=family.meaning,
            limits=family.limits,
            source=family.source,
            holds=partial(family.holds, moves=moves),
            outlook=outlook(moves),
        )

    return make


def horizon(text: str) -> int:
    """Read how many moves a concept looks ahead. Raises `UsageError`.

    >>> horizon("3")
    3
    >>> horizon("0")
    Traceback (most recent call last):
    detente.errors.UsageError: not a number of moves: found `0`; expected 1 to 100
    """
    if not text.isdecimal() or not 1 <= int(text) <= MOST_MOVES:
        raise UsageError("not a number of moves", found=text, expected=f"1 to {MOST_MOVES}")
    return int(text)
