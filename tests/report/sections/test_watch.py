"""What to watch, and what is assumed."""

from __future__ import annotations

from tests.report.made import assess, material_of, report_of, rows_of, section_of, small

from detente.report.material import Material
from detente.report.sections.watch import assumptions_section, indicators_section

FLAGSHIP = report_of("japan-russia")


def test_indicators_say_what_they_speak_for() -> None:
    rows = rows_of(section_of(FLAGSHIP, "indicators"))
    assert rows[0] == [
        "Moscow confirms the promise of 1956 and names two islands as on the table [002¶22]",
        "31 December 2018",
        "“Peace treaty with two islands”",
        "Russia's reading “Wants no treaty that touches territory”",
        "not yet",
    ]


def test_a_reading_among_several_comes_before_an_only_one() -> None:
    rows = rows_of(section_of(FLAGSHIP, "indicators"))
    assert rows[1][3] == "Russia's reading “Sovereignty before everything”"


def test_an_indicator_seen_and_one_that_favours_nothing_known() -> None:
    case = small(indicators={"i1": {"watch": "Boats", "seen": True, "favours": {"deal": "up"}}})
    case = case.model_copy(
        update={
            "indicators": {
                "i1": case.indicators["i1"].model_copy(update={"favours": {"x": "down"}})
            }
        }
    )
    section = indicators_section(Material(case, assess(case), ()))
    assert section is not None
    assert rows_of(section) == [["Boats", "", "", "“x”", "yes"]]


def test_assumptions_say_what_follows_if_they_are_wrong() -> None:
    rows = rows_of(section_of(FLAGSHIP, "assumptions"))
    assert len(rows) == 6
    assert rows[1][0].endswith("[002¶25, 001¶21, our addition]")
    assert rows[1][1] == "caveated"
    assert "a waiver changes nothing" in rows[1][2]
    assert rows[0][3].count(";") == 1


def test_no_sections_where_the_case_has_none() -> None:
    m = material_of("chicken")
    assert indicators_section(m) is None
    assert assumptions_section(m) is None
