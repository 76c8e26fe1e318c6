"""The outline: the order of a product, nothing forgotten, nothing computed, hindsight apart."""

from __future__ import annotations

import re

import pytest
from tests.report.made import CASES, hostile, material_of, report_of, rows_of, section_of, texts_in

from detente.report.blocks import Section, blocks_of, lines_of
from detente.report.inlines import plain
from detente.report.lint import lint_text
from detente.report.outline import SECTIONS, outline

ORDER = [
    *("wants", "holding", "blocking", "unlocking", "forecasts", "pressures", "alternatives"),
    *("explanations", "disagreements", "sayings", "indicators"),
    *("assumptions", "chronology", "figures", "questions", "priorities", "sources", "method"),
]


@pytest.mark.parametrize("name", CASES)
def test_sections_stand_in_the_order_of_a_product(name: str) -> None:
    found = [s.anchor for s in report_of(name).sections]
    assert found == [a for a in ORDER if a in found]
    assert {"wants", "holding", "priorities", "sources", "method"} <= set(found)


def test_the_flagship_has_every_section() -> None:
    assert [s.anchor for s in report_of("japan-russia").sections] == ORDER
    assert len(SECTIONS) == len(ORDER)


@pytest.mark.parametrize("name", CASES)
def test_anchors_are_unique(name: str) -> None:
    anchors = [b.anchor for b in blocks_of(report_of(name)) if isinstance(b, Section)]
    for block in blocks_of(report_of(name)):
        if block.kind == "table":
            anchors += [r.anchor for r in block.rows if r.anchor]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("name", CASES)
def test_no_sentence_of_ours_mixes_confidence_and_likelihood(name: str) -> None:
    report = report_of(name)
    notes = {plain(b.line) for b in blocks_of(report) if b.kind == "note"}
    said = [text for line in lines_of(report) if (text := plain(line)) not in notes]
    assert [bad for text in said for bad in lint_text(text)] == []


@pytest.mark.parametrize("name", CASES)
def test_tables_are_as_wide_as_their_heads(name: str) -> None:
    for block in blocks_of(report_of(name)):
        if block.kind == "table":
            assert {len(r.cells) for r in block.rows} == {len(block.head)}


BROKEN = re.compile(r"  |\bNone[,)\]]|^None$|\(\)|\[\]|\.\.| [.,;]|““|””|\bfalse\b|Formula|<")


def test_no_text_is_broken() -> None:
    for name in CASES:
        for line in lines_of(report_of(name)):
            assert not BROKEN.search(plain(line)), plain(line)


def test_hindsight_stands_in_the_chronology_only() -> None:
    m = material_of("japan-russia")
    later = [e.title for e in m.case.timeline if e.status == "later"]
    assert len(later) > 10
    report = report_of("japan-russia")
    for section in report.sections:
        rows = " ".join(" ".join(r) for s in [section] for r in rows_of(s))
        told = texts_in(section) + rows
        if section.anchor == "chronology":
            assert all(f"{t} (hindsight)" in told for t in later)
        elif section.anchor not in ("sources",):
            assert not [t for t in later if t in told]


def test_without_answers_there_is_no_section_of_questions() -> None:
    m = material_of("japan-russia")
    report = outline(m.case, m.models, m.judgements)
    assert "questions" not in [s.anchor for s in report.sections]


def test_the_head() -> None:
    report = report_of("japan-russia")
    assert (report.handling, report.as_of) == ("TLP:CLEAR", "25 May 2018")
    assert report.case_title == "Japan and Russia: the peace treaty and the disputed islands"
    assert len(report.digest) == 64
    assert report.data["case"] == "japan-russia"


def test_excerpts_are_short_and_only_of_documents_at_hand() -> None:
    report = hostile()[1]
    cells = rows_of(section_of(report, "source-s1"))
    assert max(len(c) for row in cells for c in row) < 500
    assert "Document not at hand" not in texts_in(section_of(report, "source-s1"))
