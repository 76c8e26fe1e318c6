"""The verbs of calendar runs: data that programs rely on."""

from __future__ import annotations

import json

import pytest

from detente.errors import UnknownName, UsageError
from detente.workflow.runs import run, story, what_moves


def test_counts_as_data() -> None:
    found = run("japan-russia", 60, seed=1, until="2020-06-30").data
    assert (found["runs"], found["seed"], found["until"]) == (60, 1, "2020-06-30")
    for event in found["events"].values():
        assert event["runs"] == sum(event["by_step"])
    assert set(found["shocks"]) >= {"ukraine", "oil_up"}
    json.dumps(found, allow_nan=False)


def test_a_story_is_the_run_of_that_number() -> None:
    first = story("japan-russia", 5, seed=2).data
    assert first["number"] == 5
    assert story("japan-russia", 300, seed=2).data["number"] == 300
    assert {e["kind"] for e in first["log"]} <= {"shock", "move", "event"}
    assert first != story("japan-russia", 6, seed=2).data


def test_what_moves_as_data() -> None:
    found = what_moves("japan-russia", "talks_end", 40, until="2019-12-31").data
    first = next(s for s in found["swings"] if s["kind"] == "shock")
    assert first["what"] == "ukraine"
    assert {i["indicator"] for i in found["indicators"]} == {f"i{k}" for k in range(1, 10)}


def test_what_is_refused() -> None:
    with pytest.raises(UsageError, match="no calendar"):
        run("chicken", 5)
    with pytest.raises(UsageError):
        story("japan-russia", -1)
    with pytest.raises(UnknownName):
        what_moves("japan-russia", "peace", 5)
