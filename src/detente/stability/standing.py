"""What speaks for an equilibrium: strength, margin, reach, robustness, coalitions; each with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from detente.errors import TooLarge
from detente.stability.analysis import Analysis, outcomes_of
from detente.stability.coalitions import upsetting_coalitions
from detente.stability.concept import Concept
from detente.stability.evolve import evolve
from detente.stability.findings import CoalitionVerdict
from detente.stability.graph import ConflictGraph, State
from detente.stability.robustness import SingleEdit, held_after, single_edits

__all__ = ["IMPLIES", "Margin", "Robustness", "Standing", "Unsettling", "standings_of"]

MOST = 2000
"""So many equilibria are looked at at most."""

IMPLIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "nash": ("sseq", "smr", "seq", "gmr"),
        "sseq": ("smr", "seq", "gmr"),
        "smr": ("gmr",),
        "seq": ("gmr",),
    }
)
"""Which classical concepts hold wherever one holds; SMR and SEQ do not imply each other."""


@dataclass(frozen=True)
class Margin:
    """The decision maker that is nearest to leaving, and by how many ranks it prefers to stay.

    Ranks are an order, not an amount. `actor` and `ranks` are None where nobody has a move.
    """

    concept: str
    actor: str | None
    ranks: int | None


@dataclass(frozen=True)
class Unsettling:
    """A single edit after which a state no longer holds under some concepts, and which ones."""

    edit: SingleEdit
    lost: tuple[str, ...]


@dataclass(frozen=True)
class Robustness:
    """Of so many single edits, those that cost a state a concept that it holds under now."""

    of: int
    unsettled: tuple[Unsettling, ...]

    @property
    def kept(self) -> int:
        """The number of edits after which the state holds under all that it holds under now."""
        return self.of - len(self.unsettled)

    @property
    def share(self) -> float | None:
        """The share of edits after which it does, 0 to 1; None where there is no edit."""
        return self.kept / self.of if self.of else None


@dataclass(frozen=True)
class Standing:
    """What speaks for one equilibrium, each value with its reason.

    `concepts` are those it holds under, `strongest` those of them that no other implies. `margins` are
    the smallest under each of the strongest. `improvements` and `moves` are the fewest that lead
    there from today; None where none do. `upset` are the coalitions that could gain by leaving it
    (coalition Nash stability), single decision makers included.
    """

    state: State
    outcomes: tuple[str, ...]
    concepts: tuple[str, ...]
    strongest: tuple[str, ...]
    margins: tuple[Margin, ...]
    improvements: int | None
    moves: int | None
    edits: Robustness
    unsure: Robustness
    upset: tuple[CoalitionVerdict, ...]


def standings_of(graph: ConflictGraph, concepts: Sequence[Concept]) -> tuple[Standing, ...]:
    """Return the standing of every state that is an equilibrium under at least one concept.

    `concepts` are classical ones. Cost: one analysis for each single edit, and 2**n - 1 coalitions for
    each equilibrium. Raises `TooLarge` above 2,000 equilibria.

    >>> from detente.case import open_case
    >>> from detente.stability import CONCEPTS, build_graph
    >>> graph = build_graph(open_case("elmira-1991"), "main")
    >>> s8 = next(s for s in standings_of(graph, [CONCEPTS["nash"]]) if "s8" in s.outcomes)
    >>> s8.improvements, s8.moves, s8.edits.kept, s8.edits.of, s8.upset
    (None, 3, 74, 78, ())
    """
    analysis, edits = Analysis(graph), single_edits(graph)
    held = {c.key: np.logical_and.reduce(analysis.stable(c)) for c in concepts}
    codes = _codes(np.logical_or.reduce(list(held.values())))
    gladly = {r.number: r.moves for r in evolve(graph).reached}
    anyhow = {r.number: r.moves for r in evolve(graph, by="moves").reached}
    after = held_after(graph, edits, concepts)
    found = []
    for code in codes:
        own = tuple(k for k in held if held[k][code])
        strongest = tuple(k for k in own if not any(k in IMPLIES.get(o, ()) for o in own))
        unsettling = _unsettling(edits, {k: after[k][:, code] for k in own})
        unsure = tuple(u for u in unsettling if u.edit.unsure)
        state = graph.state(code)
        found.append(
            Standing(
                state=state,
                outcomes=outcomes_of(graph, state),
                concepts=own,
                strongest=strongest,
                margins=tuple(_margin(analysis, c, code) for c in concepts if c.key in strongest),
                improvements=gladly.get(code),
                moves=anyhow.get(code),
                edits=Robustness(len(edits), unsettling),
                unsure=Robustness(sum(e.unsure for e in edits), unsure),
                upset=upsetting_coalitions(graph, state, "cnash"),
            )
        )
    return tuple(found)


def _codes(somewhere: NDArray[np.bool_]) -> list[int]:
    codes: list[int] = np.flatnonzero(somewhere).tolist()
    if len(codes) > MOST:
        raise TooLarge(
            "too many equilibria to rank",
            found=f"{len(codes):,}",
            expected=f"{MOST:,} at most",
            hint="ask for a stronger concept, for example nash, or hold options fixed",
        )
    return codes


def _unsettling(
    edits: Sequence[SingleEdit], after: Mapping[str, NDArray[np.bool_]]
) -> tuple[Unsettling, ...]:
    lost = [tuple(k for k, column in after.items() if not column[n]) for n in range(len(edits))]
    return tuple(Unsettling(e, keys) for e, keys in zip(edits, lost, strict=True) if keys)


def _margin(analysis: Analysis, concept: Concept, code: int) -> Margin:
    limits = analysis.thresholds(concept)[:, code]
    ranks = analysis.graph.ranks[:, code]
    found = [(int(r - t), i) for i, (r, t) in enumerate(zip(ranks, limits, strict=True)) if t >= 0]
    if not found:
        return Margin(concept.key, None, None)
    least, i = min(found)
    return Margin(concept.key, analysis.graph.deciders[i], least)
