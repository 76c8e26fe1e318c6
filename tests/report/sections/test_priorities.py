"""The models, priority by priority."""

from __future__ import annotations

from tests.report.made import assess, assessed, report_of, rows_of, section_of, small, texts_in

from detente.report.blocks import blocks_of
from detente.report.material import Material
from detente.report.sections.priorities import priorities

FLAGSHIP = report_of("japan-russia")


def test_every_priority_of_every_reading_is_a_target() -> None:
    anchors = {r.anchor for b in blocks_of(FLAGSHIP) if b.kind == "table" for r in b.rows}
    case = assessed("japan-russia")[0]
    count = 0
    for id, model in case.models.items():
        for actor, preference in model.preferences.items():
            for n, (name, reading) in enumerate(preference.readings.items()):
                for position in range(1, len(reading.order) + 1):
                    middle = f"-{name}" if n else ""
                    assert f"st-{id}-{actor}{middle}-{position}" in anchors
                    count += 1
    assert count > 180


def test_rows_say_what_is_wanted_whether_met_and_the_condition() -> None:
    rows = rows_of(section_of(FLAGSHIP, "priorities-treaty-menu"), "Russia")
    assert rows[1] == [
        "2",
        "Offer no two islands unless they are outside the alliance's coverage [002¶23, 002¶24, 001¶21] "
        "not ru.t2 if not carve_out",
        "yes",
    ]
    assert rows[3][2] == "no"


def test_statements_on_one_level_are_marked() -> None:
    case = small(
        preferences={
            "north": [{"want": "south.open"}, {"want": "north.build", "about_equal": True}],
            "south": [{"want": "not south.open"}],
        }
    )
    rows = rows_of(priorities(Material(case, assess(case), ())))
    assert [r[0] for r in rows] == ["1", "2 =", "1"]
    assert rows[0][1] == "Open up south.open"


def test_options_rules_and_facts_are_told_too() -> None:
    said = texts_in(section_of(FLAGSHIP, "priorities-2018-05"))
    assert "Japan may “Pay first with economic concessions”: taken today [001¶16]. jp.front" in said
    assert (
        "Always: Moscow does not yield sovereignty where it is building up forces [002¶12, 001¶21]."
        in said
    )
    assert "Fact: Projects in Russia are profitable for Japanese firms: no [001¶20]." in said
    cuba = texts_in(section_of(report_of("cuba-1962"), "priorities-main"))
    assert "once taken it cannot be dropped" in cuba
    assert (
        "Always: Not (“Withdraw the missiles” and “Escalate”)" in cuba or "not (“Withdraw" in cuba
    )
