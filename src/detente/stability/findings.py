"""Findings of the graph model: values that carry their reasons and how they were obtained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.case import Statement
from detente.stability.graph import State

__all__ = [
    "Answer",
    "CoalitionAnswer",
    "CoalitionFinding",
    "CoalitionVerdict",
    "Equilibrium",
    "JointImprovement",
    "Jump",
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
    improvement stays unanswered. A concept that is no threshold tells no path: it says by `held`
    whether the move is deterred, and by `ends` where it may lead, more than one where ties leave
    that open. The move is then not always better at once.
    """

    improvement: State
    sanction: tuple[Move, ...]
    ends: tuple[State, ...] = ()
    held: bool = False

    @property
    def deterred(self) -> bool:
        """Whether the improvement is answered."""
        return self.held or bool(self.sanction)


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


@dataclass(frozen=True)
class CoalitionAnswer:
    """One coalition improvement, and the state that sanctions it; None where nothing answers it.

    The sanction is the state that the others can bring about, not the way there.
    """

    improvement: State
    sanction: State | None

    @property
    def deterred(self) -> bool:
        """Whether the improvement is answered."""
        return self.sanction is not None


@dataclass(frozen=True)
class CoalitionVerdict:
    """Whether a state is stable for a coalition under one concept of coalition stability, and why."""

    group: tuple[str, ...]
    state: State
    concept: str
    answers: tuple[CoalitionAnswer, ...]

    @property
    def stable(self) -> bool:
        """Whether every coalition improvement is answered."""
        return all(a.deterred for a in self.answers)


@dataclass(frozen=True)
class Jump:
    """An equilibrium jump: a coalition can take one equilibrium to another that all of it prefer."""

    group: tuple[str, ...]
    before: State
    after: State


@dataclass(frozen=True)
class CoalitionFinding:
    """What a coalition means for one state: a verdict for each concept, and the jumps it can make.

    `jumps` start from every equilibrium under `concept`, not from the state alone.
    """

    group: tuple[str, ...]
    state: State
    verdicts: Mapping[str, CoalitionVerdict]
    concept: str
    jumps: tuple[Jump, ...]

    @property
    def improvements(self) -> tuple[State, ...]:
        """The states that the coalition can bring about and that every member prefers."""
        found = next(iter(self.verdicts.values())).answers
        return tuple(a.improvement for a in found)
