"""What moves an event: each change alone, on the same draws, against runs of a changed case."""

from __future__ import annotations

import pytest
from tests.forecast.runs_of import small

from detente.errors import UnknownName
from detente.forecast.runs import run_calendar
from detente.forecast.sensitivity import swings

SUN = {"title": "Sun", "rate": "1", "pushes": {"RAIN": -1}}


def hits(case) -> list[bool]:
    return [r.first("event", "bridge") is not None for r in run_calendar(case, 100, seed=3).runs]


def test_each_change_is_a_run_of_the_changed_case() -> None:
    case = small(shocks={"sun": SUN})
    found = {(s.kind, s.what): s for s in swings(case, "bridge", 100, seed=3)}
    assert set(found) == {("shock", "storm"), ("shock", "sun"), ("mechanism", "M1")}
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
    assert told == [(1, 2), (2, 2)]
    with pytest.raises(UnknownName, match="did you mean `bridge`"):
        swings(small(), "bridges", 10)
