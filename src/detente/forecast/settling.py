"""Sealed forecasts against what came of their questions: which count, which do not, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from detente.case import Case
from detente.case.ledgers import Question
from detente.errors import UsageError
from detente.forecast.probability import base_of
from detente.forecast.scores.card import Judged
from detente.forecast.scores.rules import brier
from detente.forecast.seal import Sealed

__all__ = ["LATE", "PRIOR", "SEALED", "Settled", "judged", "settle"]

Status = Literal["scored", "open", "changed", "gone", "replaced"]

SEALED, LATE, PRIOR = "sealed", "sealed too late", "base rate named"
"""The forecasters of a case's questions."""


@dataclass(frozen=True)
class Settled:
    """A sealed forecast and what is to be done with it.

    `scored`; `open`, nobody has said what came of it; `changed`, the question is no longer worded as
    it was sealed; `gone`, the case does not ask it any more; `replaced` by a later seal. `late` ones
    were sealed after the last day of the question, and count as another forecaster.
    """

    sealed: Sealed
    status: Status
    outcome: bool | None
    late: bool

    @property
    def brier(self) -> float:
        """The one-sided Brier score. Raises `UsageError` where nobody has said what came of it."""
        if self.outcome is None:
            raise UsageError("this question is not settled", found=self.sealed.question)
        return float(brier(self.sealed.probability, self.outcome))


def settle(
    case: Case, seals: Sequence[Sealed], outcomes: Mapping[str, bool] | None = None
) -> tuple[Settled, ...]:
    """Return what became of the forecasts sealed on a case.

    `outcomes` come before `resolved` of the questions. Of several seals on one question the last that
    is in time counts, and the last of the late ones.
    """
    own = [s for s in seals if s.case == case.case.id]
    found = [_settled(case, s, outcomes or {}) for s in own]
    last = {(f.sealed.question, f.late): f.sealed.number for f in found}
    return tuple(
        f
        if last[f.sealed.question, f.late] == f.sealed.number
        else Settled(f.sealed, "replaced", f.outcome, f.late)
        for f in found
    )


def _settled(case: Case, sealed: Sealed, outcomes: Mapping[str, bool]) -> Settled:
    question = case.questions.get(sealed.question)
    if question is None:
        return Settled(sealed, "gone", None, False)
    late = question.by is not None and sealed.late(question.by.end)
    if _wording(question) != (sealed.ask, sealed.resolves, sealed.by):
        return Settled(sealed, "changed", None, late)
    outcome = outcomes.get(sealed.question, question.resolved)
    return Settled(sealed, "open" if outcome is None else "scored", outcome, late)


def _wording(question: Question) -> tuple[str, str, str]:
    return question.ask, question.resolves, str(question.by or "")


def judged(case: Case, found: Sequence[Settled]) -> tuple[Judged, ...]:
    """Return the scored questions, with the base rate that each names as one more forecaster."""
    table: dict[str, Judged] = {}
    for s in found:
        if s.status != "scored" or s.outcome is None:
            continue
        id, prior = s.sealed.question, case.questions[s.sealed.question].prior
        told = dict(table[id].forecasts) if id in table else {}
        told[LATE if s.late else SEALED] = s.sealed.probability
        if prior is not None:
            told[PRIOR] = base_of(prior).best
        table[id] = Judged(id, case.case.id, s.outcome, told)
    return tuple(table.values())
