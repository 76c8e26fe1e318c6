"""The chronology, with hindsight apart; the figures."""

from __future__ import annotations

from tests.report.made import assess, material_of, report_of, rows_of, section_of, small, texts_in

from detente.report.blocks import Fold, Table
from detente.report.material import Material
from detente.report.sections.chronology import chronology, quantities

FLAGSHIP = section_of(report_of("japan-russia"), "chronology")


def test_what_documents_report_comes_first_in_order_of_time() -> None:
    first = FLAGSHIP.blocks[0]
    assert isinstance(first, Table)
    assert first.caption == "What the documents report or announce"
    rows = rows_of(FLAGSHIP, "What the documents report")
    assert rows[0][0] == "1905"
    assert [
        "September 2018",
        "Abe's party votes on its leader (announced or expected) [001¶8, 001¶10]",
    ] in rows
    assert not any("hindsight" in r[1] for r in rows)


def test_hindsight_is_folded_away_and_marked() -> None:
    fold = FLAGSHIP.blocks[-1]
    assert isinstance(fold, Fold)
    assert fold.summary.startswith("Hindsight, not used: ")
    assert fold.summary.endswith("events after 25 May 2018")
    rows = rows_of(FLAGSHIP, "Hindsight")
    assert all("(hindsight)" in r[1] for r in rows)
    assert "No judgement of this report has used it." in texts_in(FLAGSHIP)


def test_what_is_known_from_elsewhere_stands_apart() -> None:
    rows = rows_of(FLAGSHIP, "Known from outside")
    assert any("Treaty of Shimoda" in r[1] for r in rows)
    assert all("outside" in r[1] or "our addition" in r[1] for r in rows)


def test_a_case_without_a_date_has_later_events_all_the_same() -> None:
    case = small(
        case={"id": "ford", "title": "T", "question": "Q?"},
        timeline=[{"date": "2019", "title": "Built", "status": "later"}],
    )
    section = chronology(Material(case, assess(case), ()))
    assert section is not None
    assert rows_of(section) == [["2019", "Built (hindsight)"]]


def test_figures_are_folded_away() -> None:
    section = section_of(report_of("japan-russia"), "figures")
    fold = section.blocks[0]
    assert isinstance(fold, Fold)
    assert fold.summary == "29 figures from the documents"
    assert [r[2] for r in rows_of(section) if r[0].startswith("Chinese investment")] == [
        "2007 to 2017"
    ]


def test_what_follows_from_figures_stands_below_them() -> None:
    rows = rows_of(section_of(report_of("japan-russia"), "figures"), "What follows")
    [row] = [r for r in rows if "n1.usd / (n2.usd" in r[3]]
    assert row[1:3] == ["3.15 %", "fits (2.5 to 3.5)"]
    assert "001¶20" in row[0]


def test_no_sections_where_the_case_has_none() -> None:
    m = material_of("chicken")
    assert chronology(m) is None
    assert quantities(m) is None
