"""What coalitions do to stability: verdicts with reasons, universal stability, equilibrium jumps.

Sources: Kilgour, Hipel, Fang & Peng (2001), Group Decision and Negotiation 10:159-175; Inohara &
Hipel (2008). The definitions are written out in `coalition_definitions`.
A coalition may have one member; its verdicts are then those of Nash, GMR and SMR, and in a conflict
of two also of SEQ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from detente.kernels import Coalition
from detente.stability.analysis import Analysis
from detente.stability.coalition_definitions import COALITION_CONCEPTS, coalitions_among
from detente.stability.concept import Concept
from detente.stability.findings import CoalitionAnswer, CoalitionFinding, CoalitionVerdict, Jump
from detente.stability.graph import ConflictGraph, State, resolve
from detente.stability.joint import members

__all__ = [
    "assess_coalition",
    "coalition_verdict",
    "coalitions_of",
    "equilibrium_jumps",
    "upsetting_coalitions",
]


def coalitions_of(graph: ConflictGraph) -> Iterator[tuple[str, ...]]:
    """Yield every coalition of a model's decision makers, the smallest first; 2**n - 1 of them."""
    for places in coalitions_among(range(len(graph.deciders))):
        yield tuple(graph.deciders[i] for i in places)


def coalition_verdict(
    graph: ConflictGraph, group: Sequence[str], state: State, concept: str
) -> CoalitionVerdict:
    """Return whether a state is stable for a coalition, with each improvement and its sanction.

    `concept` is a key of `COALITION_CONCEPTS`: cnash, cgmr, csmr or cseq. For cseq the time grows
    with the states that the others can credibly lead to, times the 2**m - 1 coalitions of them.
    Raises `UnknownName` for an unknown decision maker or concept, `UsageError` for an empty group.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> graph = build_graph(open_case("elmira-1991"), "main")
    >>> start = graph.find(["uniroyal.delay", "lg.insist"])
    >>> verdict = coalition_verdict(graph, ["moe", "uniroyal"], start, "cgmr")
    >>> [(str(a.improvement), a.deterred) for a in verdict.answers]
    [('{moe.modify, uniroyal.accept, lg.insist}', False)]
    """
    member = COALITION_CONCEPTS[resolve("coalition concept", concept, COALITION_CONCEPTS)]
    coalition = _coalition(graph, group)
    found = coalition.answers(state.code, member.replies, countermoves=member.countermoves)
    answers = (
        CoalitionAnswer(graph.state(x), graph.state(y) if y >= 0 else None)
        for x, y in found.items()
    )
    return CoalitionVerdict(_names(graph, coalition), state, member.key, tuple(answers))


def upsetting_coalitions(
    graph: ConflictGraph, state: State, concept: str
) -> tuple[CoalitionVerdict, ...]:
    """Return the verdict of every coalition, of one member or more, that a state is not stable for.

    None, proven by looking at all 2**n - 1: the state is universally stable under the concept.
    Raises `UnknownName` for an unknown concept.

    >>> from detente.case import open_case
    >>> from detente.stability import build_graph
    >>> graph = build_graph(open_case("japan-russia"), "2016-12")
    >>> upsetting_coalitions(graph, graph.status_quo, "cnash")
    ()
    """
    verdicts = (coalition_verdict(graph, g, state, concept) for g in coalitions_of(graph))
    return tuple(v for v in verdicts if not v.stable)


def equilibrium_jumps(
    analysis: Analysis, group: Sequence[str], concept: Concept
) -> tuple[Jump, ...]:
    """Return every equilibrium jump of a coalition, by the number of the state it starts from.

    An equilibrium is vulnerable to a coalition that can take the conflict by its own moves to
    another equilibrium which every member prefers (Kilgour, Hipel, Fang & Peng 2001). `concept` is
    the individual one under which both are equilibria. The coalition is taken to be able to hold
    to its plan: single steps may hurt those who take them. The time grows with the equilibria.
    Raises `UnknownName` for an unknown decision maker, `UsageError` for an empty group.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> analysis = Analysis(build_graph(open_case("elmira-1991"), "main"))
    >>> (jump,) = equilibrium_jumps(analysis, ["moe", "uniroyal"], CONCEPTS["nash"])
    >>> print(jump.before, "->", jump.after)
    {uniroyal.delay, lg.insist} -> {moe.modify, uniroyal.accept, lg.insist}
    """
    graph, coalition = analysis.graph, _coalition(analysis.graph, group)
    names = _names(graph, coalition)
    held = np.flatnonzero(analysis.stable(concept).all(axis=0)).tolist()
    kept = frozenset(held)
    return tuple(
        Jump(names, graph.state(s), graph.state(q))
        for s in held
        for q in coalition.improvements(s).tolist()
        if q in kept
    )


def assess_coalition(
    analysis: Analysis, group: Sequence[str], state: State, concept: Concept
) -> CoalitionFinding:
    """Return the verdicts of a coalition on a state, under every concept, and the jumps it can make.

    Jumps are between equilibria under `concept`. Raises what `coalition_verdict` raises.
    """
    graph = analysis.graph
    verdicts = {c: coalition_verdict(graph, group, state, c) for c in COALITION_CONCEPTS}
    jumps = equilibrium_jumps(analysis, group, concept)
    return CoalitionFinding(verdicts["cnash"].group, state, verdicts, concept.key, jumps)


def _coalition(graph: ConflictGraph, group: Sequence[str]) -> Coalition:
    return Coalition(members(graph, group), graph.feasible, graph.moves, graph.ranks)


def _names(graph: ConflictGraph, coalition: Coalition) -> tuple[str, ...]:
    return tuple(graph.deciders[i] for i in coalition.members)
