"""Concepts with a parameter, and a concept for each decision maker."""

import numpy as np
import pytest
from tests.contracts.graph_games import drawn_graph

from detente.errors import UnknownName, UsageError
from detente.stability import CONCEPTS, concept_named
from detente.stability.concept import Concept
from detente.stability.families import Family, Mixed, horizon, mixed

NASH, SEQ = CONCEPTS["nash"], CONCEPTS["seq"]
FAMILIES = [c for c in CONCEPTS.values() if isinstance(c, Family)]
GAME = drawn_graph(np.random.default_rng(2), 3, 7)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda f: f.key)
def test_a_member_says_what_its_family_says(family):
    member = family.at(family.example)
    assert isinstance(member, Concept)
    assert not isinstance(member, Family)
    assert member.key == family.usage == f"{family.key}:{family.example}"
    assert member.name.startswith(family.name)
    if family.key != "stackelberg":
        assert (member.meaning, member.limits, member.source, member.order) == (
            family.meaning,
            family.limits,
            family.source,
            family.order,
        )


@pytest.mark.parametrize("family", [f for f in FAMILIES if f.parameter == "a number of moves"])
def test_how_far_is_looked_is_a_number(family):
    assert family.at(4).key == family.at(" 04 ").key == f"{family.key}:4"
    assert family.at(1).name.endswith(", 1 move")
    assert family.at(2).name.endswith(", 2 moves")
    for wrong in ("0", "-1", "101", "two", "", "1.5", "²"):
        with pytest.raises(UsageError, match="not a number of moves"):
            family.at(wrong)
    with pytest.raises(UsageError, match=f"needs a parameter: found `{family.key}`"):
        family.of(["a", "b"])


def test_the_furthest_horizon():
    assert horizon("100") == 100
    with pytest.raises(UsageError, match="expected 1 to 100"):
        horizon("101")


def test_each_decision_maker_has_its_own_part():
    both = mixed({"a": NASH, "C": SEQ}, CONCEPTS["gmr"])
    assert isinstance(both, Mixed)
    assert both.key == "a=nash,C=seq,gmr"
    assert both.name.startswith("Nash stability for a, Sequential stability for C, General")
    assert both.name.endswith(" for the rest")
    assert [c.key for c in both.of(["a", "b", "c"])] == ["nash", "gmr", "seq"]
    found = both.stable(GAME)
    for i, key in enumerate(("nash", "gmr", "seq")):
        assert np.array_equal(found[i], CONCEPTS[key].stable(GAME)[i])


def test_the_rest_may_be_nobody():
    assert mixed({"a": NASH, "b": SEQ}, SEQ).of(["a", "b"]) == (NASH, SEQ)
    assert mixed({"a": NASH, "b": SEQ}).of(["b", "a"]) == (SEQ, NASH)


def test_someone_without_a_concept():
    with pytest.raises(
        UsageError, match="expected one for b, c; name one for the rest: a=nash,nash"
    ):
        mixed({"a": NASH}).of(["a", "b", "c"])


def test_a_part_for_nobody():
    with pytest.raises(UnknownName, match="unknown decision maker: found `d`"):
        mixed({"d": NASH}, SEQ).of(["a", "b", "c"])


def test_parts_are_not_mixed_themselves():
    inner = mixed({"a": NASH}, SEQ)
    for parts, rest in (({"a": inner}, None), ({"a": NASH}, inner)):
        with pytest.raises(UsageError, match="cannot be mixed itself"):
            mixed(parts, rest)


def test_a_mixed_concept_is_defined_by_its_parts():
    with pytest.raises(UsageError, match="defined by its parts"):
        mixed({"a": NASH}, SEQ).holds(GAME.conflict(), 0, 0)


def test_a_leader_makes_a_mixed_concept():
    led = concept_named("stackelberg:B")
    assert led.key == "stackelberg:B"
    assert [c.key for c in led.of(["a", "b"])] == ["nash", "lh:2"]
    with pytest.raises(UsageError, match="needs a leader"):
        CONCEPTS["stackelberg"].at(" ")
