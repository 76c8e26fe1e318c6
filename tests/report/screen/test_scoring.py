"""What `score` prints."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.casebook.shipped import open_shipped
from tests.forecast.runs_of import small
from tests.forecast.scores.test_card import questions
from tests.forecast.test_seal import draft

from detente.forecast.ledger import ledger_of
from detente.forecast.scores import score_table
from detente.forecast.settling import Settled
from detente.report.screen.scoring import card_text, ledger_text, settled_text

SEALED = replace(draft("q1"), number=1, time="2018-02-01T00:00:00+00:00")


def test_the_ledger_by_document_with_reported_ones_apart() -> None:
    case = open_shipped("japan-russia")
    said = ledger_text(case, ledger_of(case.forecasts))
    own, apart = said.split("Reported by them")
    assert "46 forecasts in the documents: 25 true, 12 partly, 8 false, 1 unsettled." in own
    assert "  002  5     2       1      1          0.75 of 8" in own
    assert "  all  0     1       3      0          0.12 of 4" in apart
    full = ledger_text(case, ledger_of(case.forecasts), full=True)
    assert full.count("Settled by:") == 46
    assert "f30 false, reported:" in full


def test_without_reported_ones_nothing_is_said_of_them() -> None:
    case = small(forecasts={"f": {"text": "x", "stated": "2018"}})
    assert "Reported" not in ledger_text(case, ledger_of(case.forecasts))


def test_every_status_of_a_seal_is_said() -> None:
    found = [
        Settled(SEALED, "scored", True, False),
        Settled(SEALED, "scored", False, True),
        Settled(SEALED, "open", None, False),
        Settled(SEALED, "changed", None, False),
        Settled(SEALED, "gone", None, False),
        Settled(SEALED, "replaced", True, False),
    ]
    said = " ".join(settled_text(found, Path("f.jsonl")).split())
    assert "Sealed forecasts in f.jsonl, every seal intact:" in said
    assert "sealed 2018-02-01; it came out yes: Brier score 0.490." in said
    assert "after the last day of its question; it came out no: Brier score 0.090." in said
    for why in ("nobody has said yet", "was changed since", "not ask it", "a later seal"):
        assert why in said
    assert settled_text([], Path("f")) == "No sealed forecasts of this case in f."


def test_few_questions_are_scored_by_brier_only() -> None:
    said = card_text(score_table(questions(10), draws=20), still_open=2)
    assert said.startswith("10 settled questions of 5 cases,")
    assert "2 open ones left out" in said
    assert "On fewer than 50 questions" in said
    assert "log" not in said
    assert "miscalibration" not in said


def test_many_questions_have_skill_and_curves_with_parts_that_add_up() -> None:
    card = score_table(questions(60), draws=20)
    said = card_text(card)
    assert "skill against" in said
    assert "-0.000" not in said
    assert said.count(" miscalibration − ") == len(card.scores)
    assert "On fewer" not in said
    assert max(len(line) for line in said.splitlines() if "against" not in line) <= 160
