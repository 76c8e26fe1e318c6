"""Sources, paragraphs, claims and remarks."""

from __future__ import annotations

from tests.report.made import assess, material_of, report_of, rows_of, section_of, small, texts_in

from detente.evidence import Reference
from detente.report.material import Material
from detente.report.sections.sources import sources

FLAGSHIP = report_of("japan-russia")
FLAGSHIP_SOURCES = section_of(FLAGSHIP, "sources")


def test_a_source_is_described_with_its_grade_and_date() -> None:
    section = section_of(FLAGSHIP, "source-000")
    said = texts_in(section)
    assert section.title == "000: Japan–Russia: Another Fine Mess"
    assert "RUSI Commentary, 13 to 17 November 2017." in said
    assert "Reliability: B (usually reliable)." in said
    assert "Document not at hand" in said
    assert "documents/000_0f15e8b8580790d8.txt, SHA-256 0d08ca6b5cbc" in said


def test_paragraphs_say_what_rests_on_them() -> None:
    rows = {r[0]: r for r in rows_of(section_of(FLAGSHIP, "source-002"))}
    assert "Russia, no. 2 in “Treaty menu”" in rows["002¶24"][2]
    assert rows_of(section_of(FLAGSHIP, "source-000"))[0][0] == "000¶4"


def test_words_that_the_case_quotes_are_shown() -> None:
    rows = {r[0]: r for r in rows_of(section_of(FLAGSHIP, "source-000"))}
    assert rows["000¶18"][1].startswith("“…not a question of just one year…” ")


def test_what_is_taken_from_a_paragraph_stands_with_it_and_is_graded() -> None:
    rows = {r[0]: r for r in rows_of(section_of(FLAGSHIP, "source-000"))}
    assert "Japanese firms out of energy projects (reported, B4). Weak point:" in rows["000¶8"][1]


def test_only_an_excerpt_of_a_document_at_hand_is_shown() -> None:
    m = material_of("japan-russia")
    long = "Before. " * 40 + "It is not a question of just one year, he said. " + "After. " * 40
    section = sources(Material(m.case, m.models, (), (), {"000¶18": long, "000¶20": "Short."}))
    rows = {r[0]: r for r in rows_of(section)}
    assert "not a question of just one year" in rows["000¶18"][1]
    assert rows["000¶18"][1].startswith("“…")
    assert len(rows["000¶18"][1].partition("”")[0]) < 170
    assert rows["000¶20"][1].startswith("“Short”")


def test_an_excerpt_at_the_end_of_a_paragraph_is_not_cut_short() -> None:
    m = material_of("japan-russia")
    text = "Before. " * 40 + "It is not a question of just one year"
    section = sources(Material(m.case, m.models, (), (), {"000¶18": text}))
    shown = next(r for r in rows_of(section) if r[0] == "000¶18")[1]
    assert "not a question of just one year” " in shown


def test_what_does_not_come_from_documents_is_told_apart() -> None:
    rows = rows_of(section_of(FLAGSHIP, "remarks"))
    kinds = {r[1] for r in rows}
    assert kinds == {"our addition", "outside the documents"}
    public = next(r for r in rows if r[0] == "Public record.")
    assert "; and " in public[2]
    assert public[2].endswith("more")


def test_claims_stand_with_their_paragraphs_or_by_themselves() -> None:
    case = small(
        sources={"s1": {"title": "T", "reliability": "B"}, "s2": {"title": "U"}},
        evidence={
            "c1": {"claim": "It is so", "source": "s1", "paragraph": 2, "credibility": 3},
            "c2": {"claim": "It was so", "source": "s1", "basis": "opinion"},
        },
    )
    section = sources(Material(case, assess(case), ()))
    rows = rows_of(section)
    assert ["s1¶2", "It is so (reported, B3).", ""] in rows
    assert ["It was so (opinion, B6).", "s1"] in rows
    assert "No paragraph of it is cited." in texts_in(section)


def test_a_source_that_is_cited_but_not_listed_has_a_place() -> None:
    case = small(quantities={"n1": {"what": "W", "value": "1"}})
    because = case.quantities["n1"].model_copy(update={"because": report_reference()})
    section = sources(
        Material(case.model_copy(update={"quantities": {"n1": because}}), assess(case), ())
    )
    assert ["zz¶3", "a figure: W"] in rows_of(section)


def report_reference() -> tuple[object, ...]:
    return (Reference(at="zz¶3"),)


def test_what_rests_on_a_paragraph_is_named_in_words_of_the_reader() -> None:
    kinds = {"actors", "models"}
    said = " ".join(" ".join(r) for r in rows_of(FLAGSHIP_SOURCES))
    for section in type(material_of("japan-russia").case).model_fields:
        if section not in kinds:
            assert f"; {section}: " not in said


def test_where_a_party_stands_is_told_in_names() -> None:
    said = " ".join(" ".join(r) for r in rows_of(FLAGSHIP_SOURCES))
    assert "Japan on Japanese investment that is delivered" in said
    assert "where jp stands" not in said
