"""Grey preferences: the ends of what shares may be, found by trying weights."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from tests.stability.preferences.plainly import CLASSES, every, game

from detente.stability import STRUCTURES
from detente.stability.structure import Shares, Stated

MEMBER = STRUCTURES["grey"]


def drawn(rng: np.random.Generator, size: int) -> Stated:
    accounts = int(rng.integers(1, 4))
    ranks = rng.integers(4, size=(accounts, size))
    low = rng.integers(0, 4, size=accounts).astype(float)
    high = low + rng.integers(0, 4, size=accounts) + (low == 0)
    return replace(Stated.plainly(ranks[0]), shares=Shares(ranks, low, (low + high) / 2, high))


def test_bounds_are_reached_at_corners_and_never_passed() -> None:
    rng = np.random.default_rng(14)
    for _ in range(60):
        shares = drawn(rng, 4).shares
        corners = [np.array(c) for c in product(*zip(shares.low, shares.high, strict=True))]
        inner = [rng.uniform(shares.low, shares.high) for _ in range(20)]
        for s in range(4):
            least, most = shares.bounds(s)
            tried = np.array(
                [replace(shares, best=np.maximum(w, 1e-9)).advantage(s) for w in (*corners, *inner)]
            )
            assert np.allclose(tried.min(axis=0), least, atol=1e-6)
            assert np.allclose(tried.max(axis=0), most, atol=1e-6)


def test_without_width_it_is_fuzzy() -> None:
    for rng, steps in every(15, 15):
        said = [drawn(rng, len(steps[0])) for _ in steps]
        flat = [
            replace(s, shares=replace(s.shares, low=s.shares.best, high=s.shares.best))
            for s in said
        ]
        fuzzy = game(steps, [STRUCTURES["fuzzy"].relation(s) for s in flat])
        for end, (replies, counter) in product(("low", "high"), CLASSES.values()):
            grey = game(steps, [MEMBER.relation(s, end) for s in flat])
            found = grey.stable(replies, countermoves=counter)
            assert np.array_equal(found, fuzzy.stable(replies, countermoves=counter))


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr"])
def test_what_lies_between_the_ends_finds_what_lies_between(concept: str) -> None:
    replies, counter = CLASSES[concept]
    for rng, steps in every(16, 25):
        said = [drawn(rng, len(steps[0])) for _ in steps]
        low, high = (game(steps, [MEMBER.relation(s, e) for s in said]) for e in ("low", "high"))
        between = game(steps, [STRUCTURES["fuzzy"].relation(s) for s in said])
        sets = [g.stable(replies, countermoves=counter) for g in (high, between, low)]
        assert not (sets[0] & ~sets[1]).any()
        assert not (sets[1] & ~sets[2]).any()


def test_a_range_of_weights_makes_it_worth_a_look() -> None:
    said = drawn(np.random.default_rng(0), 3)
    assert not MEMBER.given(Stated.plainly(np.array([0, 1])))
    assert MEMBER.given(replace(said, shares=replace(said.shares, low=said.shares.high - 1)))
    assert MEMBER.relation(replace(said, threshold=0.25)).threshold == 0.25
