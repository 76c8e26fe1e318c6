"""The verb: down, up, a key judgement, and what falls."""

from __future__ import annotations

import pytest
from tests.judgement.traced import small_case

from detente.errors import UnknownName, UsageError
from detente.workflow.trace import trace


@pytest.fixture
def name(tmp_path) -> str:
    small_case(tmp_path)
    return str(tmp_path)


def test_down(name) -> None:
    (found,) = trace(name, "M2").data["found"]
    assert found == {
        "handle": "influences/M2",
        "words": "Floods stop trade",
        "rests_on": [
            {
                "of": "influences/M2",
                "through": ["c1"],
                "claims": [
                    {
                        "id": "c1",
                        "claim": "The river rises",
                        "basis": "opinion",
                        "grade": "F6",
                    }
                ],
                "at": "r¶3",
                "anchor": "the river",
            }
        ],
    }


def test_a_claim_is_told_both_ways(name) -> None:
    found = trace(name, "c1")
    assert found.data["found"][0]["rests_on"][0]["at"] == "r¶3"
    assert {"handle": "influences/M2", "words": "Floods stop trade"} in found.data["found"][0][
        "resting"
    ]
    assert "rest on c1:" in found.text


def test_up(name) -> None:
    found = trace(name, "r¶4")
    assert "r¶4 (which repeats r¶2)" in found.text
    assert {"handle": "options/north.build", "words": "Build a bridge"} in found.data["resting"]
    assert trace(name, "s").text.startswith("s: Second report\n")


def test_a_key_judgement_leads_to_priorities(name) -> None:
    found = trace(name, "lacks")
    assert found.data["confidence"] in ("low", "moderate", "high")
    assert found.data["bases"][0]["handle"].startswith("models/main/north/stated/")


def test_what_falls(name) -> None:
    data = trace(name, dropped=["r"]).data
    assert data["dropped"] == ["r"]
    assert {"handle": "influences/M1", "words": "RAIN + RIVER"} in data["fallen"]
    (holds,) = [c for c in data["changes"] if c["of"] == "main, nash"]
    assert holds["before"]["states"] == [["north.build"]]
    assert holds["after"] == {"today": True, "states": [[], ["north.build"]]}


def test_one_thing_at_a_time(name) -> None:
    with pytest.raises(UsageError):
        trace(name)
    with pytest.raises(UsageError):
        trace(name, "M1", dropped=["r"])
    with pytest.raises(UnknownName):
        trace(name, "M9")
