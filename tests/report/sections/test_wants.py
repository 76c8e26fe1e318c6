"""What each side wants."""

from __future__ import annotations

from tests.report.made import report_of, section_of, texts_in

FLAGSHIP = report_of("japan-russia")


def test_every_party_that_decides_has_a_part() -> None:
    titles = [b.title for b in section_of(FLAGSHIP, "wants").blocks if b.kind == "section"]
    assert titles == [
        "Japan (in “Treaty menu”)",
        "Russia (in “Treaty menu”)",
        "United States (in “Treaty menu”)",
        "China (in “November 2017”)",
        "Japanese firms (in “May 2018”)",
        "Russian public (in “1992”)",
    ]


def test_three_priorities_and_the_first_unmet() -> None:
    said = texts_in(section_of(FLAGSHIP, "party-ru"))
    assert "First: Never offer four islands [004¶18, 002¶13]. Met." in said
    assert (
        "The first unmet of its five priorities is the fourth: Sign a treaty without islands "
        "[004¶19, 000¶16]."
    ) in said
    assert "Goal: Sovereignty and territorial integrity first [001¶21, 001¶23, 004¶18]." in said


def test_an_unmet_priority_among_the_first_is_marked() -> None:
    said = texts_in(section_of(FLAGSHIP, "party-jp"))
    assert "Third: Sign a treaty that returns four islands [002¶8, 001¶16]. Not met." in said
    assert "The first unmet of its six priorities is the third." in said


def test_who_lacks_nothing() -> None:
    assert "Both are met." in texts_in(section_of(FLAGSHIP, "party-us"))
    assert "All three priorities are met." in texts_in(section_of(FLAGSHIP, "party-cn"))


def test_a_single_model_is_not_named() -> None:
    assert section_of(report_of("chicken"), "party-row").title == "Row"
