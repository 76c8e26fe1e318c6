"""Policy stability: plans of action under which no deviation ends better."""

import numpy as np
import pytest
from tests.contracts.games import sketch

from detente.kernels.arcs import arcs_from
from detente.stability.concepts.mr import MEMBER as TREE
from detente.stability.concepts.policy import MEMBER
from detente.stability.game import Game, Ranked

CHAIN = [(0, 1), (2, 3)], [(1, 2), (3, 4)]


@pytest.mark.parametrize(
    ("ranks", "stable"),
    [
        ([1, 2, 0, 0, 0], True),
        ([1, 2, 0, 2, 0], True),  # the escape to 3 is answered by 4
        ([1, 2, 0, 2, 2], False),
        ([1, 2, 2, 2, 2], False),
        ([1, 1, 2, 2, 2], True),  # nothing tempts at once, and the other may stay
    ],
)
def test_the_others_need_an_answer_to_everything(ranks, stable):
    assert MEMBER.holds(sketch([ranks, [0] * 5], *CHAIN), 0, 0) is stable


def test_going_round_for_ever_is_no_gain():
    ring = sketch([[1, 2, 0], [0, 0, 0]], [(0, 1), (2, 1)], [(1, 2)])
    assert MEMBER.holds(ring, 0, 0)


def test_others_keep_to_the_state_themselves():
    """From 0 the other would leave; its policy must be to stay there, and it has no other answer."""
    conflict = sketch([[1, 2, 0], [0, 0, 1]], [(0, 1), (1, 0)], [(0, 2)])
    assert not MEMBER.holds(conflict, 0, 0)


def test_it_looks_as_far_as_it_takes():
    """Each of the first four answers hurts; the fifth does not, so that in the end it pays to go."""
    ranks = [1, *[2, 0] * 4, 2, 2]
    long = sketch(
        [ranks, [0] * 11],
        [(s, s + 1) for s in range(0, 10, 2)],
        [(s, s + 1) for s in range(1, 10, 2)],
    )
    assert not MEMBER.holds(long, 0, 0)
    pairs = [[(s, t) for s, to in mine.items() for t in to] for mine in long.moves]
    game = Game(
        deciders=("a", "b"),
        labels=tuple(map(str, long.states)),
        arcs=tuple(arcs_from(mine, 11) for mine in pairs),
        relations=(Ranked(np.array(ranks)), Ranked(np.zeros(11, dtype=np.int64))),
    )
    assert not MEMBER.stable(game)[0, 0]
    assert [bool(TREE.at(h).stable(game)[0, 0]) for h in (8, 10)] == [True, False]
