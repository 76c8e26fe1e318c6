"""`perceive` as a function."""

from __future__ import annotations

import pytest

from detente.errors import UnknownName
from detente.stability import Settings
from detente.workflow.perceive import perceive

CASE = """format: dispute-case/1
case: {id: ford, title: The ford, question: Who yields?}
actors: {a: {name: A}, b: {name: B}}
options: {a.u: {label: Push}, b.w: {label: Push back}}
preferences:
  a: [not b.w if a.u, a.u, not b.w]
  b:
    readings:
      mild: [not b.w]
      grim: [b.w iff a.u]
perceptions:
  a: {readings: {b: grim}}
"""


@pytest.fixture
def ford(tmp_path):
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    return str(tmp_path)


def test_what_holds_as_the_parties_see_it(ford):
    found = perceive(ford)
    (model,) = found.data["models"]
    assert (model["model"], model["concept"]) == ("main", "seq")
    assert model["equilibria"] == [
        {"state": [], "expected_by": ["a"], "unseen_by": [], "real": False},
        {"state": ["a.u"], "expected_by": ["a", "b"], "unseen_by": [], "real": True},
    ]
    assert model["expected"] == {"a": [[], ["a.u"], ["b.w"]], "b": [["a.u"]]}
    assert model["surprises"] == [{"state": [], "holds": True, "parties": ["a"]}]
    assert model["misperceptions"] == [
        {
            "party": "a",
            "about": "b",
            "believed": "grim",
            "actual": "mild",
            "option": None,
            "held": [[]],
            "lost": [],
        }
    ]
    assert found.text.startswith("main: The model\nA believes that B goes by “grim”")


def test_settings_and_concepts(ford):
    seen = perceive(ford, ["MAIN"], "Nash", Settings(readings={"b": "grim"}))
    assert seen.data["models"][0]["misperceptions"] == []
    assert seen.data["models"][0]["concept"] == "nash"
    with pytest.raises(UnknownName, match="stability concept"):
        perceive(ford, concept="nsh")
    with pytest.raises(UnknownName, match="model"):
        perceive(ford, ["other"])


def test_a_case_without_perceptions():
    found = perceive("chicken")
    assert found.data["models"] == []
    assert found.text == "No model of this case states `perceptions`."
    assert "Every party sees the others as they are." in perceive("chicken", ["main"]).text
