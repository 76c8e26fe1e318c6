"""Findings of the graph model: values that carry their reasons and how they were obtained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.case import Statement
from detente.stability.graph import State

__all__ = [
    "Answer",
    "Equilibrium",
    "JointImprovement",
    "Move",
    "Obtained",
    "Support",
    "Unmet",
    "Verdict",
]


@dataclass(frozen=True)
class Obtained:
    """How a result was obtained: enough to obtain it again."""

    version: str
    case: str
    digest: str
    model: str
    method: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    exact: bool = True
    complete: bool = True


@dataclass(frozen=True)
class Move:
    """One move of one decision maker, and the state it leads to."""

    actor: str
    to: State


@dataclass(frozen=True)
class Answer:
    """One improvement of a decision maker and what becomes of it.

    `sanction` is the path of replies that leaves the mover no better off; empty where the
    improvement stays unanswered.
    """

    improvement: State
    sanction: tuple[Move, ...]

    @property
    def deterred(self) -> bool:
        """Whether the improvement is answered."""
        return bool(self.sanction)


@dataclass(frozen=True)
class Unmet:
    """The first statement of a party that a state leaves unmet; `position` counts from 1."""

    actor: str
    position: int
    of: int
    statement: Statement


@dataclass(frozen=True)
class Verdict:
    """Whether a state is stable for one decision maker under one concept, and why.

    `margin` is the distance, in ranks, between the state and the best the decision maker could be
    left with elsewhere: stable iff it is not negative; None where it has no move. Ranks are an
    order, not an amount.
    """

    actor: str
    state: State
    concept: str
    stable: bool
    margin: int | None
    answers: tuple[Answer, ...]
    unmet: Unmet | None


@dataclass(frozen=True)
class Equilibrium:
    """A state that is stable for everyone, and the self-interested path to it, if there is one.

    `path` is None where no path of improvements leads from the status quo; empty for the status
    quo itself. `outcomes` are the named outcomes it belongs to.
    """

    state: State
    concept: str
    path: tuple[Move, ...] | None
    outcomes: tuple[str, ...]

    @property
    def reachable(self) -> bool:
        """Whether self-interested moves lead here from the status quo."""
        return self.path is not None


@dataclass(frozen=True)
class JointImprovement:
    """A state that every member of a group prefers, and who else gains, loses or does not care."""

    group: tuple[str, ...]
    state: State
    losers: tuple[str, ...]


@dataclass(frozen=True)
class Support:
    """What one statement does for a state: whether the state holds without it, or with its reverse.

    `deleted` and `reversed` give, by concept, whether the state is still an equilibrium.
    """

    actor: str
    position: int
    statement: Statement
    deleted: Mapping[str, bool]
    reversed: Mapping[str, bool]
