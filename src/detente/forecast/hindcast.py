"""Runs from earlier dates, on what was known by then, and what they said against what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.case import Case
from detente.errors import UsageError
from detente.forecast.answers import Answered, answer_questions
from detente.forecast.probability import LEAST
from detente.forecast.scores.card import Card, Judged, score_table
from detente.stability.settings import resolve

__all__ = ["DETENTE", "NOTHING", "Hindcasts", "hindcast_case", "hindcasts"]

DETENTE, NOTHING = "detente", "nothing changes"
"""The forecasters of hindcasts; the second gives 1 % to every event, whatever it is."""


@dataclass(frozen=True)
class Hindcasts:
    """What was answered from each date, and the scores of all answers together.

    Intervals come from drawing whole hindcasts anew. Those of one dispute hang together, so they
    are too narrow, and they say nothing about other disputes.
    """

    case: Case
    answers: Mapping[str, tuple[Answered, ...]]
    seed: int

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """The settled questions; each hindcast counts as one case."""
        return tuple(
            Judged(
                f"{id}:{a.id}",
                id,
                a.question.resolved,
                {DETENTE: a.probability.value, NOTHING: LEAST},
            )
            for id, answers in self.answers.items()
            for a in answers
            if a.probability is not None and a.question.resolved is not None
        )

    @cached_property
    def card(self) -> Card:
        """The scores of detente and of two baselines."""
        return score_table(self.judged, seed=self.seed)


def hindcast_case(case: Case, id: str) -> Case:
    """Return a case that asks the questions of a hindcast, on its calendar. Raises `UnknownName`."""
    hindcast = case.hindcasts[resolve("hindcast", id, case.hindcasts)]
    if hindcast.calendar is None:
        return case.model_copy(update={"questions": {**case.questions, **hindcast.questions}})
    new = {"calendar": hindcast.calendar, "questions": hindcast.questions}
    return case.model_copy(update=new)


def hindcasts(
    case: Case,
    only: Sequence[str] = (),
    *,
    runs: int | None = None,
    seed: int | None = None,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Hindcasts:
    """Answer the questions of every hindcast of a case, or of those named.

    Each is played on the case as it was known at its start. Runs and seed are those of the case
    where none are given; `progress` is told how many hindcasts are done. Raises `UnknownName`,
    `UsageError` where the case has no hindcast, and what `answer_questions` raises.
    """
    ids = list(dict.fromkeys(resolve("hindcast", i, case.hindcasts) for i in only))
    ids = ids or list(case.hindcasts)
    if not ids:
        raise UsageError("this case has no hindcast", hint="add `hindcasts`")
    found: dict[str, tuple[Answered, ...]] = {}
    for id in ids:
        found[id] = answer_questions(hindcast_case(case, id), runs=runs, seed=seed, workers=workers)
        if progress is not None:
            progress(len(found), len(ids))
    return Hindcasts(case, found, case.run.seed if seed is None else seed)
