"""Probabilistic preferences: the definitions of Rêgo & dos Santos told pair by pair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.stability.preferences.plainly import CLASSES, Told, every, game, told

from detente.errors import UsageError
from detente.stability import STRUCTURES
from detente.stability.game import Ranked
from detente.stability.preferences.probabilistic import Probable
from detente.stability.structure import Shares, Stated

MEMBER = STRUCTURES["probabilistic"]
SETTINGS = [(0.5, 0.5, 0.5), (0.2, 0.7, 0.3), (1.0, 0.1, 0.0), (0.9, 1.0, 0.8)]


def chances(rng: np.random.Generator, size: int) -> np.ndarray:
    """Draw P(q, s) in tenths, P(q, s) + P(s, q) ≤ 1, so that bounds are met exactly."""
    table = np.zeros((size, size), dtype=int)
    for s in range(size):
        for q in range(s + 1, size):
            table[s, q] = rng.integers(11)
            table[q, s] = rng.integers(11 - table[s, q])
    return table


@pytest.mark.parametrize("concept", CLASSES)
@pytest.mark.parametrize("setting", SETTINGS)
def test_the_kernel_equals_the_paper(concept: str, setting: tuple[float, float, float]) -> None:
    replies, counter = CLASSES[concept]
    alpha, beta, gamma = (round(10 * x) for x in setting)
    for rng, steps in every(17, 20):
        tables = [chances(rng, len(steps[0])) for _ in steps]
        one = game(steps, [Probable((t / 10).__getitem__, *setting) for t in tables])
        found = one.stable(replies, countermoves=counter)
        people = [
            Told(
                lambda s, q, t=t: t[s, q] > 10 - alpha,
                lambda s, q, t=t: t[s, q] <= 10 - beta,
                lambda s, q, t=t: t[s, q] > gamma,
            )
            for t in tables
        ]
        assert found.tolist() == told(steps, people, concept)


@pytest.mark.parametrize("variant", ["", "1,1,0", "0.3,0.3,0.9"])
def test_certain_preferences_are_classical(variant: str) -> None:
    """Whatever α, β in (0, 1] and γ in [0, 1) are."""
    for rng, steps in every(18, 20):
        said = [Stated.plainly(rng.integers(4, size=len(steps[0]))) for _ in steps]
        sure = game(steps, [MEMBER.relation(s, variant) for s in said])
        plain = game(steps, [Ranked(s.ranks) for s in said])
        for replies, counter in CLASSES.values():
            found = sure.stable(replies, countermoves=counter)
            assert np.array_equal(found, plain.stable(replies, countermoves=counter))


def test_a_probability_is_the_share_of_accounts_that_prefer() -> None:
    ranks = np.array([[0, 1, 2], [1, 0, 1], [0, 0, 1]])
    weights = np.array([60.0, 30.0, 10.0])
    said = replace(Stated.plainly(ranks[0]), shares=Shares(ranks, weights, weights, weights))
    assert np.allclose(MEMBER.relation(said).chance(0), [0, 0.6, 0.7])
    assert np.allclose(MEMBER.relation(said).chance(1), [0.3, 0, 1])
    assert MEMBER.relation(said, "0.4,0.5,0.5").tempts(0).tolist() == [False, False, True]
    assert MEMBER.given(said)
    assert not MEMBER.given(Stated.plainly(ranks[0]))


@pytest.mark.parametrize("variant", ["0.5", "0,0.5,0.5", "0.5,0,0.5", "0.5,0.5,2", "a,b,c"])
def test_numbers_out_of_range(variant: str) -> None:
    with pytest.raises(UsageError):
        MEMBER.relation(Stated.plainly(np.array([0, 1])), variant)


def test_the_numbers_are_alpha_beta_gamma_in_this_order() -> None:
    relation = MEMBER.relation(Stated.plainly(np.array([0, 1])), "0.1,0.2,0")
    assert (relation.alpha, relation.beta, relation.gamma) == (0.1, 0.2, 0.0)
