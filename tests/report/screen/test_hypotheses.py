"""What `hypotheses` says: scores in a table, what turns them, predictions, probabilities."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped
from tests.judgement.traced import small_case

from detente.evidence.hypotheses import HypothesisSet, weigh
from detente.evidence.probabilities import coherent
from detente.evidence.sensitivity import by_document, hangs_on
from detente.judgement.predictions import predictions
from detente.report.screen.hypotheses import (
    hypotheses_text,
    predictions_text,
    probabilities_text,
    sets_text,
)


def told(matrix: HypothesisSet, **more) -> str:
    found = by_document(matrix, ["r", "s"])
    return hypotheses_text("why", matrix, found, weigh(matrix), hangs_on(matrix, **more))


def test_sets_are_listed_and_none_is_said(tmp_path) -> None:
    assert "abe: What did Abe want? 4 answers, 8 rows" in sets_text(open_shipped("japan-russia"))
    assert sets_text(open_shipped("chicken")) == "The case holds no competing hypotheses."


def test_scores_rows_and_what_turns_them(tmp_path) -> None:
    text = told(small_case(tmp_path).hypotheses["why"])
    assert "  all documents  2     1     2     gain" in text
    assert "  E2  1       II    N     2      s¶2" in text
    assert "E2: It pays" in text
    assert "Without E2 the lowest would be fear, not gain." in text
    assert "outside knowledge" not in text


def test_repeats_and_rows_that_say_nothing_are_named() -> None:
    matrix = HypothesisSet.model_validate(
        {
            "question": "Why?",
            "items": {"x": "X", "y": "Y"},
            "evidence": {
                "e1": {"text": "A", "cells": {"x": "C"}, "because": ["r¶1"]},
                "e2": {"text": "B", "cells": {"x": "I"}, "because": ["r¶2"], "repeats": "e1"},
            },
        }
    )
    text = told(matrix)
    assert "Not counted, because they repeat another row: e2 (of e1)." in text
    assert "No single row decides which are lowest: without any one it is x and y." in text
    assert "Without diagnostic value here: e1." in text


def test_predictions_say_what_a_test_is_a_test_of() -> None:
    case = open_shipped("japan-russia")
    text = predictions_text(case.hypotheses["condition"], predictions(case, "condition"))
    assert "Japan pulls its northern forces back: a test of h2." in text
    assert "a test of none: no answer changes." in text
    assert "one of 2, not Nash" in text
    assert "no; 1 other" in text
    assert "Nothing can be computed for h4, h5 and h6: no reading says the same." in text


def test_probabilities_before_and_after() -> None:
    made = {"question": "Why?", "items": {"x": "X", "y": "Y"}}
    made["estimates"] = {"ann": {"probabilities": {"x": 0.9, "y": 0.3}}}
    matrix = HypothesisSet.model_validate(made)
    fixed = coherent(matrix.estimates["ann"].probabilities)
    shares = {"ann": fixed.probabilities}
    text = probabilities_text(matrix, shares, {"ann": fixed.distance}, {"linear": shares["ann"]})
    assert "ann, as given    90 %  30 %" in text
    assert "  made coherent  80 %  20 %  0.14" in text
    assert "linear pool      80 %  20 %" in text
