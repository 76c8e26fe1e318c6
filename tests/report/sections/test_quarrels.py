"""Where the documents disagree."""

from __future__ import annotations

from dataclasses import replace

from tests.report.made import material_of, report_of, rows_of, section_of, texts_in

from detente.report.material import Material
from detente.report.sections.quarrels import quarrels_section

FLAGSHIP = section_of(report_of("japan-russia"), "disagreements")


def test_views_stand_side_by_side_with_their_references() -> None:
    rows = rows_of(FLAGSHIP)
    assert len(rows) == 10
    assert rows[0] == [
        "Do the islands matter to Abe?",
        "(1) Yes; he wants at least some of them back [001¶16, 002¶8, 000¶6]. (2) He sets them aside so that "
        "ties can grow [004¶23].",
        "Same conduct. “September 2016” and “December 2016” agree on the five options that they share. But "
        "Japan values it differently: its first unmet priority is the seventh of eight in the one and the "
        "fourth of eleven in the other.",
    ]


def test_different_conduct_says_what_it_turns_on() -> None:
    rows = rows_of(FLAGSHIP)
    assert (
        rows[1][2]
        == "Different conduct. What holds in “November 2017” turns on the reading (alternatives)."
    )
    assert rows[3][2].endswith("“May 2018” differ on “Commit real money in Russia”.")


def test_what_the_models_cannot_tell_is_open() -> None:
    assert rows_of(FLAGSHIP)[4][2].startswith("Open: the models hold no switch")
    assert texts_in(FLAGSHIP) == (
        "The documents differ on ten matters. Five are beyond what the models can tell."
    )


def test_matters_are_told_without_a_judgement_too() -> None:
    m = material_of("japan-russia")
    section = quarrels_section(Material(m.case, m.models, ()))
    assert section is not None
    assert rows_of(section) == rows_of(FLAGSHIP)


def test_same_conduct_under_readings_and_a_fact() -> None:
    m = material_of("japan-russia")
    judgement = m.judgement("turns")
    assert judgement is not None
    turning = judgement.findings[0]
    matters = turning.quarrels  # type: ignore[union-attr]
    same = [
        replace(matters[1], conduct="same"),
        replace(matters[1], by="facts"),
        replace(matters[1], by="facts", conduct="same"),
    ]
    changed = replace(judgement, findings=(replace(turning, quarrels=tuple(same)),))  # type: ignore[type-var]
    section = quarrels_section(Material(m.case, m.models, [changed]))
    assert section is not None
    said = [r[2] for r in rows_of(section)]
    assert said[0].startswith(
        "Same conduct. What holds in “November 2017” is the same under either reading"
    )
    assert said[1] == "Different conduct. What holds in “November 2017” turns on this fact."
    assert said[2] == "Same conduct. What holds in “November 2017” is the same either way."


def test_no_section_without_disagreements() -> None:
    assert quarrels_section(material_of("chicken")) is None
