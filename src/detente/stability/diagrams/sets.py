"""Whole sets of stable states of a game of any form of moves and statements, by decision diagrams."""

from __future__ import annotations

import time
from collections.abc import Sequence

from detente.stability.concept import Concept
from detente.stability.diagrams.answers import DiagramSets, Ended, StateSet
from detente.stability.diagrams.backend import MOST_NODES
from detente.stability.diagrams.process import solve_within
from detente.stability.diagrams.solve import Job, Part, solve
from detente.stability.diagrams.table import Table
from detente.stability.findings import Obtained
from detente.stability.shelf import concept_named
from detente.stability.symbolic.game import Game
from detente.version import __version__

__all__ = ["diagram_sets"]


def diagram_sets(
    game: Game,
    concept: Concept | str = "nash",
    seconds: float | None = None,
    nodes: int = MOST_NODES,
) -> DiagramSets:
    """Return every state that is stable under a concept, for each decision maker and for all.

    Exact for nash, gmr, smr, seq and sseq, and for one of these for each decision maker. With
    `seconds`, the computation runs in a process of its own that is ended when the time is up; it
    never holds more than `nodes` nodes. What is not settled then is unknown, and the answer says
    so. No limit holds in general: deciding whether a Nash equilibrium exists is Sigma-2-complete
    (Bonzon et al. 2006). Raises `UnknownName` and `UsageError` for a concept that is not there or
    not a threshold.

    >>> from detente.case import open_case
    >>> from detente.stability.symbolic.game import read_game
    >>> sets = diagram_sets(read_game(open_case("japan-russia"), "2016-12"), "gmr")
    >>> str(sets), sets.feasible, {a: s.count for a, s in sets.stable.items()}
    ('settled', 2304, {'jp': 312, 'ru': 552, 'us': 576})
    """
    concept = concept_named(concept) if isinstance(concept, str) else concept
    purpose = "an engine by decision diagrams"
    rules = [(c.as_threshold(purpose), c.countermoves) for c in concept.of(game.deciders)]
    job, start = Job(game, tuple(rules), nodes), time.monotonic()
    parts, late = (list(solve(job)), False) if seconds is None else solve_within(job, seconds)
    ended: Ended = "time" if late else "nodes" if None in parts else "all"
    return _told(job, concept, parts, ended, time.monotonic() - start)


def _told(
    job: Job, concept: Concept, parts: Sequence[Part], ended: Ended, seconds: float
) -> DiagramSets:
    """Return what the parts of an answer say: the feasible number first, then the tables."""
    game, feasible = job.game, parts[0] if parts and isinstance(parts[0], int) else None
    sets = [StateSet(game, part, feasible or 0) for part in parts if isinstance(part, Table)]
    return DiagramSets(
        game=game,
        concept=concept,
        feasible=feasible,
        stable=dict(zip(game.deciders, sets, strict=False)),
        equilibria=sets[-1] if ended == "all" else None,
        ended=ended,
        obtained=_obtained(job, concept, seconds, complete=ended == "all"),
    )


def _obtained(job: Job, concept: Concept, seconds: float, *, complete: bool) -> Obtained:
    game = job.game
    parameters = {
        "concept": concept.key,
        **game.conditions(),
        "most_nodes": job.nodes,
        "seconds": seconds,
    }
    case, digest = game.case.case.id, game.case.digest
    return Obtained(
        __version__, case, digest, game.model, "diagrams", parameters, complete=complete
    )
