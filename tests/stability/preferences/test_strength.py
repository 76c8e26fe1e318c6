"""Strength of preference: the definitions of Hamouda, Kilgour & Hipel told pair by pair."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.stability.preferences.plainly import CLASSES, Moves, Told, every, game, symbols, told

from detente.stability import STRUCTURES
from detente.stability.game import Game
from detente.stability.preferences.strength import Graded, grades
from detente.stability.structure import Stated

KINDS = [("≫", "≪"), ("≪", "≫"), (">", "<"), ("<", ">"), ("=", "=")]
GRADE = {"≫": 2, ">": 1, "=": 0, "<": -1, "≪": -2}


def tables(rng: np.random.Generator, steps: Moves) -> list[list[list[str]]]:
    return [symbols(rng, len(steps[0]), KINDS) for _ in steps]


def graded(table: list[list[str]], least: int) -> Graded:
    """`table[q][s]` says how q stands to s."""
    size = range(len(table))
    matrix = np.array([[GRADE[table[q][s]] for q in size] for s in size])
    return Graded(matrix.__getitem__, least)


def as_read(table: list[list[str]], variant: str) -> Told:
    """As the paper reads: W-improvements are mild or strong; a sanction is ⪰, or strictly ≫."""
    keeps = "≫>=" if variant == "general" else "≫"
    return Told(
        lambda s, q: table[q][s] in "≫>",
        lambda s, q: table[s][q] in keeps,
        lambda s, q: table[q][s] in "≫>",
    )


def stable(one: Game, concept: str) -> np.ndarray:
    replies, counter = CLASSES[concept]
    return one.stable(replies, countermoves=counter)


@pytest.mark.parametrize("concept", CLASSES)
@pytest.mark.parametrize("variant", ["general", "strong"])
def test_the_kernel_equals_the_paper(concept: str, variant: str) -> None:
    for rng, steps in every(2, 30):
        drawn = tables(rng, steps)
        least = {"general": 0, "strong": 2}[variant]
        found = stable(game(steps, [graded(t, least) for t in drawn]), concept)
        assert found.tolist() == told(steps, [as_read(t, variant) for t in drawn], concept)


@pytest.mark.parametrize("concept", CLASSES)
def test_strong_and_weak_part_the_stable_states(concept: str) -> None:
    weak = 0
    for rng, steps in every(3, 30):
        drawn = tables(rng, steps)
        general, strong = (
            stable(game(steps, [graded(t, least) for t in drawn]), concept) for least in (0, 2)
        )
        assert not (strong & ~general).any()
        weak += int((general & ~strong).sum())
        nash = game(steps, [graded(t, 2) for t in drawn]).stable("none")
        assert not (nash & ~strong).any(), "no improvement needs no sanction"
    assert weak > 0 or concept == "nash"


def test_grades_between_ask_for_sanctions_between() -> None:
    for rng, steps in every(4, 20):
        drawn = tables(rng, steps)
        sets = [stable(game(steps, [graded(t, k) for t in drawn]), "gmr") for k in (0, 1, 2)]
        assert not (sets[1] & ~sets[0]).any()
        assert not (sets[2] & ~sets[1]).any()


def test_without_strength_general_is_classical_and_strong_is_nash() -> None:
    strength, ranked = STRUCTURES["strength"], STRUCTURES["ranked"]
    for rng, steps in every(5, 20):
        said = [Stated.plainly(rng.permutation(len(steps[0]))) for _ in steps]
        plain = game(steps, [ranked.relation(s) for s in said])
        for concept in CLASSES:
            general = game(steps, [strength.relation(s, "general") for s in said])
            strong = game(steps, [strength.relation(s, "strong") for s in said])
            assert np.array_equal(stable(general, concept), stable(plain, concept))
            assert np.array_equal(stable(strong, concept), stable(plain, "nash"))


def test_strong_is_a_difference_of_so_much_at_least() -> None:
    said = replace(Stated.plainly(np.array([0, 1, 2, 3])), amounts=np.array([0, 4, 5, 9]), strong=5)
    assert grades(said)(0).tolist() == [0, 1, 2, 2]
    assert grades(said)(3).tolist() == [-2, -2, -1, 0]
    assert not STRUCTURES["strength"].given(Stated.plainly(np.array([0, 1])))
    assert STRUCTURES["strength"].given(said)
