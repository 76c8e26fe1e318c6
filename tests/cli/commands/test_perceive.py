"""`detente perceive`."""

from __future__ import annotations


def test_text_and_json(as_json, capsys):
    code, data = as_json("perceive", "chicken", "--model", "main", "--concept", "nash")
    assert code == 0
    assert [m["model"] for m in data["models"]] == ["main"]
    assert data["models"][0]["concept"] == "nash"


def test_sequential_stability_unless_told_otherwise(as_json):
    _, data = as_json("perceive", "chicken", "--model", "main")
    assert data["models"][0]["concept"] == "seq"


def test_structures_of_preference_beside_stability(as_json):
    code, data = as_json(
        "stability", "chicken", "--concept", "nash", "--preferences", "unknown:a",
        "--preferences", "strength",
    )  # fmt: skip
    assert code == 0
    found = data["models"][0]["preferences"]
    assert [(f["structure"], f["variant"]) for f in found] == [
        ("unknown", "a"),
        ("strength", "general"),
        ("strength", "strong"),
    ]


def test_the_sat_engine_knows_ranks_only(as_json, capsys):
    code, _ = as_json("stability", "chicken", "--engine", "sat", "--preferences", "unknown")
    assert code == 2
