"""Confidence of forecasts: what allows how much, and never from the probability."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.casebook.shipped import open_shipped
from tests.forecast.runs_of import small

from detente.case.ledgers import OwnConfidence
from detente.forecast.answers import Answered, answer_questions
from detente.forecast.probability import EVEN, Base, Probability
from detente.judgement.confidence import Ground
from detente.judgement.outlook import outlooks

CASE = small(questions={"q": {"ask": "Built?", "event": "bridge", "by": "2019-12-31"}})
BASE = Base(0.1, 0.2, 0.3, 10)
SPLIT = {("main", "north"): {"keen": (80, 100), "idle": (10, 100)}}


def answered(hits: int = 50, base: Base = BASE, by: Any = None) -> Answered:
    return Answered("q", CASE.questions["q"], Probability(hits, 200, 20, base), by or {})


def grounds(a: Answered) -> dict[str, Ground]:
    (found,) = outlooks(CASE, [a])
    assert found.confidence is not None
    return {g.reason: g for g in found.confidence.grounds}


def test_no_base_rate_allows_low_only() -> None:
    assert grounds(answered(base=EVEN))["no base rate"].level == "low"


@pytest.mark.parametrize(("hits", "reason"), [(7, "off"), (14, "near"), (70, "near"), (75, "off")])
def test_runs_against_the_base_rate_within_two_errors(hits: int, reason: str) -> None:
    found = grounds(answered(hits))
    ground = found[f"runs {reason} base rate"]
    assert ground.level == ("high" if reason == "near" else "moderate")
    assert (ground.values["low"], ground.values["high"]) == (10, 30)


@pytest.mark.parametrize(
    ("keen", "level", "reason"),
    [
        (29, "high", "readings near"),
        (31, "moderate", "readings apart"),
        (61, "low", "readings apart"),
    ],
)
def test_readings_that_move_the_share(keen: int, level: str, reason: str) -> None:
    by = {("main", "north"): {"keen": (keen, 100), "idle": (10, 100)}}
    ground = grounds(answered(by=by))[reason]
    assert ground.level == level
    assert ground.values == {"actor": "north", "points": keen - 10}


def test_a_reading_of_few_runs_says_nothing() -> None:
    by = {("main", "north"): {"keen": (29, 29), "idle": (10, 100)}}
    assert "one reading drawn" in grounds(answered(by=by))
    assert "readings apart" in grounds(
        answered(by={("main", "north"): {"keen": (30, 30), "idle": (10, 100)}})
    )


def test_an_unscored_model_allows_moderate_at_most() -> None:
    assert grounds(answered())["no record"].level == "moderate"


def test_what_it_rests_on_is_that_of_its_own_model_and_the_couplings() -> None:
    case = open_shipped("japan-russia")
    treaty, talks = outlooks(case, answer_questions(case, ["treaty", "talks_end"], runs=5))
    assert treaty.sourcing is not None
    assert talks.sourcing is not None
    assert treaty.sourcing != talks.sourcing
    couplings = {r.at for s in case.calendar.signals for r in s.because if r.at}
    assert couplings <= set(treaty.sourcing.paragraphs)


def test_no_answer_has_no_confidence() -> None:
    (found,) = outlooks(CASE, [replace(answered(), probability=None, needs="an event")])
    assert (found.confidence, found.sourcing) == (None, None)


def test_the_analysts_own_confidence_in_a_question() -> None:
    found = answered()
    own = {found.id: OwnConfidence(level="low", reason="The archive is closed.")}
    (outlook,) = outlooks(CASE.model_copy(update={"confidence": own}), [found])
    assert outlook.confidence is not None
    assert (outlook.confidence.level, outlook.confidence.own) == ("low", own[found.id])
