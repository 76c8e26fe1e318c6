"""Citations: the whole case is walked, and every reference leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

from tests.report.made import assessed, small

from detente.evidence import Reference
from detente.report.citations import Index, citations, path_of
from detente.report.inlines import plain

CASE = assessed("japan-russia")[0]


def test_finds_every_paragraph_that_the_files_name() -> None:
    named = set()
    for path in Path(CASE.folder).rglob("*.yaml"):
        text = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))
        named |= set(re.findall(r"\b\d{3}¶\d+", text))
    named |= {f"{c.source}¶{c.paragraph}" for c in CASE.evidence.values()}
    found = {c.reference.at for c in citations(CASE) if c.reference.at}
    assert len(found) >= 90
    assert found <= named
    lists = "".join(p.read_text(encoding="utf-8") for p in Path(CASE.folder).rglob("*.yaml"))
    backing = {
        n for group in re.findall(r"because: \[([\d¶, ]+)\]", lists) for n in group.split(", ")
    }
    assert backing <= found


def test_words_are_those_of_what_rests_on_the_reference() -> None:
    words = {c.words for c in citations(CASE) if c.path[:3] == ("models", "2014", "preferences")}
    assert "Stay the course in Ukraine" in words


def test_places_of_the_parts_of_a_case() -> None:
    at = {
        (
            "models",
            "2018-05",
            "preferences",
            "ru",
            "readings",
            "stated",
            "order",
            0,
        ): "st-2018-05-ru-1",
        (
            "models",
            "2018-05",
            "preferences",
            "ru",
            "readings",
            "wedge",
            "order",
            1,
        ): "st-2018-05-ru-wedge-2",
        ("models", "2018-05", "rules", 0): "model-2018-05",
        ("assumptions", "a1"): "assumption-a1",
        ("disagreements", "d1", "views", 0): "matter-d1",
        ("indicators", "i1"): "indicator-i1",
        ("quantities", "n1"): "figure-n1",
        ("timeline", 3): "chronology",
        ("actors", "jp", "goals", 0): "",
        ("options", "jp.econ"): "",
    }
    assert {path: path_of(CASE, path) for path in at} == at


def test_remarks_are_numbered_once_however_often_they_back_something() -> None:
    index = Index(CASE)
    public = Reference.model_validate({"outside": "public record", "confidence": "high"})
    other = Reference.model_validate({"outside": "public record", "confidence": "low"})
    assert index.anchor(public) == index.anchor(other)
    assert len(index.remarks["outside"]) == len(set(index.remarks["outside"]))


def test_labels_of_each_kind_of_reference() -> None:
    case = small(
        sources={"s1": {"title": "T"}},
        evidence={
            "c1": {"claim": "It is so", "source": "s1", "paragraph": 2},
            "c2": {"claim": "It was so", "source": "s1"},
            "c3": {"claim": "It may be so", "source": "s1", "paragraph": 3, "credibility": 4},
        },
        assumptions={"a1": {"text": "It stays", "because": ["c1"]}},
        quantities={
            "n1": {
                "what": "W",
                "value": "1",
                "because": ["s1¶4", "a1", "c1", "c2", "c3", {"modeller": "m"}, {"outside": "o"}],
            }
        },
    )
    index = Index(case)
    because = case.quantities["n1"].because
    assert [index.label(r) for r in because] == [
        "s1¶4", "assumption a1", "s1¶2", "claim c2", "s1¶3, doubtful", "our addition", "outside",
    ]  # fmt: skip
    assert [index.anchor(r) for r in because] == [
        "ref-s1-4", "assumption-a1", "ref-s1-2", "claim-c2", "ref-s1-3", "own-1", "outside-1",
    ]  # fmt: skip
    assert plain(index.cites(because[:2])) == " [s1¶4, assumption a1]"
    assert index.cites(()) == ()
