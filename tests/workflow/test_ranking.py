"""`rank` as a function."""

from __future__ import annotations

import pytest

from detente.errors import UnknownName, UsageError
from detente.stability import Settings
from detente.workflow.ranking import rank


def test_models_made_of_options_are_ranked_unless_some_are_named() -> None:
    assert [m["model"] for m in rank("elmira-1991").data["models"]] == ["main"]
    named = rank("japan-russia", ["1960", "TREATY-MENU"]).data["models"]
    assert [m["model"] for m in named] == ["1960", "treaty-menu"]
    with pytest.raises(UsageError, match="graph form"):
        rank("elmira-1991", ["literature"])


def test_concepts_and_criteria_by_name() -> None:
    (model,) = rank("elmira-1991", concepts=["NASH"], by=["edits", "margin"]).data["models"]
    assert (model["concepts"], model["sorted_by"]) == (["nash"], ["edits", "margin"])
    assert {tuple(e["outcomes"]) for e in model["equilibria"]} == {("s5",), ("s8",), ("s9",)}
    with pytest.raises(UnknownName, match="classical concept"):
        rank("chicken", concepts=["sim"])
    with pytest.raises(UnknownName, match="criterion"):
        rank("chicken", by=["beauty"])


def test_settings_and_what_ifs() -> None:
    fixed = rank("japan-russia", ["1956"], settings=Settings(fix={"us.pressure": False}))
    (model,) = fixed.data["models"]
    assert model["equilibria"][0]["state"] == ["jp.accept2", "ru.offer2"]
    (other,) = rank("japan-russia", ["1956"], what_if="no_pressure").data["models"]
    assert other == model


def test_text_and_data_tell_the_same_places() -> None:
    found = rank("cuba-1962")
    (model,) = found.data["models"]
    places = [e["place"] for e in model["equilibria"]]
    assert places == [1, 2, 3, 4, 5, 5, 5]
    assert [f"\n{p}" in found.text for p in ("1.* ", "2.* ", "3. ", "4.* ", "5= ")] == [True] * 5
