"""Which states hold, and what is true in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.case import Case
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind, Conditions
from detente.judgement.predictions import how_often
from detente.stability.analysis import Analysis
from detente.stability.findings import Equilibrium

__all__ = ["MEMBER"]


class Arguments(Conditions):
    """`ask` lists conditions; each is reported as true always, sometimes or never."""

    concepts: tuple[str, ...] = ("seq",)
    ask: tuple[str, ...] = ()
    reachable: bool = False


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield the number of equilibria, the place of the status quo, and what is true in them.

    With `reachable` only equilibria that self-interested moves lead to are looked at.
    """
    for model, analysis in arguments.analyses(case):
        for concept in arguments.concepts:
            found = analysis.equilibria(concept)
            if arguments.reachable:
                found = tuple(e for e in found if e.reachable)
            yield {
                "model": model,
                "concept": concept,
                "count": len(found),
                "status_quo": _today(analysis, found),
                **{condition: how_often(analysis, found, condition) for condition in arguments.ask},
            }


def _today(analysis: Analysis, found: Sequence[Equilibrium]) -> str:
    states = [e.state for e in found]
    if analysis.graph.status_quo not in states:
        return "no"
    return "only" if len(states) == 1 else "one of several"


MEMBER = CheckKind("equilibria", "Which states hold, and what is true in them", Arguments, run)
