"""How the forecasts of the sources turned out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.case import Case
from detente.evidence.forecasts import tally
from detente.evidence.part import Part
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind

__all__ = ["MEMBER"]


class Arguments(Part):
    """`documents` keeps the forecasts that these sources made."""

    documents: tuple[str, ...] = ()


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield how many forecasts came true, partly true, false, and how many cannot be settled."""
    wanted = set(arguments.documents)
    made = [f for f in case.forecasts.values() if not wanted or wanted & set(f.sources)]
    yield {"count": len(made)} | dict(tally(made))


MEMBER = CheckKind("forecasts", "How the forecasts of the sources turned out", Arguments, run)
