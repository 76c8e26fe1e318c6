"""The verb: a set by name, the only one by default, a list of several."""

from __future__ import annotations

import pytest
from tests.judgement.traced import TEXT, small_case

from detente.errors import UnknownName
from detente.workflow.hypotheses import hypotheses


def test_the_only_set_needs_no_name(tmp_path) -> None:
    small_case(tmp_path)
    found = hypotheses(str(tmp_path))
    assert found.data["set"] == "why"
    assert found.data["scores"]["documents"]["scores"] == {"fear": 2.0, "gain": 1.0}
    assert "chosen" not in found.data["scores"]
    assert found.data["predictions"]["tests"]["dry"]["moved"] == []


def test_several_sets_are_listed() -> None:
    data = hypotheses("japan-russia").data
    assert list(data["sets"]) == ["condition", "no-settlement", "abe"]


def test_chosen_rows_stand_beside_the_others(tmp_path) -> None:
    small_case(tmp_path)
    found = hypotheses(str(tmp_path), "WHY", ("r",), many=2)
    assert found.data["chosen"]["rows"] == ["E1"]
    assert found.data["scores"]["chosen"] == found.data["chosen"]
    assert "as chosen" in found.text
    assert found.data["hangs_on"]["many"] == 2


def test_probabilities_of_analysts(tmp_path) -> None:
    estimates = """    estimates:
      ann: {probabilities: {fear: 0.9, gain: 0.3}}
      bob: {probabilities: {fear: 0.2, gain: 0.8}}
judgements:"""
    small_case(tmp_path, TEXT.replace("judgements:", estimates))
    found = hypotheses(str(tmp_path))
    shape = found.data["probabilities"]
    assert shape["coherent"]["ann"] == {"fear": 0.8, "gain": 0.2}
    assert shape["pooled"]["linear"] == pytest.approx({"fear": 0.5, "gain": 0.5})
    assert "linear pool" in found.text


def test_without_readings_no_predictions_are_printed(tmp_path) -> None:
    small_case(tmp_path, TEXT.replace("readings: {north: stated}, ", ""))
    assert "What each predicts" not in hypotheses(str(tmp_path)).text


@pytest.mark.parametrize(
    ("given", "known"),
    [(("why", ("q",)), "q"), (("why", (), ("E9",)), "E9"), (("wy",), "wy")],
)
def test_names_that_are_not_there(tmp_path, given, known) -> None:
    small_case(tmp_path)
    with pytest.raises(UnknownName, match=known):
        hypotheses(str(tmp_path), *given)
