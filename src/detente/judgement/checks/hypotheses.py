"""How much speaks against each of several competing hypotheses."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case import Case
from detente.errors import UnknownName
from detente.evidence.hypotheses import weigh
from detente.evidence.part import Part
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind

__all__ = ["MEMBER"]


class Arguments(Part):
    """`set` names the hypotheses; `documents` the sources whose evidence counts, or `outside`."""

    set: str
    documents: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield the inconsistency score of each hypothesis, and which have the least."""
    if arguments.set not in case.hypotheses:
        raise UnknownName("set of hypotheses", arguments.set, case.hypotheses)
    matrix = case.hypotheses[arguments.set]
    found = weigh(matrix, arguments.documents, arguments.without)
    yield {"set": arguments.set, "rows": len(found.rows), "least": list(found.best())} | dict(
        found.scores
    )


MEMBER = CheckKind(
    "hypotheses", "How much speaks against each of several competing hypotheses", Arguments, run
)
