"""`stability`, `explain`, `unlock` as functions."""

import pytest

from detente.errors import UnknownName, UsageError
from detente.stability import Settings
from detente.workflow.analyse import explain, stability, unlock


def test_a_what_if_is_applied_to_its_model():
    (model,) = stability("japan-russia", ["1956"], what_if="no_pressure").data["models"]
    assert model["fix"] == {"us.pressure": False}
    with pytest.raises(UnknownName, match="what-if of model 1960"):
        stability("japan-russia", ["1960"], what_if="no_pressure")


def test_the_latest_dated_model_is_explained_unless_one_is_named():
    assert explain("japan-russia", "").data["model"] == "2018-05"
    assert explain("japan-russia", "TREATY-MENU").data["model"] == "treaty-menu"
    assert explain("chicken", "").data["model"] == "main"


def test_unlock_under_other_conditions():
    settings = Settings(context={"e.profit": True})
    found = unlock("japan-russia", "2018-05", "jf.invest", settings=settings)
    assert found.data["edits"] == 0
    assert "nothing has to change" in found.text


def test_progress_is_told():
    told = []
    unlock(
        "japan-russia",
        "treaty-menu",
        "four_islands",
        progress=lambda *numbers: told.append(numbers),
    )
    assert {edits for edits, _, _ in told} == {1}  # no state needs looking at before
    assert all(1 <= done <= of for _, done, of in told)


def test_coalitions_are_looked_at_in_each_model():
    found = stability("japan-russia", ["1956", "2016-12"], coalitions=[["ru", "jp"]])
    for model in found.data["models"]:
        (coalition,) = model["coalitions"]
        assert coalition["group"] == ["jp", "ru"]
        assert coalition["jumps"] == []
    assert found.text.count("Japan and Russia together:") == 2
    with pytest.raises(UnknownName, match="decision maker"):
        stability("japan-russia", ["1956"], coalitions=[["jp", "cn"]])


def test_a_name_that_some_models_lack_is_told_with_the_model():
    said = r"in the model `1956`: found `jp\.exit`; .* or choose models with --model"
    with pytest.raises(UsageError, match=said):
        stability("japan-russia", settings=Settings(fix={"jp.exit": True}))
    with pytest.raises(UsageError, match="in the model `1960`: found `us`"):
        stability("japan-russia", coalitions=[["jp", "us"]])
    only = stability("japan-russia", ["2016-12"], Settings(fix={"jp.exit": True}))
    assert len(only.data["models"]) == 1
