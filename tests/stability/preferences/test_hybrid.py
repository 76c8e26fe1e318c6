"""Hybrid preferences: strength and the unknown, told pair by pair."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from tests.stability.preferences.plainly import CLASSES, Told, every, game, symbols, told

from detente.stability import STRUCTURES
from detente.stability.preferences.hybrid import Hybrid
from detente.stability.structure import Stated

KINDS = [("≫", "≪"), ("≪", "≫"), (">", "<"), ("<", ">"), ("=", "="), ("U", "U")]
GRADE = {"≫": 2, ">": 1, "=": 0, "<": -1, "≪": -2, "U": 0}
MEMBER = STRUCTURES["hybrid"]


def relation(table: list[list[str]], variant: str) -> Hybrid:
    size = range(len(table))
    grade = np.array([[GRADE[table[q][s]] for q in size] for s in size])
    unknown = np.array([[table[q][s] == "U" for q in size] for s in size])
    extension, _, strong = variant.partition("-")
    return Hybrid(grade.__getitem__, unknown.__getitem__, extension, 2 if strong else 0)


def as_read(table: list[list[str]], variant: str) -> Told:
    extension, _, strong = variant.partition("-")
    leaves = "≫>U" if extension in "ac" else "≫>"
    keeps = ("≪" if strong else "≪<=") + ("U" if extension in "cd" else "")
    return Told(
        lambda s, q: table[q][s] in leaves,
        lambda s, q: table[q][s] in keeps,
        lambda s, q: table[q][s] in "≫>U",
    )


@pytest.mark.parametrize(("concept", "variant"), [*product(CLASSES, MEMBER.variants)])
def test_the_kernel_equals_the_definition(concept: str, variant: str) -> None:
    replies, counter = CLASSES[concept]
    for rng, steps in every(10, 12):
        tables = [symbols(rng, len(steps[0]), KINDS) for _ in steps]
        one = game(steps, [relation(t, variant) for t in tables])
        found = one.stable(replies, countermoves=counter)
        assert found.tolist() == told(steps, [as_read(t, variant) for t in tables], concept)


def test_it_is_both_of_its_parts() -> None:
    """Without strength it is the unknown; with nothing unknown it is strength."""
    rng = np.random.default_rng(11)
    for _ in range(20):
        orders = rng.integers(5, size=(3, 6))
        doubtful = replace(Stated.plainly(orders[0]), orders=orders)
        strong = replace(Stated.plainly(orders[0]), strong=2)
        for s, extension in product(range(6), "abcd"):
            mine, theirs = (
                STRUCTURES[k].relation(doubtful, extension) for k in ("hybrid", "unknown")
            )
            for row in ("tempts", "deters", "gains"):
                assert np.array_equal(getattr(mine, row)(s), getattr(theirs, row)(s))
            mine = MEMBER.relation(strong, f"{extension}-strong")
            theirs = STRUCTURES["strength"].relation(strong, "strong")
            for row in ("tempts", "deters", "gains"):
                assert np.array_equal(getattr(mine, row)(s), getattr(theirs, row)(s))


def test_either_part_makes_it_worth_a_look() -> None:
    plain = Stated.plainly(np.array([0, 1]))
    assert not MEMBER.given(plain)
    assert MEMBER.given(replace(plain, strong=1))
    assert MEMBER.given(replace(plain, orders=np.array([[0, 1], [1, 0]])))
