"""What parties do in one step: where they come to rest, and by which moves."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.forecast.runs_of import small
from tests.judgement.asked import PENNIES

from detente.case import parse
from detente.forecast import play as room
from detente.forecast.play import Play, Situation


def at(*on: str, held=(), context=(), readings=()) -> Situation:
    return Situation(tuple(readings), tuple(held), tuple(context), frozenset(on))


def test_who_moves_in_turn_to_the_only_rest() -> None:
    (ending,) = Play(small(), "main", "seq").endings(at(context=[("e.flood", True)]))
    assert ending.on == {"north.build", "south.talk"}
    assert [(m.actor, sorted(m.to.on)) for m in ending.path] == [
        ("north", ["north.build"]),
        ("south", ["north.build", "south.talk"]),
    ]


def test_what_holds_is_not_left() -> None:
    (ending,) = Play(small(), "main", "seq").endings(at())
    assert (ending.on, ending.path) == (frozenset(), ())


def test_options_held_are_so_before_anybody_moves() -> None:
    (ending,) = Play(small(), "main", "seq").endings(at(held=[("north.build", True)]))
    assert ending.on == {"north.build", "south.talk"}
    assert [m.actor for m in ending.path] == ["south"]


def test_no_rest_has_no_ending() -> None:
    assert Play(PENNIES, "main", "nash").endings(at()) == ()


def test_several_rests_are_all_given() -> None:
    found = Play(open_shipped("chicken"), "main", "nash").endings(at("row.swerve", "column.swerve"))
    assert [sorted(e.on) for e in found] == [["row.swerve"], ["column.swerve"]]
    assert [len(e.path) for e in found] == [1, 1]


def test_a_present_that_cannot_be_goes_to_the_nearest_that_can() -> None:
    case = small(models={"main": {"rules": [{"require": "not (north.build and e.flood)"}]}})
    flood = at("north.build", context=[("e.flood", True)])
    (ending,) = Play(case, "main", "seq").endings(flood)
    assert "north.build" not in ending.on


def test_an_answer_is_found_once(monkeypatch) -> None:
    play, count = Play(small(), "main", "seq"), []
    built = room.build_graph
    monkeypatch.setattr(room, "build_graph", lambda *a: count.append(1) or built(*a))
    for _ in range(5):
        play.endings(at(context=[("e.flood", True)]))
    assert len(count) == 1


@pytest.mark.parametrize(("on", "true"), [((), False), (("north.build",), True)])
def test_conditions_are_told_of_a_state(on, true) -> None:
    play = Play(small(), "main", "seq")
    assert play.true(parse("north.build"), on) is true
    assert play.true(parse("north.build or not south.talk"), on) is True
