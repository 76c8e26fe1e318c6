"""What the ranking hangs on: single rows, and what each source alone would say."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped

from detente.evidence.hypotheses import HypothesisSet
from detente.evidence.sensitivity import by_document, hangs_on

SET = HypothesisSet.model_validate(
    {
        "question": "Why?",
        "items": {"x": "X", "y": "Y"},
        "evidence": {
            "e1": {"text": "A", "weight": 2, "cells": {"x": "I"}, "because": ["r¶1"]},
            "e2": {"text": "B", "cells": {"y": "I"}, "because": ["s¶1"]},
            "e3": {"text": "C", "cells": {"x": "C"}, "because": [{"outside": "known"}]},
        },
    }
)


def test_a_row_turns_the_ranking_if_another_is_lowest_without_it() -> None:
    found = hangs_on(SET)
    assert found.best == ("y",)
    assert found.without == {"e1": ("x",), "e2": ("y",)}
    assert found.turns == ("e1",)
    assert hangs_on(SET, without=["e1"]).without == {"e2": ("x", "y")}
    assert hangs_on(SET, many=2).turns == ()


def test_a_tie_that_opens_or_closes_is_a_turn() -> None:
    even = SET.model_copy(
        update={
            "evidence": {
                **SET.evidence,
                "e1": SET.evidence["e1"].model_copy(update={"weight": 1.0}),
            }
        }
    )
    found = hangs_on(even)
    assert found.best == ("x", "y")
    assert found.turns == ("e1", "e2")


def test_each_source_by_itself_and_all_together() -> None:
    found = by_document(SET, ["r", "s", "t"])
    assert {k: dict(w.scores) for k, w in found.items()} == {
        "r": {"x": 2.0, "y": 0.0},
        "s": {"x": 0.0, "y": 1.0},
        "documents": {"x": 2.0, "y": 1.0},
        "outside": {"x": 0.0, "y": 0.0},
        "together": {"x": 2.0, "y": 1.0},
    }


def test_no_row_of_the_documents_decides_which_three_are_best() -> None:
    matrix = open_shipped("japan-russia").hypotheses["condition"]
    found = hangs_on(matrix, many=3)
    assert set(found.best) == {"h1", "h4", "h5"}
    assert found.turns == ()
    assert hangs_on(matrix, ["*"]).turns == ("E10",)
