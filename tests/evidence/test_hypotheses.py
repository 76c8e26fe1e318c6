"""Competing hypotheses: scores by hand, by document set, and what the ranking hangs on."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped

from detente.evidence.hypotheses import HypothesisSet, weigh

ROWS = {
    "e1": {"text": "A", "cells": {"x": "I", "y": "C"}, "because": ["r1¶1", "r2¶1"]},
    "e2": {"text": "B", "weight": 0.5, "cells": {"x": "II", "z": "I"}, "because": ["r2¶2", "r1¶2"]},
    "e3": {"text": "C", "cells": {"y": "NA", "x": "CC"}, "because": [{"outside": "known"}]},
    "e4": {"text": "D", "cells": {"y": "II"}, "because": ["r1¶3"], "repeats": "e1"},
    "e5": {"text": "E", "cells": {"z": "II"}, "because": [{"outside": "known"}, "r1¶4"]},
}
SET = HypothesisSet.model_validate(
    {"question": "Why?", "items": {"x": "X", "y": "Y", "z": "Z"}, "evidence": ROWS}
)


@pytest.mark.parametrize(
    ("documents", "rows", "scores"),
    [
        ([], ["e1", "e2"], {"x": 2.0, "y": 0.0, "z": 0.5}),
        (["r1"], ["e1"], {"x": 1.0, "y": 0.0, "z": 0.0}),
        (["r2"], ["e2"], {"x": 1.0, "y": 0.0, "z": 0.5}),
        (["outside"], ["e3", "e5"], {"x": 0.0, "y": 0.0, "z": 2.0}),
        (["*"], ["e1", "e2", "e3", "e5"], {"x": 2.0, "y": 0.0, "z": 2.5}),
        (["r9"], [], {"x": 0.0, "y": 0.0, "z": 0.0}),
    ],
)
def test_scores_by_hand(documents, rows, scores) -> None:
    found = weigh(SET, documents)
    assert list(found.rows) == rows
    assert dict(found.scores) == scores


def test_rows_left_out_do_not_count() -> None:
    assert dict(weigh(SET, without=["e1"]).scores) == {"x": 1.0, "y": 0.0, "z": 0.5}


def test_the_spread_of_a_row_tells_what_it_says() -> None:
    spread = weigh(SET, ["*"]).spread
    assert (spread["e1"], spread["e2"], spread["e3"], spread["e5"]) == (2, 2, 2, 2)
    alike = SET.model_copy(
        update={
            "evidence": {
                "e": SET.evidence["e1"].model_copy(update={"cells": dict.fromkeys("xyz", "I")})
            }
        }
    )
    assert weigh(alike).spread == {"e": 0}


def test_the_best_are_given_with_their_ties() -> None:
    assert weigh(SET, ["r1"]).best() == ("y", "z")
    assert weigh(SET).best(2) == ("y", "z")
    assert weigh(SET).best(9) == ("x", "y", "z")


def test_a_label_alone_is_a_hypothesis() -> None:
    assert SET.items["x"].label == "X"
    assert SET.items["x"].readings == {}


SETS = {
    ("condition", ()): "0.5 9.4 4.6 0 1.0 4.7",
    ("condition", ("outside",)): "0 6.0 5.0 1.7 0 3.7",
    ("condition", ("*",)): "0.5 15.4 9.6 1.7 1.0 8.4",
    ("no-settlement", ("*",)): "1 2 3 1 0",
    ("abe", ("*",)): "1 1 1 4",
}


@pytest.mark.parametrize(("id", "documents"), SETS)
def test_the_scores_of_the_mission(id, documents) -> None:
    found = weigh(open_shipped("japan-russia").hypotheses[id], documents)
    assert list(found.scores.values()) == [float(s) for s in SETS[id, documents].split()]


def test_eyal_alone_ranks_his_own_explanations_as_he_does() -> None:
    found = weigh(open_shipped("japan-russia").hypotheses["condition"], ["000"])
    assert list(found.rows) == ["E1", "E2", "E3", "E6", "E7", "E11", "E12"]
    assert [found.scores[h] for h in ("h3", "h1", "h2")] == [0.0, 0.5, 3.4]


def test_no_single_row_decides_which_three_are_best() -> None:
    matrix = open_shipped("japan-russia").hypotheses["condition"]
    for row in weigh(matrix).rows:
        assert set(weigh(matrix, without=[row]).best(3)) == {"h1", "h4", "h5"}


def test_the_pull_of_a_row_is_how_far_it_moves_the_scores_apart() -> None:
    found = weigh(SET, ["*"])
    assert found.pull == {"e1": 1.0, "e2": 1.0, "e3": 0.0, "e5": 2.0}
    assert found.idle == ("e3",)


def test_rows_of_the_mission_without_diagnostic_value() -> None:
    found = weigh(open_shipped("japan-russia").hypotheses["condition"], ["*"])
    assert found.idle == ("E2", "E11", "E16", "E18", "X8")
