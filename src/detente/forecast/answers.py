"""Answer the dated questions of a case from calendar runs, each by its own event and day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.case import Case
from detente.case.ledgers import Question
from detente.errors import UsageError
from detente.evidence.part import When
from detente.forecast.probability import Probability, base_of
from detente.forecast.runs import Runs, run_calendar
from detente.stability.settings import resolve

__all__ = ["Answered", "answer_questions", "last_day"]


@dataclass(frozen=True)
class Answered:
    """A question and its probability; where that is None, `needs` says what is missing.

    `by_reading` gives hits and runs for each reading that was drawn, by (model, actor): what the
    answer would be if one knew that party's mind.
    """

    id: str
    question: Question
    probability: Probability | None
    by_reading: Mapping[tuple[str, str], Mapping[str, tuple[int, int]]]
    needs: str = ""


def answer_questions(
    case: Case,
    only: Sequence[str] = (),
    *,
    runs: int | None = None,
    seed: int | None = None,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Answered, ...]:
    """Answer every question of a case, or those named, from one set of runs.

    Without `runs` and `seed` those of the case count. A step counts if it begins before the last
    day of `by`, so the step that holds this day counts whole. `resolved` is not read. Raises
    `UnknownName`, `UsageError` where the case has no calendar or no question.

    >>> from detente.case import open_case
    >>> found = answer_questions(open_case("japan-russia"), ["treaty"], runs=20)[0]
    >>> found.probability.hits, found.probability.runs
    (0, 20)
    """
    ids = [resolve("question", q, case.questions) for q in only] or list(case.questions)
    if not ids:
        raise UsageError("this case asks no dated question", hint="add `questions`")
    days = [day for id in ids if (day := last_day(case, case.questions[id])) is not None]
    last = max(days, key=lambda when: when.end, default=None)
    found = run_calendar(
        case,
        case.run.samples if runs is None else runs,
        seed=case.run.seed if seed is None else seed,
        until=last,
        workers=workers,
        progress=progress,
    )
    return tuple(_answered(case, id, found) for id in dict.fromkeys(ids))


def last_day(case: Case, question: Question) -> When | None:
    """Return the day by which a question is settled: its own, the calendar's end, or the horizon."""
    return question.by or case.calendar.until or case.case.horizon


def _answered(case: Case, id: str, runs: Runs) -> Answered:
    question = case.questions[id]
    needs = _missing(question, runs)
    if needs:
        return Answered(id, question, None, {}, needs)
    steps = _steps(question, runs)
    hit = [(s := r.first("event", question.event)) is not None and s < steps for r in runs.runs]
    chance = Probability(sum(hit), len(hit), case.run.worth, base_of(question.prior))
    return Answered(id, question, chance, _by_reading(runs, hit))


def _missing(question: Question, runs: Runs) -> str:
    if question.event not in runs.plan.calendar.watch:
        return "an `event` that the calendar watches"
    if not _steps(question, runs):
        return "a day `by` that is after the start of the runs"
    return ""


def _steps(question: Question, runs: Runs) -> int:
    """Return how many steps of the runs count for a question."""
    last = last_day(runs.plan.case, question)
    return sum(last is None or day < last.end for day in runs.plan.dates[:-1])


def _by_reading(
    runs: Runs, hit: Sequence[bool]
) -> dict[tuple[str, str], dict[str, tuple[int, int]]]:
    found: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
    for run, yes in zip(runs.runs, hit, strict=True):
        for party, reading in _drawn(run.readings):
            hits, of = found.setdefault(party, {}).get(reading, (0, 0))
            found[party][reading] = (hits + yes, of + 1)
    return {party: table for party, table in found.items() if len(table) > 1}


def _drawn(readings: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
    for model, parties in readings.items():
        for actor, reading in parties.items():
            yield (model, actor), reading
