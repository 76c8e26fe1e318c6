"""Which statements hold the status quo up."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case import Case
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind, Conditions
from detente.stability import CONCEPTS
from detente.stability.support import support

__all__ = ["MEMBER"]


class Arguments(Conditions):
    """The concept under which the status quo is asked to hold."""

    concept: str = "nash"


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield the statements, as `actor number`, without which or with whose reverse today falls."""
    concept = CONCEPTS[arguments.concept]
    for model, analysis in arguments.analyses(case):
        found = support(analysis.graph, analysis.graph.status_quo, [concept])
        yield {
            "model": model,
            "concept": concept.key,
            "deleting": [f"{s.actor} {s.position}" for s in found if not s.deleted[concept.key]],
            "reversing": [f"{s.actor} {s.position}" for s in found if not s.reversed[concept.key]],
            "reversals": sum(not s.reversed[concept.key] for s in found),
        }


MEMBER = CheckKind("support", "Which statements hold the status quo up", Arguments, run)
