"""Classes of states: what is reached by joint moves, summed up."""

from __future__ import annotations

import numpy as np
import pytest
from tests.contracts.games import draw

from detente.kernels import Moves
from detente.kernels.classes import Classes, classes_of
from detente.stability.definition import joint_moves


def led_to(classes: Classes, start: int) -> set[int]:
    """The classes that a class leads to by steps, itself among them."""
    found, last = {start}, {start}
    while last:
        last = {int(b) for a, b in classes.steps if a in last} - found
        found |= last
    return found


@pytest.mark.parametrize("seed", range(8))
def test_a_state_leads_where_its_class_does(seed):
    rng = np.random.default_rng(seed)
    for deciders, options in ((1, 3), (2, 4), (3, 5), (3, 6)) * 4:
        game = draw(rng, deciders, options, spare=bool(seed % 2))
        group = [int(j) for j in rng.permutation(deciders)[: rng.integers(0, deciders + 1)]]
        found = classes_of(game.feasible, [game.moves[j] for j in group])
        for s in game.states:
            within = led_to(found, int(found.label[s]))
            reached = {q for q in game.states if found.label[q] in within}
            step = game.conflict.moves
            expected = {s, *joint_moves(group, s, lambda j, q, step=step: step[j][q])}
            assert reached == expected, (game, group, s)
        used = {int(found.label[s]) for s in game.states}
        assert used == set(range(found.number))


@pytest.mark.parametrize("seed", range(4))
def test_steps_come_after_those_they_lead_to_and_none_is_to_spare(seed):
    rng = np.random.default_rng([1, seed])
    for _ in range(10):
        game = draw(rng, 2, 5)
        found = classes_of(game.feasible, game.moves)
        begun = found.steps[:, 0].tolist()
        for n, (_, there) in enumerate(found.steps):
            assert there not in begun[n:]
        for n in range(len(found.steps)):
            rest = found._replace(steps=np.delete(found.steps, n, axis=0))
            here, there = found.steps[n]
            assert int(there) not in led_to(rest, int(here))


def test_no_state_and_no_mover():
    nothing = classes_of(np.zeros(4, dtype=bool), [Moves((0,), up=(1,))])
    assert (nothing.number, len(nothing.steps)) == (0, 0)
    alone = classes_of(np.ones(4, dtype=bool), [])
    assert alone.label.tolist() == [0, 1, 2, 3]
