"""Freeze forecasts, so that they can be scored later: `seal`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from detente.case import Case, open_case
from detente.case.opening import find_case
from detente.casebook import case_folder
from detente.errors import UsageError
from detente.forecast.answers import Answered, answer_questions
from detente.forecast.questions import read_answers
from detente.forecast.seal import Sealed
from detente.forecast.seal import seal as append
from detente.report.data import plain_data
from detente.report.forecasting import chance_of, forecast_sentence
from detente.report.screen.forecasts import sealed_text
from detente.stability.settings import resolve
from detente.version import __version__
from detente.workflow.outcome import Outcome

__all__ = ["seal", "seal_file"]


def seal(
    name: str,
    questions: Sequence[str] = (),
    *,
    probability: float | None = None,
    because: str = "",
    table: Path | None = None,
    runs: int | None = None,
    seed: int | None = None,
    file: Path | None = None,
) -> Outcome:
    """Seal forecasts on questions of a case: from calendar runs, or given by hand or in a table.

    A given probability needs one question and a reason. A table has `id` and one column of
    probabilities. Raises `UsageError`, and what `append` and the runs raise; then nothing is sealed.
    """
    case, path = open_case(name), file or seal_file(name)
    if table is not None:
        drafts = _from_table(case, table, because)
    elif probability is not None:
        if len(questions) != 1:
            raise UsageError(
                "a given probability is the answer to one question", found=len(questions)
            )
        drafts = [_given(case, questions[0], probability, because)]
    else:
        chosen = case.run.seed if seed is None else seed
        answers = answer_questions(case, questions, runs=runs, seed=chosen)
        drafts = [_computed(case, a, chosen) for a in answers if a.probability]
    new = append(path, drafts)
    data = {"case": case.case.id, "file": str(path), "sealed": plain_data(new)}
    return Outcome(data, sealed_text(new, path), written=(path,))


def seal_file(name: str) -> Path:
    """Return where the seals of a case lie: in `out` beside it, for a shipped one in `out` here."""
    path = find_case(name)
    shipped = case_folder(path.name) == path
    folder = Path() if shipped else path if path.is_dir() else path.parent
    return folder / "out" / "forecasts.jsonl"


def _from_table(case: Case, table: Path, because: str) -> list[Sealed]:
    answers = read_answers(table)
    return [_given(case, id, _only(id, told), because) for id, told in answers.items()]


def _only(id: str, told: Mapping[str, float]) -> float:
    if len(told) != 1:
        raise UsageError(
            "a forecast to be sealed is one probability", found=f"{len(told)} for `{id}`"
        )
    return next(iter(told.values()))


def _given(case: Case, question: str, probability: float, because: str) -> Sealed:
    id = resolve("question", question, case.questions)
    if not because.strip():
        raise UsageError("a given probability needs a reason", hint="add --because TEXT")
    if not 0 < probability < 1:
        found = f"{probability:g}"
        raise UsageError("nothing is certain", found=found, expected="above 0 and below 1")
    sentence = chance_of(case, case.questions[id], probability, probability)
    return _sealed(case, id, (probability,) * 3, sentence, because.strip())


def _computed(case: Case, answered: Answered, seed: int) -> Sealed:
    p = answered.probability
    assert p is not None
    said, why = forecast_sentence(case, answered), "calendar runs, drawn to the base rate named"
    return _sealed(case, answered.id, (p.low, p.value, p.high), said, why, (p.hits, p.runs, seed))


def _sealed(
    case: Case,
    id: str,
    chance: tuple[float, float, float],
    sentence: str,
    because: str,
    runs: tuple[int, int, int] = (-1, -1, -1),
) -> Sealed:
    question = case.questions[id]
    low, value, high = map(float, chance)
    return Sealed(
        case=case.case.id,
        digest=case.digest,
        question=id,
        ask=question.ask,
        resolves=question.resolves,
        by=str(question.by or ""),
        probability=value,
        low=low,
        high=high,
        sentence=sentence,
        because=because,
        version=__version__,
        hits=runs[0],
        runs=runs[1],
        seed=runs[2],
    )
