"""Analysts' probabilities: the nearest that add up, and pools that keep what they should keep."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import UsageError
from detente.evidence.hypotheses import HypothesisSet
from detente.evidence.probabilities import Coherence, aggregate, coherent, pooled

P = st.floats(0, 1)
THREE = st.tuples(P, P, P).map(lambda p: dict(zip("abc", p, strict=True)))
ANY = Coherence("any", (("a", "b"), ("b", "c")))


@given(THREE)
def test_what_adds_up_stays_and_all_else_is_moved_to_add_up(given_) -> None:
    found = coherent(given_)
    assert sum(found.probabilities.values()) == pytest.approx(1)
    assert all(0 <= p <= 1 for p in found.probabilities.values())
    again = coherent(found.probabilities)
    assert again.distance == pytest.approx(0, abs=1e-6)


@given(THREE, THREE)
def test_nothing_coherent_is_nearer(given_, other) -> None:
    for must in (Coherence(), Coherence("at most one"), ANY):
        found = coherent(given_, must)
        rival = coherent(other, must).probabilities
        assert found.distance <= math.dist(given_.values(), rival.values()) + 1e-7


@given(THREE)
def test_an_implication_is_respected(given_) -> None:
    p = coherent(given_, ANY).probabilities
    assert p["a"] <= p["b"] + 1e-9
    assert p["b"] <= p["c"] + 1e-9


def test_at_most_one_leaves_room_for_none() -> None:
    must = Coherence("at most one")
    assert coherent({"a": 0.3, "b": 0.2}, must).distance == 0
    assert coherent({"a": 0.8, "b": 0.6}, must).probabilities == {"a": 0.6, "b": 0.4}


@pytest.mark.parametrize(
    ("probabilities", "must", "said"),
    [
        ({"a": 1.2}, Coherence(), "outside 0 to 1"),
        ({"a": 0.5}, Coherence("any", (("a", "z"),)), "no probability"),
        ({}, Coherence(), "no probabilities meet"),
    ],
)
def test_what_cannot_be_repaired(probabilities, must, said) -> None:
    with pytest.raises(UsageError, match=said):
        coherent(probabilities, must)


def test_pools_by_hand() -> None:
    people = [{"a": 0.9, "b": 0.1}, {"a": 0.5, "b": 0.5}]
    assert aggregate(people) == {"a": 0.7, "b": 0.3}
    assert aggregate(people, [1, 3])["a"] == pytest.approx(0.6)
    log = aggregate(people, pool="log")
    odds = math.sqrt(0.9 / 0.1 * 0.5 / 0.5)
    assert log["a"] / log["b"] == pytest.approx(odds)
    odd = aggregate([{"a": 0.9}, {"a": 0.5}], pool="log", true_at_once="any")["a"]
    assert odd / (1 - odd) == pytest.approx(3)


def test_at_most_one_true_counts_none_as_an_answer() -> None:
    people = [{"a": 0.6, "b": 0.3}, {"a": 0.3, "b": 0.6}]
    found = aggregate(people, pool="log", true_at_once="at most one")
    assert found["a"] == found["b"]
    none = 1 - found["a"] - found["b"]
    assert none / found["a"] == pytest.approx(0.1 / math.sqrt(0.18))


@given(THREE.map(lambda g: coherent(g).probabilities), st.sampled_from(["linear", "log"]))
def test_those_who_agree_are_left_as_they_are(one, pool) -> None:
    found = aggregate([one, one], [2, 5], pool=pool)
    assert found == pytest.approx(one, abs=1e-9)


def test_a_zero_is_a_veto_in_the_log_pool() -> None:
    people = [{"a": 0.0, "b": 1.0}, {"a": 0.5, "b": 0.5}]
    assert aggregate(people, pool="log") == {"a": 0.0, "b": 1.0}
    with pytest.raises(UsageError, match="nothing possible"):
        aggregate([{"a": 0.0, "b": 1.0}, {"a": 1.0, "b": 0.0}], pool="log")


@pytest.mark.parametrize(
    ("people", "weights"),
    [([], []), ([{"a": 1.0}, {"b": 1.0}], []), ([{"a": 1.0}], [1, 2]), ([{"a": 1.0}], [0])],
)
def test_what_cannot_be_pooled(people, weights) -> None:
    with pytest.raises(UsageError):
        aggregate(people, weights)


def test_a_set_pools_what_was_made_coherent() -> None:
    made = {
        "question": "Why?",
        "items": {"a": "A", "b": "B"},
        "estimates": {
            "x": {"probabilities": {"a": 0.9, "b": 0.3}, "weight": 3},
            "y": {"probabilities": {"a": 0.2, "b": 0.8}},
        },
    }
    matrix = HypothesisSet.model_validate(made)
    assert pooled(matrix)["a"] == pytest.approx((3 * 0.8 + 0.2) / 4)
    both = HypothesisSet.model_validate(made | {"true_at_once": "any", "implies": [("a", "b")]})
    log = pooled(both, "log")
    assert log["a"] <= log["b"] + 1e-12
