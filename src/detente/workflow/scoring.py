"""Score forecasts: those of the sources, sealed ones, and tables of settled questions: `score`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from detente.case import open_case
from detente.case.formatter import write_whole
from detente.errors import UsageError
from detente.forecast.ledger import Ledger, Tally, ledger_of
from detente.forecast.questions import read_answers, read_questions, with_answers
from detente.forecast.scores import score_table
from detente.forecast.seal import read_seals
from detente.forecast.settling import judged, settle
from detente.report.data import plain_data
from detente.report.figures.reliability import reliability_figure
from detente.report.screen.scoring import card_text, ledger_text, settled_text
from detente.stability.settings import resolve
from detente.workflow.outcome import Outcome
from detente.workflow.sealing import seal_file

__all__ = ["score", "score_questions"]


def score(
    name: str,
    *,
    sealed: Path | None = None,
    newest: str = "",
    outcomes: Mapping[str, bool] | None = None,
    full: bool = False,
) -> Outcome:
    """Score the forecasts that the sources of a case made, and those sealed on its questions.

    `outcomes` say what came of questions, before what the case says. Raises `FileProblem` where a
    sealed forecast was changed: then nothing is scored. Writes nothing.
    """
    case, path = open_case(name), sealed or seal_file(name)
    given = {resolve("question", q, case.questions): o for q, o in (outcomes or {}).items()}
    there = path.exists() or sealed is not None or bool(newest)
    seals = read_seals(path, newest) if there else ()
    found, ledger = settle(case, seals, given), ledger_of(case.forecasts)
    table = judged(case, found)
    card = score_table(table) if table else None
    data = {
        "case": case.case.id,
        "digest": case.digest,
        "ledger": _ledger(ledger),
        "forecasts": {id: f.verdict for id, f in case.forecasts.items()},
        "sealed": [plain_data(s) for s in found],
        "scores": plain_data(card),
    }
    text = [ledger_text(case, ledger, full)] if case.forecasts else []
    text += [settled_text(found, path)]
    text += [card_text(card)] if card else []
    return Outcome(data, "\n\n".join(text))


def score_questions(
    table: Path, answers: Sequence[Path] = (), seed: int = 0, figure: Path | None = None
) -> Outcome:
    """Score every forecaster of a table of questions, and of tables of answers to them.

    `figure` is a file to draw the reliability diagram to. Raises `FileProblem` and `InvalidCase` for
    tables that cannot be read, `UsageError` where no question is settled.
    """
    questions = read_questions(table)
    for path in answers:
        questions = with_answers(questions, read_answers(path))
    if not questions.settled:
        raise UsageError("no question of this table is settled", found=str(table))
    card = score_table(questions.settled, seed=seed)
    data = {
        "table": str(table),
        "shape": questions.shape,
        "open": questions.still_open,
        "seed": seed,
        "scores": plain_data(card),
    }
    if figure is not None:
        write_whole(figure, reliability_figure(card).svg)
    written = () if figure is None else (figure,)
    return Outcome(data, card_text(card, questions.still_open), written=written)


def _ledger(ledger: Ledger) -> dict[str, Any]:
    return {
        "all": _tally(ledger.every),
        "own": _tally(ledger.all_own),
        "reported": _tally(ledger.all_reported),
        "own_by_source": {s: _tally(t) for s, t in ledger.own.items()},
        "reported_by_source": {s: _tally(t) for s, t in ledger.reported.items()},
    }


def _tally(tally: Tally) -> dict[str, Any]:
    count = {str(verdict): n for verdict, n in tally.count.items()}
    return count | {"settled": tally.settled, "score": tally.score}
