"""Trees of moves in turn on whole games; that they are as defined is in `tests/contracts`."""

import numpy as np
import pytest
from tests.contracts.graph_games import drawn_graph

from detente.stability import CONCEPTS
from detente.stability.metarational import metarational


@pytest.mark.parametrize("kind", ["moves", "improvements"])
def test_the_state_that_answers_is_one_that_the_others_can_bring_about(kind):
    rng, told = np.random.default_rng(2), 0
    for _ in range(20):
        game = drawn_graph(rng, 3, 7)
        conflict = game.conflict()
        replies = conflict.replies if kind == "moves" else conflict.gladly
        outlook = metarational(kind, 4)(game)
        for i, s in np.ndindex(outlook.stable.shape):
            for f in outlook.foresee(i, s):
                assert set(f.ends) <= replies(i, f.to)
                told += len(f.ends)
    assert told


def test_one_decision_maker_alone_is_never_answered():
    rng = np.random.default_rng(3)
    for moves in (1, 2, 3, None):
        game = drawn_graph(rng, 1, 6)
        nash = CONCEPTS["nash"].stable(game)
        assert np.array_equal(metarational("moves", moves)(game).stable, nash)
