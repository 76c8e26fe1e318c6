"""Coalition stability as it is defined (Inohara & Hipel 2008), written as it is read.

Slow on purpose, like `definition`: the reference that the kernel is tested against. A coalition is
a non-empty set of decision makers; its members prefer a state only if every one of them does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from detente.kernels.thresholds import Replies
from detente.stability.definition import Conflict, joint_moves

__all__ = [
    "COALITION_CONCEPTS",
    "CoalitionConcept",
    "cgmr",
    "cnash",
    "coalition_improvements",
    "coalition_moves",
    "coalition_replies",
    "coalitions_among",
    "cseq",
    "csmr",
    "universally_stable",
]

Holds = Callable[[Conflict, Sequence[int], int], bool]


def coalitions_among(group: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every coalition of some decision makers, the smallest first; 2**n - 1 of them.

    >>> list(coalitions_among([0, 2]))
    [(0,), (2,), (0, 2)]
    """
    for size in range(1, len(group) + 1):
        yield from combinations(group, size)


def coalition_moves(conflict: Conflict, group: Sequence[int], s: int) -> frozenset[int]:
    """Return R_H(s): where a coalition takes the conflict by legal sequences of its own moves."""
    return joint_moves(group, s, lambda i, q: conflict.moves[i][q])


def coalition_improvements(conflict: Conflict, group: Sequence[int], s: int) -> frozenset[int]:
    """Return R_H^++(s): the states of R_H(s) that every member prefers to s.

    Steps on the way may hurt those who take them: only the end counts.

    >>> moves = [{0: frozenset({1}), 1: frozenset(), 2: frozenset()}]
    >>> moves.append({0: frozenset(), 1: frozenset({2}), 2: frozenset()})
    >>> conflict = Conflict(range(3), moves, [{0: 1, 1: 0, 2: 2}, {0: 0, 1: 0, 2: 1}])
    >>> sorted(coalition_improvements(conflict, [0, 1], 0))
    [2]
    """
    reached = coalition_moves(conflict, group, s)
    return frozenset(q for q in reached if not _deters(conflict, group, s, q))


def coalition_replies(conflict: Conflict, group: Sequence[int], s: int) -> frozenset[int]:
    """Return where coalitions within a group take the conflict from s, each gaining by its step.

    The reading of "reached by coalition improvements of subcoalitions" that is implemented: a
    sequence of steps, each a coalition improvement of some non-empty K within the group, taken
    from the state where K moves; K may differ from step to step and need not be disjoint from the
    one before, but no K moves twice in succession.
    """
    every = list(coalitions_among(group))
    return joint_moves(
        range(len(every)), s, lambda k, q: coalition_improvements(conflict, every[k], q)
    )


def _deters(conflict: Conflict, group: Sequence[int], s: int, q: int) -> bool:
    """Return whether some member finds s at least as good as q."""
    return any(conflict.at_least(i, s, q) for i in group)


def _others(conflict: Conflict, group: Sequence[int]) -> list[int]:
    return [j for j in conflict.everyone if j not in group]


def cnash(conflict: Conflict, group: Sequence[int], s: int) -> bool:
    """Return whether the coalition has no coalition improvement from s."""
    return not coalition_improvements(conflict, group, s)


def cgmr(conflict: Conflict, group: Sequence[int], s: int) -> bool:
    """Return whether others can answer each coalition improvement so that some member gains nothing.

    >>> moves = [{0: frozenset({1}), 1: frozenset(), 2: frozenset()}]
    >>> moves.append({0: frozenset(), 1: frozenset({2}), 2: frozenset()})
    >>> conflict = Conflict(range(3), moves, [{0: 1, 1: 2, 2: 0}, {0: 0, 1: 1, 2: 0}])
    >>> cgmr(conflict, [0], 0), cseq(conflict, [0], 0)    # the answer would hurt who gives it
    (True, False)
    """
    return all(
        any(
            _deters(conflict, group, s, y)
            for y in coalition_moves(conflict, _others(conflict, group), x)
        )
        for x in coalition_improvements(conflict, group, s)
    )


def csmr(conflict: Conflict, group: Sequence[int], s: int) -> bool:
    """Return whether each coalition improvement meets an answer that no joint counter-move escapes.

    After every counter-move of the coalition, too, some member must find s at least as good; it
    need not be the member whom the answer itself deters.
    """

    def binds(y: int) -> bool:
        after = coalition_moves(conflict, group, y)
        return all(_deters(conflict, group, s, z) for z in {y, *after})

    return all(
        any(binds(y) for y in coalition_moves(conflict, _others(conflict, group), x))
        for x in coalition_improvements(conflict, group, s)
    )


def cseq(conflict: Conflict, group: Sequence[int], s: int) -> bool:
    """Return whether each coalition improvement meets an answer that those who give it gain from.

    Answers are those of `coalition_replies`. Because others may answer as a coalition, where they
    are two or more this allows more sanctions than sequential stability does: for one decision
    maker alone SEQ implies CSEQ, and the two are the same only in a conflict of two.
    """
    return all(
        any(
            _deters(conflict, group, s, y)
            for y in coalition_replies(conflict, _others(conflict, group), x)
        )
        for x in coalition_improvements(conflict, group, s)
    )


def universally_stable(holds: Holds, conflict: Conflict, s: int) -> bool:
    """Return whether a state is stable for every coalition, single decision makers included."""
    return all(holds(conflict, group, s) for group in coalitions_among(conflict.everyone))


@dataclass(frozen=True)
class CoalitionConcept:
    """One concept of coalition stability: the definition, and the same said to the kernel.

    `holds(conflict, group, s)` is the definition; `replies` and `countermoves` are what
    `kernels.Coalition.answers` is told. `individual` is the concept for one decision maker that it
    generalises.
    """

    key: str
    name: str
    individual: str
    meaning: str
    limits: str
    holds: Holds
    replies: Replies
    countermoves: bool = False
    source: str = "Inohara & Hipel (2008)"


_ALL = [
    CoalitionConcept(
        key="cnash",
        name="Coalition Nash stability",
        individual="nash",
        meaning="The coalition has no coalition improvement.",
        limits="Looks one joint move ahead and expects no answer.",
        holds=cnash,
        replies="none",
    ),
    CoalitionConcept(
        key="cgmr",
        name="Coalition general metarationality",
        individual="gmr",
        meaning="Others can answer each coalition improvement so that some member gains nothing.",
        limits="The answer may hurt those who give it, and the coalition does not answer back.",
        holds=cgmr,
        replies="moves",
    ),
    CoalitionConcept(
        key="csmr",
        name="Coalition symmetric metarationality",
        individual="smr",
        meaning="Each coalition improvement can be answered, and no joint counter-move escapes.",
        limits="The answer may hurt those who give it.",
        holds=csmr,
        replies="moves",
        countermoves=True,
    ),
    CoalitionConcept(
        key="cseq",
        name="Coalition sequential stability",
        individual="seq",
        meaning="Each coalition improvement is answered by coalitions that gain from their answer.",
        limits="The coalition does not answer back. Others may answer as coalitions, so for one "
        "decision maker among three or more it is weaker than sequential stability.",
        holds=cseq,
        replies="improvements",
    ),
]

COALITION_CONCEPTS: Mapping[str, CoalitionConcept] = MappingProxyType({c.key: c for c in _ALL})
"""The concepts of coalition stability, by key."""
