"""What the sources judge alike, and where they contradict one another."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case import Case
from detente.errors import UnknownName
from detente.evidence.judgements import compare
from detente.evidence.part import Part
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind

__all__ = ["MEMBER"]


class Arguments(Part):
    """`documents` are the sources compared; without any, all that answer a question."""

    documents: tuple[str, ...] = ()


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield the unanimous questions, and how many conflicts each pair of sources has (A-B)."""
    for name in arguments.documents:
        if name not in case.sources:
            raise UnknownName("source", name, case.sources)
    answering = {s for j in case.judgements.values() for s in j.answers}
    sources = arguments.documents or tuple(s for s in case.sources if s in answering)
    found = compare(case.judgements, sources)
    conflicts = {f"{a}-{b}": len(ids) for (a, b), ids in found.conflicts.items()}
    yield {"unanimous": list(found.unanimous)} | conflicts


MEMBER = CheckKind(
    "judgements", "What the sources judge alike, and where they contradict", Arguments, run
)
