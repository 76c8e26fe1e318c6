"""The first priority of a party that is not met in what holds."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case import Case
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind, Conditions
from detente.stability.analysis import first_unmet

__all__ = ["MEMBER"]


class Arguments(Conditions):
    """The party, and the concept whose equilibria are looked at."""

    actor: str
    concept: str = "seq"


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield, for every equilibrium, the number of the first unmet statement; None if all are met."""
    for model, analysis in arguments.analyses(case):
        graph = analysis.graph
        i = graph.decider(arguments.actor)
        for equilibrium in analysis.equilibria(arguments.concept):
            unmet = first_unmet(graph, i, equilibrium.state)
            yield {
                "model": model,
                "actor": graph.deciders[i],
                "state": list(equilibrium.state.on),
                "position": unmet.position if unmet else None,
                "of": len(graph.orders[i]),
            }


MEMBER = CheckKind("unmet", "The first priority that is not met in what holds", Arguments, run)
