"""Questions answered from runs: each by its own event and day, hindsight unread."""

from __future__ import annotations

from typing import Any

import pytest
from tests.forecast.runs_of import small

from detente.errors import UnknownName, UsageError
from detente.evidence.part import When
from detente.forecast.answers import Answered, answer_questions
from detente.forecast.runs import run_calendar

QUESTIONS = {
    "early": {"ask": "Built in 2018?", "event": "bridge", "by": "2018-12-31"},
    "later": {"ask": "Built by 2020?", "event": "bridge", "by": "2019-12-31"},
    "talks": {"ask": "Talks?", "event": "talks", "prior": {"likelihood": "30", "strength": 5}},
}


def found(only: tuple[str, ...] = (), **changes: Any) -> dict[str, Answered]:
    case = small(**{"questions": QUESTIONS, **changes})
    return {a.id: a for a in answer_questions(case, only, runs=200, seed=2)}


def hits(answered: Answered) -> int:
    assert answered.probability is not None
    return answered.probability.hits


def test_a_question_counts_the_steps_that_begin_by_its_day() -> None:
    answers = found()
    runs = run_calendar(small(), 200, seed=2, until=When.parse("2019-12-31"))
    firsts = [r.first("event", "bridge") for r in runs.runs]
    assert hits(answers["early"]) == sum(s is not None and s < 4 for s in firsts)
    assert hits(answers["later"]) == sum(s is not None for s in firsts)
    assert 0 < hits(answers["early"]) < hits(answers["later"])


def test_a_step_counts_if_it_begins_before_the_day() -> None:
    day = {"ask": "?", "event": "bridge", "by": "2018-10-02"}
    before = day | {"by": "2018-10-01"}
    answers = found(questions={"day": day, "before": before, "end": QUESTIONS["later"]})
    runs = run_calendar(small(), 200, seed=2)
    firsts = [r.first("event", "bridge") for r in runs.runs]
    assert hits(answers["day"]) == sum(s is not None and s < 4 for s in firsts)
    assert hits(answers["before"]) == sum(s is not None and s < 3 for s in firsts)
    assert hits(answers["before"]) < hits(answers["day"])


def test_without_a_day_the_calendar_decides_whatever_else_is_asked() -> None:
    open_end = {"ask": "?", "event": "bridge"}
    early = {"ask": "?", "event": "bridge", "by": "2018-04-01"}
    beyond = {"ask": "?", "event": "bridge", "by": "2021-06-30"}
    alone = found(questions={"open": open_end})["open"]
    assert found(questions={"open": open_end, "early": early})["open"] == alone
    both = found(questions={"open": open_end, "beyond": beyond})
    assert both["open"] == alone
    assert hits(both["beyond"]) > hits(alone)


def test_one_question_is_answered_as_among_all() -> None:
    every = found()
    for id in QUESTIONS:
        assert found((id.upper(),)) == {id: every[id]}


def test_what_came_of_it_is_not_read() -> None:
    told = {id: q | {"resolved": True} for id, q in QUESTIONS.items()}
    plain, hindsight = found(), found(questions=told)
    assert all(plain[id].probability == hindsight[id].probability for id in QUESTIONS)


def test_worth_and_base_rate_come_from_the_case() -> None:
    chance = found(run={"worth": 7})["talks"].probability
    assert chance is not None
    assert (chance.worth, chance.base.best, chance.base.strength) == (7, 0.3, 5)


def test_runs_and_seed_of_the_case_are_the_defaults() -> None:
    case = small(questions=QUESTIONS, run={"samples": 30, "seed": 9})
    a, b = answer_questions(case), answer_questions(case, runs=30, seed=9)
    assert a == b
    assert a[0].probability is not None
    assert a[0].probability.runs == 30


def test_by_reading_splits_every_run() -> None:
    readings = {
        "keen": {"weight": 30, "order": [{"want": "north.build iff e.flood"}]},
        "idle": {"weight": 70, "order": [{"want": "not north.build"}]},
    }
    models = {"main": {"preferences": {"north": {"readings": {"stated": None, **readings}}}}}
    case = small(questions=QUESTIONS, models=models)
    (later,) = answer_questions(case, ["later"], runs=200)
    assert set(later.by_reading) == {("main", "north")}
    table = later.by_reading["main", "north"]
    assert table["idle"][0] == 0
    assert table["keen"][0] == hits(later)
    assert sum(n for _, n in table.values()) == 200


def test_a_question_that_runs_cannot_settle_says_what_it_needs() -> None:
    answers = found(
        questions={
            "none": {"ask": "?", "outcome": "main"},
            "past": {"ask": "?", "event": "bridge", "by": "2017-01-01"},
            "late": QUESTIONS["later"],
        }
    )
    assert answers["none"].probability is None
    assert "event" in answers["none"].needs
    assert answers["past"].probability is None
    assert "after the start" in answers["past"].needs


def test_what_cannot_be_asked_is_refused() -> None:
    with pytest.raises(UnknownName, match="early"):
        found(("erly",))
    with pytest.raises(UsageError, match="no dated question"):
        found(questions=None)
    with pytest.raises(UsageError, match="no calendar"):
        found(calendar=None)
