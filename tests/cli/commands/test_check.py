"""`detente check`."""

from pathlib import Path

import pytest

DOCUMENTS = Path(__file__).parents[4] / "shared" / "mission" / "documents"


@pytest.mark.parametrize(
    "case",
    ["japan-russia", "elmira-1991", "cuba-1962", "syria-iraq-1975", "prisoners-dilemma", "chicken"],
)
def test_shipped_cases_have_no_problem(as_json, case):
    code, data = as_json("check", case)
    assert code == 0
    assert data["ok"] is True
    assert data["problems"] == []


def test_shape_of_a_problem(as_json, tmp_path):
    (tmp_path / "case.yaml").write_text("format: dispute-case/2\n")
    code, data = as_json("check", tmp_path)
    assert code == 2
    assert data["ok"] is False
    assert set(data["problems"][0]) == {"message", "file", "line", "column", "hint"}


def test_documents_that_are_not_at_hand_are_said_so(detente):
    assert "document 000: not at hand" in detente("check", "japan-russia")[1]


@pytest.mark.skipif(
    not list(DOCUMENTS.glob("*.txt")), reason="the five source documents are not at hand"
)
def test_every_reference_is_found_in_the_documents(as_json):
    code, data = as_json("check", "japan-russia", "--documents", DOCUMENTS)
    assert code == 0
    assert set(data["documents"].values()) == {"at hand"}


def test_a_question_that_asks_for_an_unknown_computation(as_json, tmp_path):
    (tmp_path / "case.yaml").write_text(
        """format: dispute-case/1
case: {id: a, title: A, question: Why}
actors: {a: {name: A}}
options: {a.go: {label: Go}}
preferences: {a: [a.go]}
inquiries:
  Q1:
    ask: Why?
    checks:
      - {compute: equilibrium, model: main}
      - {compute: unlock, model: nowhere, target: a.go}
      - {compute: joint, model: main}
"""
    )
    _, data = as_json("check", tmp_path)
    found = {p["line"]: (p["message"], p["hint"]) for p in data["problems"]}
    assert "unknown computation `equilibrium`" in found[10][0]
    assert "did you mean `equilibria`?" in found[10][1]
    assert "`nowhere`" in found[11][0]
    assert "`group`" in found[12][0]
