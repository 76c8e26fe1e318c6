"""The section of forecasts: how likely and how sure in cells of their own."""

from __future__ import annotations

from tests.forecast.runs_of import small
from tests.report.made import assess, rows_of

from detente.forecast.answers import answer_questions
from detente.judgement.outlook import outlooks
from detente.report.blocks import Bullets, Fold
from detente.report.data import report_data
from detente.report.inlines import plain
from detente.report.lint import lint_text
from detente.report.material import Material
from detente.report.outline import outline
from detente.report.sections.outlooks import outlooks_section

CASE = small(
    questions={
        "q": {"ask": "Built?", "event": "bridge", "resolves": "Yes, if built."},
        "none": {"ask": "Peace?"},
    }
)
MATERIAL = Material(
    CASE, assess(CASE), (), outlooks=outlooks(CASE, answer_questions(CASE, runs=20))
)


def test_a_row_a_question() -> None:
    section = outlooks_section(MATERIAL)
    assert section is not None
    (ask, forecast, sure, settled), other = rows_of(section)
    assert (ask, settled) == ("Built?", "Yes, if built.")
    assert forecast.startswith("Conditional on this model, ")
    assert sure.startswith("We have low confidence in this, because ")
    assert other[:3] == [
        "Peace?",
        "Not answered: the question needs an `event` that the calendar watches.",
        "",
    ]
    assert not [x for cells in rows_of(section) for c in cells for x in lint_text(c)]


def test_what_numbers_are_made_of_can_be_opened() -> None:
    section = outlooks_section(MATERIAL)
    assert section is not None
    (fold,) = [b for b in section.blocks if isinstance(b, Fold)]
    (bullets,) = fold.blocks
    assert isinstance(bullets, Bullets)
    assert len(bullets.items) == 1
    assert "of 20 runs" in plain(bullets.items[0])


def test_no_forecast_no_section() -> None:
    assert outlooks_section(Material(CASE, assess(CASE), ())) is None


def test_data() -> None:
    first, second = report_data(MATERIAL)["forecasts"]
    assert first["runs"] == 20
    assert first["confidence"]["level"] == "low"
    assert second == {
        "question": "none",
        "ask": "Peace?",
        "event": "",
        "by": "",
        "needs": "an `event` that the calendar watches",
    }


def test_it_stands_in_the_report() -> None:
    case = CASE
    from detente.judgement.key import key_judgements

    models = assess(case)
    report = outline(case, models, key_judgements(case, models), (), None, MATERIAL.outlooks)
    assert "forecasts" in [s.anchor for s in report.sections]
