"""Fuzzy preferences: the definitions of Bashar, Kilgour & Hipel told pair by pair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stability.preferences.plainly import CLASSES, Told, every, game, told

from detente.errors import UsageError
from detente.kernels import lexicographic
from detente.stability import STRUCTURES
from detente.stability.game import Ranked
from detente.stability.preferences.fuzzy import Fuzzy, advantages, degrees
from detente.stability.structure import Shares, Stated

MEMBER = STRUCTURES["fuzzy"]


def degree(rng: np.random.Generator, size: int) -> np.ndarray:
    """Draw r(s, q) in tenths, r(s, q) + r(q, s) = 1: intransitive, and thresholds are met exactly."""
    upper = np.triu(rng.integers(11, size=(size, size)) / 10, 1)
    lower = np.tril(1 - upper.T, -1)
    return upper + lower + np.eye(size) / 2


@pytest.mark.parametrize("concept", CLASSES)
def test_the_kernel_equals_the_paper(concept: str) -> None:
    replies, counter = CLASSES[concept]
    for rng, steps in every(12, 40):
        tables = [degree(rng, len(steps[0])) for _ in steps]
        limits = [float(rng.choice([0.2, 0.4, 0.6, 1.0])) for _ in steps]
        found = game(
            steps, [Fuzzy(advantages(r), g) for r, g in zip(tables, limits, strict=True)]
        ).stable(replies, countermoves=counter)

        def fui(s: int, q: int, r: np.ndarray, g: float) -> bool:
            return round(10 * (r[q][s] - r[s][q])) >= round(10 * g)

        people = [
            Told(
                lambda s, q, r=r, g=g: fui(s, q, r, g),
                lambda s, q, r=r, g=g: not fui(s, q, r, g),
                lambda s, q, r=r, g=g: fui(s, q, r, g),
            )
            for r, g in zip(tables, limits, strict=True)
        ]
        assert found.tolist() == told(steps, people, concept)


@pytest.mark.parametrize("threshold", [0.1, 0.5, 1.0])
def test_crisp_degrees_are_classical_under_any_threshold(threshold: float) -> None:
    for rng, steps in every(13, 20):
        ranks = [rng.integers(4, size=len(steps[0])) for _ in steps]
        crisp = [(1 + np.sign(r[:, None] - r)) / 2 for r in ranks]
        fuzzy = game(steps, [Fuzzy(advantages(c), threshold) for c in crisp])
        plain = game(steps, [Ranked(r) for r in ranks])
        for replies, counter in CLASSES.values():
            found = fuzzy.stable(replies, countermoves=counter)
            assert np.array_equal(found, plain.stable(replies, countermoves=counter))


@given(st.lists(st.lists(st.integers(0, 4), min_size=4, max_size=4), min_size=1, max_size=4))
def test_statements_make_a_fuzzy_preference_relation(quarters: list[list[int]]) -> None:
    r = degrees(np.array(quarters) / 4)
    assert np.allclose(r + r.T, 1)
    assert r.min() >= 0
    assert r.max() <= 1


@given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=5))
def test_statements_that_are_true_or_false_make_the_order(truth: list[list[bool]]) -> None:
    crisp = np.array(truth)
    ranks = lexicographic(crisp, np.ones(5, dtype=bool))
    expected = (1 + np.sign(ranks[:, None] - ranks)) / 2
    assert np.array_equal(degrees(crisp.astype(float)), expected)


def test_a_degree_is_the_share_of_accounts_that_agree() -> None:
    ranks = np.array([[0, 1, 2], [1, 0, 1], [0, 0, 1]])
    weights = np.array([6.0, 3.0, 1.0])
    said = replace(Stated.plainly(ranks[0]), shares=Shares(ranks, weights, weights, weights))
    relation = MEMBER.relation(said, "0.3")
    assert np.allclose(relation.advantage(0), [0, 0.6 - 0.3, 0.6 + 0.1])
    assert relation.tempts(0).tolist() == [False, True, True]
    assert MEMBER.relation(said, "0.31").tempts(0).tolist() == [False, False, True]
    assert MEMBER.given(said)
    assert not MEMBER.given(Stated.plainly(ranks[0]))


def test_whose_threshold_counts() -> None:
    said = replace(Stated.plainly(np.array([0, 1])), threshold=0.25)
    assert MEMBER.relation(said).threshold == 0.25
    assert MEMBER.relation(said, "0.75").threshold == 0.75
    assert MEMBER.relation(Stated.plainly(np.array([0, 1]))).threshold == 0.5


@pytest.mark.parametrize("variant", ["0", "1.5", "much", "0.5,0.5", "nan", "-0.2"])
def test_a_threshold_lies_above_0_and_at_most_at_1(variant: str) -> None:
    with pytest.raises(UsageError, match=r"threshold|numbers"):
        MEMBER.relation(Stated.plainly(np.array([0, 1])), variant)


def test_each_moves_by_its_own_threshold_in_reply() -> None:
    """d1 would answer d0's move only if its threshold is low enough."""
    steps = [{0: [1], 1: [], 2: []}, {0: [], 1: [2], 2: []}]
    first = Fuzzy(advantages((1 + np.sign(np.array([1, 2, 0])[:, None] - [1, 2, 0])) / 2), 0.5)
    second = np.full((3, 3), 0.5)
    second[2, 1], second[1, 2] = 0.7, 0.3
    for limit, answered in ((0.3, True), (0.5, False)):
        one = game(steps, [first, Fuzzy(advantages(second), limit)])
        assert one.stable("improvements")[0, 0] == answered
