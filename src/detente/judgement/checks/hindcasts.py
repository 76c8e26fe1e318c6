"""How runs from earlier dates did, on what was known by then."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from detente.case import Case
from detente.evidence.part import Part
from detente.forecast.hindcast import DETENTE, NOTHING, hindcasts
from detente.judgement.answer import Row
from detente.judgement.check import CheckKind

__all__ = ["MEMBER"]


class Arguments(Part):
    """`only` names hindcasts; without it all count."""

    only: tuple[str, ...] = ()
    runs: int | None = Field(None, ge=1)


def run(case: Case, arguments: Arguments) -> Iterator[Row]:
    """Yield the number of settled questions, how many came true, and Brier scores.

    `nothing` is the score of giving 1 % to every event.
    """
    found = hindcasts(case, arguments.only, runs=arguments.runs)
    scores = {s.forecaster: s.brier for s in found.card.scores}
    yield {
        "questions": found.card.questions,
        "came_true": found.card.came_true,
        "brier": scores[DETENTE],
        "nothing": scores[NOTHING],
    }


MEMBER = CheckKind(
    "hindcasts", "How runs from earlier dates did, on what was known by then", Arguments, run
)
