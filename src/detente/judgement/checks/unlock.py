"""The smallest changes of preferences that make a target hold."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case import Case
from detente.errors import UsageError
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind, Conditions
from detente.stability import CONCEPTS
from detente.stability.unlock import Kept, unlock

__all__ = ["MEMBER", "read_kept"]


class Arguments(Conditions):
    """`by` names who may change; `keep` statements, as `actor number`, that must stay in force."""

    target: str
    by: tuple[str, ...] = ()
    at_most: int = 3
    keep: tuple[str, ...] = ()
    concept: str = "nash"


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield the number of edits, whose they are, and the single edits that do it alone.

    `edits` is None where it is proven that no set of up to `at_most` does it.
    """
    for model, analysis in arguments.analyses(case):
        found = unlock(
            analysis.graph,
            arguments.target,
            CONCEPTS[arguments.concept],
            by=arguments.by,
            at_most=arguments.at_most,
            keep=[read_kept(k) for k in arguments.keep],
        )
        yield {
            "model": model,
            "target": arguments.target,
            "by": list(found.by),
            "at_most": found.at_most,
            "edits": found.edits,
            "solutions": len(found.solutions),
            "whose": sorted({" + ".join(s.actors) for s in found.solutions}),
            "single": [
                f"{e.actor} {e.operation} {e.position or e.statement}"
                for s in found.solutions
                for e in s.edits
                if len(s.edits) == 1
            ],
        }


def read_kept(text: str) -> Kept:
    """Read `actor number` or `actor:number`. Raises `UsageError`.

    >>> read_kept("ru:1")
    ('ru', 1)
    """
    actor, _, number = text.replace(":", " ").partition(" ")
    if not number.strip().isdigit():
        raise UsageError("no such statement to keep", found=text, expected="actor:number")
    return actor, int(number)


MEMBER = CheckKind("unlock", "The smallest changes that make a target hold", Arguments, run)
