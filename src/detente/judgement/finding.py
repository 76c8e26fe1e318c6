"""Findings of key judgements: values that say what, in which model, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.case.ledgers import Kind
from detente.evidence import Reference
from detente.judgement.concern import Basis
from detente.judgement.confidence import Confidence, Sourcing
from detente.judgement.variation import Quarrel, Variation
from detente.stability.findings import Unmet
from detente.stability.graph import State
from detente.stability.unlock import Solution

__all__ = [
    "Blocked",
    "Change",
    "Finding",
    "Holding",
    "KeyJudgement",
    "Kind",
    "Turning",
    "Wanting",
]


@dataclass(frozen=True)
class Holding:
    """What the state of affairs of a model does: under which concepts it holds, and alone.

    `concepts` are those under which it holds, `sole` those under which nothing else does; `count`
    says how many states hold under each. `joint` are groups that could gain by their own moves.
    """

    model: str
    concepts: tuple[str, ...]
    sole: tuple[str, ...]
    of: tuple[str, ...]
    count: Mapping[str, int]
    joint: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Blocked:
    """Who stands in the way of an outcome: nothing that all others change makes it hold.

    The others may change up to `at_most` priorities together.
    """

    model: str
    outcome: str
    label: str
    asked: bool
    holds: bool
    blockers: tuple[str, ...]
    at_most: int


@dataclass(frozen=True)
class Change:
    """The smallest change of priorities after which an outcome holds.

    `edits` is None where none was found; with `complete` that is a proof that no set of up to
    `at_most` does it. `plainest` is the solution easiest to tell of `solutions` equally small
    ones; `alone` gives the number that each party needs by itself, None if it cannot. `pulls`
    are the priorities that pull the solution's parties away from the outcome as things stand.
    """

    model: str
    outcome: str
    label: str
    asked: bool
    holds: bool
    edits: int | None
    complete: bool
    at_most: int
    proven_below: int
    solutions: int
    plainest: Solution | None
    state: State | None
    pulls: tuple[Basis, ...]
    alone: Mapping[str, int | None]


@dataclass(frozen=True)
class Turning:
    """What turns on readings of the parties, on what-ifs, and on quarrels of the documents."""

    variations: tuple[Variation, ...]
    quarrels: tuple[Quarrel, ...]


@dataclass(frozen=True)
class Wanting:
    """The first unmet priority of each party of a model today, and who lacks nothing."""

    model: str
    unmet: tuple[Unmet, ...]
    content: tuple[str, ...]


Finding = Holding | Blocked | Change | Turning | Wanting


@dataclass(frozen=True)
class KeyJudgement:
    """One key judgement: findings of one kind, the leading one first, and what they rest on.

    `bases` are the priorities behind it, `references` everything that these rest on.
    """

    kind: Kind
    findings: tuple[Finding, ...]
    bases: tuple[Basis, ...]
    references: tuple[Reference, ...]
    sourcing: Sourcing
    confidence: Confidence
