"""`inverse` as a function: data and text."""

from __future__ import annotations

import json

import pytest

from detente.errors import UnknownName, UsageError
from detente.stability import Settings
from detente.workflow.inverse import ask_inverse


def test_published_counts_as_data():
    counts = {}
    for concept in ("nash", "seq", "gmr", "smr"):
        data = ask_inverse("syria-iraq-1975", "", "s2", concept=concept, at_most=0).data
        (syria, _) = data["parties"]
        counts[concept] = syria["rankings"]
        assert syria["conditions"] == len(syria["no_lower_than"]) == 2
    assert counts == {"nash": 240, "seq": 384, "gmr": 384, "smr": 300}


def test_the_shape():
    outcome = ask_inverse("syria-iraq-1975", "main", "s2")
    data = json.loads(json.dumps(outcome.data))
    assert data["state"] == ["syria.release"]
    assert data["target"] == "s2"
    assert (data["target_states"], data["holding_states"]) == (1, 0)
    assert data["blocked_by"] == ["syria"]
    assert data["share_of_all"] == "1/6"
    assert data["rises"] == {
        "each": {"syria": 3, "iraq": 0},
        "total": 3,
        "at_least": 3,
        "alone": {"syria": 3},
    }
    syria = data["parties"][0]
    assert syria["no_lower_than"] == [[["{}"]], [["{syria.escalate}"]]]
    assert syria["reordering"] == {"order": [4, 1, 2, 3, 5, 6], "swaps": 3, "complete": True}
    assert syria["rise"] == {"levels": 3, "passed": 3, "place": 4, "of": 6}
    assert syria["error"] is None
    assert syria["while_others_want_the_same"] is False
    assert data["moves_of_one_priority"] == [
        {"actor": "syria", "statements": ["s2"], "from": 4, "to": 1, "target_states": 1}
    ]
    outsiders = data["outsiders"]
    assert (outsiders["steps"], outsiders["complete"]) == (1, True)
    assert outsiders["ways"][0] == {
        "steps": [{"kind": "reward", "subject": "syria.release", "value": "yes", "position": 1}],
        "states": [["syria.release"]],
        "reachable": True,
    }
    assert outcome.text.startswith("main: The model")


def test_long_lists_of_conditions_are_only_counted():
    data = ask_inverse("japan-russia", "2014", "drift", concept="smr", at_most=0).data
    listed = [(p["conditions"], p["no_lower_than"] is not None) for p in data["parties"]]
    assert listed == [(5, True), (1, True), (15, False), (1, True)]
    assert all(p["rankings"] is None for p in data["parties"])
    nash = ask_inverse("japan-russia", "2016-12", "two_islands", at_most=0).data
    assert [len(p["no_lower_than"]) for p in nash["parties"]] == [31, 23, 3]


def test_no_order_of_the_statements_is_told_from_a_search_that_was_stopped():
    data = ask_inverse("japan-russia", "2016-12", "two_islands", actors=["ru"], at_most=0).data
    (party,) = data["parties"]
    assert party["reordering"] == {"order": None, "swaps": None, "complete": True}


def test_one_state_and_other_settings():
    state = ["jp.t2", "ru.t0"]
    found = ask_inverse("japan-russia", "treaty-menu", state=state, at_most=0)
    assert (found.data["target"], found.data["state"]) == (None, state)
    settings = Settings(fix={"us.pressure": False})
    free = ask_inverse("japan-russia", "1956", "settled", settings=settings)
    assert free.data["holding_states"] == 1
    assert free.data["outsiders"]["steps"] == 0


def test_a_model_in_graph_form_and_a_coalition():
    found = ask_inverse(
        "elmira-1991", "literature", state=["s5"], concept="cnash", coalition=["moe", "uniroyal"]
    )
    assert found.data["coalition"] == ["moe", "uniroyal"]
    assert found.data["state"] == "s5"
    assert found.data["rises"] is None
    assert found.data["outsiders"] is None
    assert ask_inverse("elmira-1991", "literature", "s5").data["holding_states"] == 1


def test_refusals():
    with pytest.raises(UnknownName, match="stability concept"):
        ask_inverse("chicken", "", "a", concept="nsh")
    with pytest.raises(UnknownName, match="id in the condition"):
        ask_inverse("chicken", "", "nonsense")
    with pytest.raises(UsageError, match="go together"):
        ask_inverse("japan-russia", "2016-12", "drift", concept="cgmr")
    with pytest.raises(UnknownName, match="unknown state"):
        ask_inverse("elmira-1991", "literature", "s77")
