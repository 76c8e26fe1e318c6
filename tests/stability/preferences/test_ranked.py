"""Simple preferences: the definitions told pair by pair, and the kernel."""

from __future__ import annotations

import numpy as np
import pytest
from tests.stability.preferences.plainly import CLASSES, Told, every, game, told

from detente.stability import STRUCTURES
from detente.stability.structure import Stated


@pytest.mark.parametrize("concept", CLASSES)
def test_the_kernel_and_the_definition_told_pair_by_pair(concept: str) -> None:
    for rng, steps in every(1, 40):
        size = len(steps[0])
        ranks = [rng.integers(int(rng.choice([2, 9])), size=size) for _ in steps]
        people = [
            Told(
                lambda s, q, r=r: bool(r[q] > r[s]),
                lambda s, q, r=r: bool(r[s] >= r[q]),
                lambda s, q, r=r: bool(r[q] > r[s]),
            )
            for r in ranks
        ]
        relations = [STRUCTURES["ranked"].relation(Stated.plainly(r)) for r in ranks]
        replies, counter = CLASSES[concept]
        found = game(steps, relations).stable(replies, countermoves=counter)
        assert found.tolist() == told(steps, people, concept)


def test_a_state_keeps_one_in_itself() -> None:
    relation = STRUCTURES["ranked"].relation(Stated.plainly(np.array([0, 1, 0])))
    assert relation.deters(0).tolist() == [True, False, True]
    assert relation.gains(0).tolist() == relation.tempts(0).tolist() == [False, True, False]
