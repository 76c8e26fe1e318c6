"""Findings are values: they compare by what they say, and cannot be changed."""

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from detente.case import Statement
from detente.stability import findings
from detente.stability.findings import Answer, Equilibrium, Move, Obtained, Unmet
from detente.stability.graph import State

HERE, THERE = State(0, ()), State(1, ("a.x",))


@pytest.mark.parametrize("name", findings.__all__)
def test_every_finding_is_a_frozen_value(name):
    kind = getattr(findings, name)
    assert is_dataclass(kind)
    assert kind.__dataclass_params__.frozen
    assert kind.__doc__
    assert fields(kind)


def test_an_improvement_is_deterred_if_it_is_answered():
    assert Answer(THERE, (Move("b", HERE),)).deterred
    assert not Answer(THERE, ()).deterred


@pytest.mark.parametrize(
    ("path", "reachable"), [(None, False), ((), True), ((Move("a", THERE),), True)]
)
def test_an_equilibrium_is_reachable_if_there_is_a_path(path, reachable):
    assert Equilibrium(THERE, "nash", path, ()).reachable is reachable


def test_findings_compare_by_what_they_say():
    statement = Statement(want="a.x")
    assert Unmet("a", 1, 2, statement) == Unmet("a", 1, 2, Statement(want="a.x"))
    assert len({Move("a", HERE), Move("a", State(0, ()))}) == 1
    with pytest.raises(FrozenInstanceError):
        Move("a", HERE).actor = "b"  # type: ignore[misc]


def test_how_a_result_was_obtained_is_exact_and_complete_unless_said():
    obtained = Obtained("0", "drawn", "abc", "main", "enumeration")
    assert (obtained.exact, obtained.complete, obtained.parameters) == (True, True, {})
