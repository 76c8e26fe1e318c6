"""Stackelberg stability: two moves for the leader, one for the follower."""

from tests.contracts.games import sketch

from detente.stability.concepts.lh import MEMBER as LIMITED
from detente.stability.concepts.nash import MEMBER as NASH
from detente.stability.concepts.stackelberg import MEMBER

CONFLICT = sketch([[1, 2, 0], [0, 0, 1]], [(0, 1)], [(1, 2)])


def test_the_leader_foresees_the_answer_and_the_follower_none():
    for leader in (0, 1):
        for i in (0, 1):
            part = LIMITED.at(2) if i == leader else NASH
            for s in CONFLICT.states:
                assert MEMBER.holds(CONFLICT, i, s, leader) == part.holds(CONFLICT, i, s)
    assert MEMBER.holds(CONFLICT, 0, 0, 0)
    assert not MEMBER.holds(CONFLICT, 0, 0, 1)


def test_the_leader_is_named():
    led = MEMBER.at("us")
    assert led.name == "Stackelberg stability, led by us"
    assert [c.key for c in led.of(["ussr", "US"])] == ["nash", "lh:2"]
