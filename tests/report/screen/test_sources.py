"""What `sources` says: grades, who judges what, and what rests on whom."""

from __future__ import annotations

from tests.casebook.shipped import open_shipped
from tests.judgement.traced import small_case

from detente.evidence.judgements import compare
from detente.judgement.coverage import coverage
from detente.report.screen.sources import coverage_text, judgements_text, sources_text


def test_sources_with_their_grade_and_how_often_they_are_cited() -> None:
    text = sources_text(open_shipped("japan-russia"), {"000": 3, "001": 1})
    assert "000  Jonathan Eyal. Japan–Russia: Another Fine Mess." in text
    assert "Good Luck With That. Stratfor" in text
    assert text.startswith("Five sources of five originators, from October 2014 to 25 May 2018")
    assert "Reliability: D (not usually reliable)" in text
    assert "Weak points: The date is deduced" in text
    assert "Copy read: file documents/001_e299845c9b31d1f6.txt, SHA-256 69a2da003b62" in text
    assert "Claims: 14 inference, 12 reported, 1 opinion" in text
    assert "Cited: 3 times" in text
    assert "Cited: 1 time\n" in text
    assert "Cited: 0 times" in text


def test_a_case_without_sources_or_judgements() -> None:
    case = open_shipped("chicken").model_copy(update={"sources": {}})
    assert sources_text(case, {}) == "The case names no sources."
    assert judgements_text(case, compare({}, ())).startswith("The case records no judgements")


def test_the_matrix_and_the_pairs() -> None:
    case = open_shipped("japan-russia")
    found = compare(case.judgements, tuple(case.sources))
    text = judgements_text(case, found)
    assert "  j7   hinder  help  hinder  hinder  help" in text
    assert "All agree on j2, j3, j15 and j16." in text
    assert "  000 and 003  9         1: j8" in text


def test_one_source_contradicts_nobody(tmp_path) -> None:
    case = small_case(tmp_path)
    assert "There is one source only." in judgements_text(case, compare(case.judgements, ("r",)))
    pair = judgements_text(case, compare(case.judgements, ("r", "s")))
    assert "All agree on nothing." in pair


def test_coverage_lists_the_weak(tmp_path) -> None:
    text = coverage_text(coverage(small_case(tmp_path)))
    assert "Rest on nothing:\n  timeline/2: A fair" in text
    assert "Rest on ours:\n  models/main/south/stated/3: See none" in text
    assert "Rest on opinion:\n  actors/north/goals/2: Peace" in text
    assert "To look at" not in text
    assert coverage_text((), ["c1 is odd"]).endswith("To look at:\n  c1 is odd.")
    assert "Rest on one source alone, by source: r 4, s 3." in text
