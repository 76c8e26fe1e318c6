"""The verbs: sources, judgements, coverage."""

from __future__ import annotations

import json

import pytest
from tests.judgement.traced import small_case

from detente.errors import FileProblem, UsageError
from detente.workflow.sources import covered, exported, imported, judged, sources


def test_sources_with_their_citations(tmp_path) -> None:
    small_case(tmp_path)
    data = sources(str(tmp_path)).data["sources"]
    assert data["s"] == {
        "citation": "Second report",
        "reliability": "F",
        "issued": "",
        "kind": "",
        "stance": "",
        "judgement": "",
        "weak_points": "",
        "file": "",
        "sha256": "",
        "claims": {"reported": 1},
        "cited": 7,
    }


def test_judgements_of_those_who_answer(tmp_path) -> None:
    small_case(tmp_path)
    data = judged(str(tmp_path)).data
    assert data["sources"] == ["r", "s"]
    assert data["unanimous"] == []
    assert data["pairs"] == [{"between": ["r", "s"], "agree": [], "contradict": ["j1"]}]


def test_coverage_by_kind(tmp_path) -> None:
    small_case(tmp_path)
    data = covered(str(tmp_path)).data
    assert data["counts"]["event"] == {"one source": 1, "nothing": 1}
    assert data["assertions"][0] == {
        "handle": "actors/north/goals/1",
        "kind": "trait",
        "cover": "one source",
        "sources": ["r"],
        "words": "A bridge",
    }


def test_out_as_files_and_in_again(tmp_path) -> None:
    small_case(tmp_path)
    found = exported(str(tmp_path), tmp_path / "out.json", tmp_path / "out")
    assert {p.name for p in found.written} == {
        "out.json",
        "claims.jsonl",
        "events.jsonl",
        "judgements.jsonl",
        "assumptions.jsonl",
        "mechanisms.jsonl",
        "evidence-rows.jsonl",
    }
    row = json.loads((tmp_path / "out" / "evidence-rows.jsonl").read_text().splitlines()[0])
    assert (row["id"], row["because"][0]["at"]) == ("why/E1", "r¶2")
    back = imported(tmp_path / "out.json")
    assert back.data["sources"]["r"] == {"title": "River report", "repeats": {"4": "2"}}
    assert back.text.startswith("sources:\n  r:\n")


def test_files_that_cannot_be_read(tmp_path) -> None:
    with pytest.raises(FileProblem):
        imported(tmp_path / "none.json")
    for text, said in (("{", "no JSON"), ("{}", "no CSL-JSON"), ('[{"title": []}]', "title")):
        (tmp_path / "bad.json").write_text(text)
        with pytest.raises(UsageError, match=said):
            imported(tmp_path / "bad.json")
