"""Hindcasts: each on its own calendar and on what was known by then, scored on what came of it."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.forecast.runs_of import small

from detente.case import Case
from detente.errors import UnknownName, UsageError
from detente.forecast.answers import answer_questions
from detente.forecast.hindcast import DETENTE, NOTHING, hindcast_case, hindcasts

QUESTION = {"ask": "Will it be built?", "event": "bridge", "by": "2019-01-01"}


def case(**changes: object) -> Case:
    early = {
        "title": "Early",
        "calendar": {
            "models": ["main"],
            "start": "2018-06-01",
            "until": "2019-06-01",
            "watch": {"bridge": {"label": "Built", "model": "main", "when": "north.build"}},
        },
        "questions": {"q": QUESTION | {"resolved": "no"}},
    }
    same = {"title": "Same", "questions": {"b": QUESTION | {"resolved": "yes"}}}
    return small(hindcasts={"early": early, "same": same}, questions={"a": QUESTION}, **changes)


def test_a_hindcast_has_its_own_calendar_or_that_of_the_case() -> None:
    early, same = hindcast_case(case(), "early"), hindcast_case(case(), "same")
    assert early.calendar.signals == ()
    assert set(early.questions) == {"q"}
    assert same.calendar == case().calendar
    assert set(same.questions) == {"a", "b"}


def test_answers_are_those_of_the_case_of_each_hindcast() -> None:
    found = hindcasts(case(), runs=100, seed=3)
    for id in ("early", "same"):
        answers = answer_questions(hindcast_case(case(), id), runs=100, seed=3)
        assert found.answers[id] == answers
    assert [j.id for j in found.judged] == ["early:q", "same:b"]
    assert [j.outcome for j in found.judged] == [False, True]
    assert {j.forecasts[NOTHING] for j in found.judged} == {0.01}
    score = next(s for s in found.card.scores if s.forecaster == DETENTE)
    errors = [(j.forecasts[DETENTE] - j.outcome) ** 2 for j in found.judged]
    assert score.brier == pytest.approx(sum(errors) / 2)
    assert score.skill is None  # fewer than 50 questions


def test_what_came_of_questions_moves_no_answer() -> None:
    def flipped(q):
        return q.model_copy(update={"resolved": None if q.resolved is None else not q.resolved})

    whole = open_shipped("japan-russia")
    poisoned = {
        id: h.model_copy(update={"questions": {k: flipped(q) for k, q in h.questions.items()}})
        for id, h in whole.hindcasts.items()
    }
    cheat = whole.model_copy(update={"hindcasts": poisoned})
    for id in ("2014", "2016-12"):
        honest, other = (hindcasts(c, [id], runs=60).answers[id] for c in (whole, cheat))
        assert [a.probability for a in honest] == [a.probability for a in other]


def test_progress_and_names() -> None:
    told: list[tuple[int, int]] = []
    hindcasts(case(), ["same", "SAME"], runs=5, progress=lambda d, n: told.append((d, n)))
    assert told == [(1, 1)]
    with pytest.raises(UnknownName, match="early"):
        hindcasts(case(), ["erly"])
    with pytest.raises(UsageError, match="no hindcast"):
        hindcasts(small())


@pytest.mark.slow
def test_the_five_hindcasts_of_the_flagship() -> None:
    found = hindcasts(open_shipped("japan-russia"))
    assert list(found.answers) == ["2014", "2016-09", "2016-12", "2017-11", "2018-05"]
    assert (found.card.questions, found.card.cases, found.card.came_true) == (31, 5, 5)
    brier = {s.forecaster: s.brier for s in found.card.scores}
    assert brier[DETENTE] < brier[NOTHING]
    assert all(s.log is None and s.interval is not None for s in found.card.scores)
