"""Which way nodes of the causal network respond to a push."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from detente.case import Case
from detente.evidence.part import Part
from detente.influence import Scope, build_network, pulse
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind

__all__ = ["MEMBER"]


class Scoped(Part):
    """Arguments that choose mechanisms: those of some documents, without some, with bridges."""

    documents: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    bridges: bool = False

    def scope(self) -> Scope:
        """Return the scope that the arguments stand for."""
        return Scope(self.documents, self.only, self.without, bridges=self.bridges)


class Arguments(Scoped):
    """`set` gives the level that each pushed node is held at, in -1..1."""

    set: dict[str, float]
    draws: int | None = Field(None, ge=1)


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield the direction of every node: up, down, ambiguous or none.

    NODE.share is the share of draws in which it rises, NODE.low and NODE.high the bounds within
    which endless draws would leave it.
    """
    network = build_network(case, arguments.scope())
    draws = arguments.draws or case.run.samples
    found = pulse(network, arguments.set, draws=draws, seed=case.run.seed)
    row: dict[str, object] = {}
    for node, response in found.responses.items():
        row[node] = response.direction
        if response.share is not None:
            row |= {f"{node}.{k}": getattr(response, k) for k in ("share", "low", "high")}
    yield row


MEMBER = CheckKind(
    "pulse", "Which way nodes of the causal network respond to a push", Arguments, run
)
