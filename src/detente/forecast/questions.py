"""Tables of settled questions, in the shapes in which forecasting tournaments publish them.

The shape is known by its columns. ForecastBench: one row a question and date, with the crowd's
probability. Good Judgment: one row a question with lettered options, the crowd's daily answers in a
table of their own. Plain: `id`, `outcome`, perhaps `case`, and a column for each forecaster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from detente.errors import FileProblem
from detente.forecast.scores.card import Judged
from detente.forecast.tables import Row, Table, read_table

__all__ = ["Questions", "read_answers", "read_questions", "with_answers"]

_BENCH = ("source", "id", "forecast_due_date", "crowd_prob", "resolved_to")
_JUDGMENT = ("ifp_id", "options", "outcome")
_DAILY = ("ifp_id", "answer_option", "fcast_date", "mean", "median")
_OPTION = re.compile(r"\(([a-z])\)")

Answers = Mapping[str, Mapping[str, float]]
"""Probabilities by question and forecaster."""


@dataclass(frozen=True)
class Questions:
    """Settled questions, and how many of the table are still open."""

    shape: str
    settled: tuple[Judged, ...]
    still_open: int


def read_questions(path: Path) -> Questions:
    """Read a table of questions.

    ForecastBench rows are named `source:id:date` and count as one case for each `source:id`. A Good
    Judgment question with two options is one line on option a, one with more is a line for each
    option (`1002-0:b`); the questions of one number (`1002`) count as one case. Raises `FileProblem`
    for columns of no known shape and `InvalidCase` with every problem found.
    """
    table = read_table(path)
    for shape, (needed, read) in _SHAPES.items():
        if set(needed) <= set(table.columns):
            found = list(read(table))
            _once(table, found)
            table.done()
            settled = tuple(judged for _, judged in found if isinstance(judged, Judged))
            return Questions(shape, settled, len(found) - len(settled))
    raise FileProblem(
        "no known shape of questions",
        file=str(path),
        found=", ".join(table.columns)[:200],
        expected="columns `id` and `outcome`, or those of ForecastBench or Good Judgment",
    )


Read = Iterator[tuple[Row, Judged | None]]


def _bench(table: Table) -> Read:
    for row in table.rows:
        parts = [table.filled(row, c) for c in ("source", "id", "forecast_due_date")]
        outcome, crowd = table.outcome(row, "resolved_to"), table.probability(row, "crowd_prob")
        told = {} if crowd is None else {"crowd": crowd}
        id, case = ":".join(parts), ":".join(parts[:2])
        yield row, None if outcome is None else Judged(id, case, outcome, told)


def _judgment(table: Table) -> Read:
    for row in table.rows:
        id, came = table.filled(row, "ifp_id"), row.cells["outcome"].lower()
        options = _OPTION.findall(row.cells["options"])
        if len(options) < 2 or len(set(options)) < len(options):
            table.wrong(row, "options", "expected at least (a) and (b), each once")
        elif came and came not in options:
            table.wrong(
                row, "outcome", f"found `{came[:40]}`, expected one of {', '.join(options)}"
            )
        case = id.partition("-")[0]
        for option in options[:1] if len(options) == 2 else options:
            yield row, Judged(f"{id}:{option}", case, came == option, {}) if came else None


def _plain(table: Table) -> Read:
    known = ("id", "case", "question", "outcome")
    forecasters = [c for c in table.columns if c not in known]
    for row in table.rows:
        id, outcome = table.filled(row, "id"), table.outcome(row, "outcome")
        told = {f: table.probability(row, f) for f in forecasters}
        given = {f: p for f, p in told.items() if p is not None}
        case = row.cells.get("case") or id
        yield row, None if outcome is None else Judged(id, case, outcome, given)


_SHAPES = {
    "forecastbench": (_BENCH, _bench),
    "good judgment": (_JUDGMENT, _judgment),
    "plain": (("id", "outcome"), _plain),
}


def _once(table: Table, found: list[tuple[Row, Judged | None]]) -> None:
    seen: dict[str, int] = {}
    for row, judged in found:
        if judged is not None and seen.setdefault(judged.id, row.line) != row.line:
            said = f"`{judged.id}` stands in line {seen[judged.id]} already"
            table.wrong(row, "ifp_id" if "ifp_id" in table.columns else "id", said)


def read_answers(path: Path) -> Answers:
    """Read forecasters' answers to questions of another table.

    Good Judgment's daily table gives `crowd mean` and `crowd median`, on the last day that it has for
    each option; otherwise `id` and a column for each forecaster. Raises as `read_questions` does.
    """
    table = read_table(path)
    if set(_DAILY) <= set(table.columns):
        found = _daily(table)
    elif "id" in table.columns:
        found = {
            table.filled(row, "id"): {
                c: p
                for c in table.columns
                if c not in ("id", "question") and (p := table.probability(row, c)) is not None
            }
            for row in table.rows
        }
        if len(found) < len(table.rows):
            raise FileProblem("a question comes twice", file=str(path), expected="each `id` once")
    else:
        expected = "columns `id` and one for each forecaster, or Good Judgment's daily ones"
        raise FileProblem("no known shape of answers", file=str(path), expected=expected)
    table.done()
    return found


def _daily(table: Table) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    latest: dict[str, str] = {}
    for row in table.rows:
        id = f"{table.filled(row, 'ifp_id')}:{table.filled(row, 'answer_option').lower()}"
        day = row.cells["fcast_date"]
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day, re.ASCII):
            table.wrong(row, "fcast_date", f"found `{day[:40]}`, expected a day such as 2011-09-01")
        told = {c: table.probability(row, c) for c in ("mean", "median")}
        if day >= latest.get(id, ""):
            latest[id] = day
            found[id] = {f"crowd {c}": p for c, p in told.items() if p is not None}
    return found


def with_answers(questions: Questions, answers: Answers) -> Questions:
    """Return questions with more forecasters; answers to questions that are not there are left out.

    An answer replaces one of the same forecaster in the table.
    """
    settled = tuple(
        replace(j, forecasts={**j.forecasts, **answers.get(j.id, {})}) for j in questions.settled
    )
    return replace(questions, settled=settled)
