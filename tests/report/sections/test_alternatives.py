"""Alternatives: readings and what-ifs."""

from __future__ import annotations

from tests.report.made import material_of, report_of, rows_of, section_of, texts_in

from detente.report.sections.alternatives import alternatives

FLAGSHIP = section_of(report_of("japan-russia"), "alternatives")


def test_readings_are_named_by_their_labels_with_references() -> None:
    rows = rows_of(FLAGSHIP, "readings")
    assert len(rows) == 7
    assert rows[0] == [
        "May 2018",
        "Russia: “Would trade if it could pull Japan away from a quiet America” [001¶14, 001¶21]",
        "yes",
        "“Talks and zones under Russian law, no movement on the claim” and “Tokyo offers a package that its "
        "firms do not deliver”",
        "does not hold",
    ]
    jealous = next(
        r for r in rows if "no bond with Tokyo is coming" in r[1] and "China" not in r[1]
    )
    assert jealous[2].startswith("only under general and symmetric metarationality")
    assert jealous[4] == "holds"


def test_what_ifs_come_with_what_holds_then() -> None:
    rows = rows_of(FLAGSHIP, "What if")
    assert len(rows) == 33
    row = next(r for r in rows if r[1].startswith("Washington does not press Tokyo"))
    assert row == [
        "1956",
        "Washington does not press Tokyo [004¶17, 001¶21]",
        "only under general and symmetric metarationality",
        "“Settlement on two islands”",
        "holds",
    ]
    nameless = next(r for r in rows if r[1].startswith("Japan imposes no sanctions"))
    assert nameless[3] == "a state without a name"
    many = next(r for r in rows if r[1].startswith("Accepted law"))
    assert many[3].endswith("; or one more")


def test_the_summary_counts_what_makes_the_aim_hold() -> None:
    assert texts_in(FLAGSHIP) == (
        "Twelve of 40 variations make the outcome asked about hold, under Nash stability."
    )


def test_no_section_without_alternatives() -> None:
    assert alternatives(material_of("chicken")) is None
