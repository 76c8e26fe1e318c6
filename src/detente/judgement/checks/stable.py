"""Whether the status quo is stable for one party, concept by concept."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case import Case
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind, Conditions
from detente.stability import CONCEPTS

__all__ = ["MEMBER"]


class Arguments(Conditions):
    """The party that is asked about."""

    actor: str
    concepts: tuple[str, ...] = ("nash", "seq")


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield, by concept, whether the status quo is stable for the party."""
    for model, analysis in arguments.analyses(case):
        graph = analysis.graph
        i = graph.decider(arguments.actor)
        verdicts = {
            c: bool(analysis.stable(CONCEPTS[c])[i, graph.status_quo.code])
            for c in arguments.concepts
        }
        yield {"model": model, "actor": graph.deciders[i], **verdicts}


MEMBER = CheckKind("stable", "Whether the status quo is stable for one party", Arguments, run)
