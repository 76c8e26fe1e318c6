"""The verbs: sources, judgements, coverage."""

from __future__ import annotations

from tests.judgement.traced import small_case

from detente.workflow.sources import covered, judged, sources


def test_sources_with_their_citations(tmp_path) -> None:
    small_case(tmp_path)
    data = sources(str(tmp_path)).data["sources"]
    assert data["s"] == {
        "citation": "Second report",
        "reliability": "F",
        "issued": "",
        "stance": "",
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
