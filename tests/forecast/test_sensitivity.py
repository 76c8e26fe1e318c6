"""What moves an event: each change alone, on the same draws, against runs of a changed case."""

from __future__ import annotations

import pytest
from tests.forecast.runs_of import order, small

from detente.errors import UnknownName
from detente.forecast.runs import run_calendar
from detente.forecast.sensitivity import swings

SUN = {"title": "Sun", "rate": "1", "pushes": {"RAIN": -1}}


def hits(case) -> list[bool]:
    return [r.first("event", "bridge") is not None for r in run_calendar(case, 100, seed=3).runs]


def test_each_change_is_a_run_of_the_changed_case() -> None:
    case = small(shocks={"sun": SUN})
    found = {(s.kind, s.what): s for s in swings(case, "bridge", 100, seed=3)}
    assert {k for k in found if k[0] != "statement"} == {
        ("shock", "storm"),
        ("shock", "sun"),
        ("mechanism", "M1"),
    }
    base = hits(case)
    quiet = {
        "storm": small(shocks={"sun": SUN, "storm": {"rate": "0"}}),
        "sun": small(shocks={"sun": SUN | {"rate": "0"}}),
    }
    for shock, other in quiet.items():
        after, swing = hits(other), found["shock", shock]
        assert (swing.before, swing.after) == (sum(base) / 100, sum(after) / 100)
        assert swing.changed == sum(a != b for a, b in zip(base, after, strict=True)) / 100
    assert found["shock", "sun"].by > 0 > found["shock", "storm"].by
    assert found["mechanism", "M1"].after == 0


def test_statements_are_reversed_in_their_place() -> None:
    found = {s.what: s for s in swings(small(), "bridge", 100, seed=3) if s.kind == "statement"}
    assert list(found) == [
        "main:north: north.build iff e.flood",
        "main:south: south.talk iff north.build",
    ]
    other = small(
        models={"main": {"preferences": {"north": order("not (north.build iff e.flood)")}}}
    )
    assert found["main:north: north.build iff e.flood"].after == sum(hits(other)) / 100 == 1
    assert found["main:south: south.talk iff north.build"].changed == 0


@pytest.mark.parametrize(("weight", "expected"), [({}, 1), ({"weight": "1"}, 3)])
def test_the_statements_of_every_drawn_reading_are_reversed(weight, expected) -> None:
    stated, bold = order("north.build"), order("e.flood", "north.build")
    readings = {
        "stated": stated["readings"]["stated"] | weight,
        "bold": bold["readings"]["stated"] | weight,
    }
    case = small(models={"main": {"preferences": {"north": {"readings": readings}}}})
    found = [s.what for s in swings(case, "bridge", 10) if s.kind == "statement"]
    assert len([what for what in found if what.startswith("main:north")]) == expected


def test_the_farthest_comes_first() -> None:
    found = swings(small(), "bridge", 60)
    assert [abs(s.by) for s in found] == sorted((abs(s.by) for s in found), reverse=True)


def test_readings_are_taken_for_certain_where_several_have_weight() -> None:
    readings = {
        "stated": None,
        "calm": {"weight": "1", "order": [{"want": "not north.build"}]},
        "bold": {"weight": "1", "order": [{"want": "north.build"}]},
    }
    case = small(models={"main": {"preferences": {"north": {"readings": readings}}}})
    found = {s.what: s.after for s in swings(case, "bridge", 60) if s.kind == "reading"}
    assert found == {"main:north=calm": 0.0, "main:north=bold": 1.0}


def test_progress_and_unknown_events() -> None:
    told = []
    swings(small(), "bridge", 10, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    with pytest.raises(UnknownName, match="did you mean `bridge`"):
        swings(small(), "bridges", 10)
