"""`stability --preferences` as a function."""

from __future__ import annotations

import pytest

from detente.errors import UnknownName, UsageError
from detente.stability import Settings
from detente.workflow.analyse import stability
from detente.workflow.preferences import with_preferences


def found(structures, models=("2017-11",), **more):
    base = stability("japan-russia", models, concepts=["nash"], **more)
    return base, with_preferences(base, "japan-russia", structures, concepts=["nash"], **more)


def test_each_model_gets_each_variant_and_keeps_the_rest():
    base, both = found(["unknown", "fuzzy:0.3"], models=["2017-11", "treaty-menu"])
    assert both.text.startswith(base.text)
    assert both.text.count("under other preferences") == 2
    for before, after in zip(base.data["models"], both.data["models"], strict=True):
        assert {k: v for k, v in after.items() if k != "preferences"} == before
        assert [(p["structure"], p["variant"]) for p in after["preferences"]] == [
            *(("unknown", v) for v in "abcd"),
            ("fuzzy", "0.3"),
        ]
    assert both.code == base.code == 0


def test_readings_as_probabilities():
    _, both = found(["probabilistic", "ranked"])
    likely, ranked = both.data["models"][0]["preferences"]
    assert likely["stated_by"] == ["ru", "cn"]
    assert len(likely["equilibria"]["nash"]) == 3
    assert [c["holds"] for c in likely["changes"]["nash"]] == [True, True]
    assert ranked["equilibria"]["nash"] == both.data["models"][0]["equilibria"]["nash"]


def test_settings_and_what_ifs_count():
    base = stability("japan-russia", ["2018-05"], what_if="wedge_at_best", concepts=["nash"])
    both = with_preferences(base, "japan-russia", ["ranked"], None, ["nash"], "wedge_at_best")
    (model,) = both.data["models"]
    assert model["preferences"][0]["equilibria"] == model["equilibria"]
    chosen = Settings(readings={"ru": "reassure-china"})
    _, both = found(["probabilistic"], settings=chosen)
    assert both.data["models"][0]["preferences"][0]["stated_by"] == ["cn"]


def test_states_of_models_in_graph_form_are_named_by_their_ids():
    base = stability("elmira-1991", ["literature"], concepts=["seq"])
    both = with_preferences(base, "elmira-1991", ["ranked"], concepts=["seq"])
    (model,) = both.data["models"]
    assert model["preferences"][0]["equilibria"] == {"seq": ["s5", "s8", "s9"]}
    assert model["preferences"][0]["equilibria"] == model["equilibria"]


def test_all_classical_concepts_unless_some_are_named():
    base = stability("japan-russia", ["treaty-menu"])
    both = with_preferences(base, "japan-russia", ["strength:strong"])
    (one,) = both.data["models"][0]["preferences"]
    assert list(one["equilibria"]) == ["nash", "gmr", "smr", "seq", "sseq"]


def test_names_that_there_are_not():
    base = stability("japan-russia", ["treaty-menu"], concepts=["nash"])
    with pytest.raises(UnknownName, match="preference structure"):
        with_preferences(base, "japan-russia", ["fuzy"])
    with pytest.raises(UnknownName, match="variant of strength preferences"):
        with_preferences(base, "japan-russia", ["strength:weak"])
    with pytest.raises(UsageError, match="no value of threshold"):
        with_preferences(base, "japan-russia", ["fuzzy:7"])
