"""How two actors treated each other in a span of time, by the events of the case."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from detente.case import Case
from detente.errors import UsageError
from detente.evidence.events import Sum, index_of
from detente.evidence.part import Part, When
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind

__all__ = ["MEMBER"]


class Arguments(Part):
    """`from` and `to` bound the span; `between` names the pair."""

    start: str = Field(alias="from")
    to: str
    between: tuple[str, str] = ("jp", "ru")


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield the mean score of acts in each direction and of joint events, with their counts."""
    first, second = arguments.between
    for actor in (first, second):
        if actor not in case.actors:
            raise UsageError("unknown actor", found=actor)
    span = When.parse(f"{arguments.start}..{arguments.to}")
    found = index_of(case.timeline, first, second, span)
    row: dict[str, object] = {}
    kinds = {f"{first}_{second}": found.forth, f"{second}_{first}": found.back}
    for name, kind in (kinds | {"joint": found.joint, "all": found.all}).items():
        row |= {name: _mean(kind), f"{name}.count": kind.count}
    yield row


def _mean(kind: Sum) -> float | None:
    return None if kind.mean is None else round(kind.mean, 1)


MEMBER = CheckKind("event_index", "How two actors treated each other", Arguments, run)
