"""Sentences of forecasts: word, range, day, conditional on the model, and nothing of confidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forecast.runs_of import small

from detente.case import Case
from detente.forecast.answers import Answered
from detente.forecast.probability import EVEN, Base, Probability
from detente.report.forecasting import chance_of, forecast_sentence, made_of, percent
from detente.report.lint import lint_text

CASE = small(
    questions={
        "q": {"ask": "Built?", "event": "bridge", "by": "2019-12-31"},
        "none": {"ask": "Peace at last?", "by": "2019"},
    }
)


def answer(hits: int, case: Case = CASE, base: Base = EVEN) -> Answered:
    return Answered("q", case.questions["q"], Probability(hits, 400, 20, base), {})


def test_the_sentence() -> None:
    said = forecast_sentence(CASE, answer(0, base=Base(0, 0, 0, 10)))
    assert said == (
        "Conditional on this model, there is almost no chance (1–5 %) that “Built” comes true by "
        "31 December 2019."
    )
    wide = forecast_sentence(CASE, answer(100, base=Base(0.05, 0.4, 0.9, 20)))
    assert wide.startswith(
        "Conditional on this model, the likelihood that “Built” comes true by 31"
    )
    assert wide.endswith("runs from very unlikely to likely (13–60 %).")


@given(st.integers(0, 400), st.floats(0.01, 99))
def test_no_sentence_breaks_a_rule_or_says_nought(hits: int, strength: float) -> None:
    said = forecast_sentence(CASE, answer(hits, base=Base(0, 0, 0, strength)))
    assert not lint_text(said)
    assert "(0" not in said
    assert "100" not in said
    assert "Conditional on this model" in said


def test_without_an_event_the_question_itself_is_asked() -> None:
    said = chance_of(CASE, CASE.questions["none"], 0.3, 0.3)
    assert said == "It is unlikely (20–45 %) that the answer to “Peace at last?” is yes by 2019."


def test_the_scale_of_the_case_is_used() -> None:
    case = CASE.model_copy(update={"case": CASE.case.model_copy(update={"scale": "phia"})})
    assert "a remote chance" in forecast_sentence(case, answer(0, base=Base(0, 0, 0, 10)))


def test_what_is_missing_is_said() -> None:
    none = replace(answer(0), probability=None, needs="an event")
    assert forecast_sentence(CASE, none) == "Not answered: the question needs an event."


def test_what_a_number_is_made_of() -> None:
    said = made_of(Probability(1, 4000, 20, EVEN))
    assert "1 of 4,000 runs (0 %, Monte-Carlo error 0 %)" in said
    assert "base rate of 50 % worth 2 cases (no base rate is named" in said
    assert said.endswith("that makes 4.6 %.")


@pytest.mark.parametrize(("share", "said"), [(0, "0 %"), (0.2675, "26.8 %"), (1, "100 %")])
def test_percent(share: float, said: str) -> None:
    assert percent(share) == said
