"""What a group of parties could gain together."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case import Case
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind, Conditions
from detente.stability.joint import joint_improvements, preferred_by_all

__all__ = ["MEMBER"]


class Arguments(Conditions):
    """`group` names the parties."""

    group: tuple[str, ...]


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield how many states the group all prefer to today: by its own moves, and at all."""
    for model, analysis in arguments.analyses(case):
        graph = analysis.graph
        today = graph.status_quo
        yield {
            "model": model,
            "group": list(arguments.group),
            "by_own_moves": len(joint_improvements(graph, arguments.group, today)),
            "at_all": len(preferred_by_all(graph, arguments.group, today)),
        }


MEMBER = CheckKind("joint", "What a group of parties could gain together", Arguments, run)
