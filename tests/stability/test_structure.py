"""Structures of preference: one computation and the definitions, for every member of the shelf."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.stability.preferences.plainly import every, game

from detente.errors import UnknownName, UsageError
from detente.stability import CLASSICAL, STRUCTURES
from detente.stability.structure import Numbers, Shares, Stated

EVERY = [(key, variant) for key, member in STRUCTURES.items() for variant in member.variants]


def drawn(rng: np.random.Generator, deciders: int, size: int) -> list[Stated]:
    """Draw statements in which every structure finds something of its own."""
    everyone = rng.integers(4, size=(deciders, size))
    return [_one(rng, everyone, i) for i in range(deciders)]


def _one(rng: np.random.Generator, everyone: np.ndarray, i: int) -> Stated:
    accounts = np.stack([everyone[i], rng.integers(4, size=everyone.shape[1])])
    low = rng.integers(1, 5, size=2).astype(float)
    return Stated(
        ranks=everyone[i],
        amounts=everyone[i] * 2,
        strong=int(rng.integers(1, 5)),
        orders=accounts,
        shares=Shares(accounts, low, low + 1, low + 3),
        everyone=everyone,
        attitudes=tuple(rng.choice(["devoted", "indifferent", "aggressive"], size=len(everyone))),
        own=i,
        threshold=float(rng.choice([0.2, 0.6])),
    )


@pytest.mark.parametrize(("key", "variant"), EVERY)
def test_every_structure_runs_every_classical_concept_as_defined(key: str, variant: str) -> None:
    member = STRUCTURES[key]
    for rng, steps in every(40, 3, most=5):
        size = len(steps[0])
        one = game(steps, [member.relation(s, variant) for s in drawn(rng, len(steps), size)])
        conflict = one.conflict()
        for concept in CLASSICAL.values():
            found = one.stable(concept.replies, countermoves=concept.countermoves)
            for i in conflict.everyone:
                assert found[i].tolist() == [concept.holds(conflict, i, s) for s in range(size)]


@pytest.mark.parametrize(("key", "variant"), EVERY)
def test_no_state_tempts_away_from_itself_and_each_keeps_in_itself(key: str, variant: str) -> None:
    strong = variant.endswith("strong")  # no state is strongly less preferred than itself
    for rng, steps in every(41, 3):
        for said in drawn(rng, len(steps), len(steps[0])):
            relation = STRUCTURES[key].relation(said, variant)
            for s in range(len(steps[0])):
                assert not relation.tempts(s)[s]
                assert not relation.gains(s)[s]
                assert relation.deters(s)[s] != strong


@pytest.mark.parametrize("key", STRUCTURES)
def test_plain_ranks_state_nothing_more(key: str) -> None:
    assert STRUCTURES[key].given(Stated.plainly(np.array([1, 0]))) == (key == "ranked")


@pytest.mark.parametrize("key", STRUCTURES)
def test_plain_ranks_without_ties_are_classical_in_the_first_variant(key: str) -> None:
    for rng, steps in every(42, 5):
        said = [Stated.plainly(rng.permutation(len(steps[0]))) for _ in steps]
        plain, other = (
            game(steps, [STRUCTURES[k].relation(s) for s in said]) for k in ("ranked", key)
        )
        for concept in CLASSICAL.values():
            sets = [
                g.stable(concept.replies, countermoves=concept.countermoves) for g in (plain, other)
            ]
            assert np.array_equal(*sets)


@pytest.mark.parametrize("key", STRUCTURES)
def test_a_variant_that_there_is_not(key: str) -> None:
    with pytest.raises((UnknownName, UsageError)):
        STRUCTURES[key].checked("nonsense")


def test_numbers_say_what_they_ask_for() -> None:
    two = Numbers(("alpha", "gamma"), (False, True))
    assert two.read("1,0") == (1.0, 0.0)
    with pytest.raises(UsageError, match="no value of alpha: found `0`; expected a number above 0"):
        two.read("0,0")
    with pytest.raises(UsageError, match="no value of gamma: found `-1`; expected a number from 0"):
        two.read("1,-1")
    with pytest.raises(UsageError, match="not so many numbers: found `1`; expected alpha, gamma"):
        two.read("1")


def test_shares_weigh_accounts_in_proportion() -> None:
    ranks = np.array([[0, 1], [1, 0], [0, 0]])
    weights = np.array([5.0, 3.0, 2.0])
    shares = Shares(ranks, weights, weights, weights)
    assert np.allclose(shares.preferring(0), [0, 0.5])
    assert np.allclose(shares.advantage(0), [0, 0.2])
    assert np.allclose(replace(shares, best=weights * 7).advantage(0), [0, 0.2])


def test_an_account_that_may_weigh_nothing() -> None:
    """Alone it is all there is, however little it weighs; beside another it may vanish."""
    ranks = np.array([[0, 1], [1, 0]])
    none, some = np.array([0.0]), np.array([4.0])
    alone = Shares(ranks[:1], none, some, some)
    assert [row.tolist() for row in alone.bounds(0)] == [[-0.0, 1], [0, 1]]
    both = Shares(ranks, np.zeros(2), np.ones(2), np.ones(2))
    assert [row[1] for row in both.bounds(0)] == [-1, 1]
