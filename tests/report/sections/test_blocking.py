"""What blocks."""

from __future__ import annotations

from dataclasses import replace

from tests.report.made import aimed, assess, report_of, rows_of, section_of, small

from detente.report.material import Material
from detente.report.sections.blocking import blocking


def test_the_flagship_names_who_blocks_and_what_pulls_it_away() -> None:
    rows = rows_of(section_of(report_of("japan-russia"), "blocking"))
    assert rows[0] == [
        "Treaty menu",
        "“Peace treaty with two islands”",
        "Russia",
        "its second priority, “Offer no two islands unless they are outside the alliance's coverage” "
        "[002¶23, 002¶24, 001¶21]; its third priority, “Offer no two islands at all” [002¶14, 001¶23, "
        "004¶21]; its fifth priority, “Keep a treaty without islands on offer” [004¶19]",
    ]
    assert rows[-1] == ["1956", "“Settlement on two islands”", "no single party", ""]


def test_without_several_models_none_is_named() -> None:
    rows = rows_of(section_of(report_of("prisoners-dilemma"), "blocking"))
    assert rows[0] == ["“Row is betrayed”", "Row", "its third priority, “Both defect”"]
    assert len(rows) == 4


def test_an_aim_that_holds_is_blocked_by_nobody() -> None:
    section = blocking(aimed("prisoners-dilemma", "s4"))
    assert section is not None
    assert rows_of(section) == [["“Both defect”", "nobody", "Nothing: it holds."]]


def test_where_nothing_was_found_it_says_so() -> None:
    m = aimed("prisoners-dilemma", "s1")
    a = m.models[0]
    prospects = tuple(
        replace(p, unlocking=replace(p.unlocking, edits=None, solutions=())) if p.unlocking else p
        for p in a.prospects
    )
    section = blocking(Material(m.case, [replace(a, prospects=prospects)], ()))
    assert section is not None
    assert rows_of(section)[0][2] == "No change that was searched for makes it hold."


def test_no_section_without_outcomes() -> None:
    case = small(outcomes={})
    assert blocking(Material(case, assess(case), ())) is None
