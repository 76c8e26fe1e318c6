"""Simultaneous stability: what is spoilt by improvements that others make at once."""

import numpy as np
import pytest
from tests.contracts.games import draw
from tests.contracts.graph_games import drawn_graph, in_graph_form

from detente.errors import TooLarge, UsageError
from detente.kernels.arcs import arcs_from
from detente.stability.concepts import sim
from detente.stability.definition import Conflict
from detente.stability.game import Game, Ranked

MEMBER = sim.MEMBER
SPOILT = Game(
    deciders=("a", "b"),
    labels=tuple("wxyz"),
    arcs=tuple(arcs_from([(s, s ^ bit) for s in range(4)], 4) for bit in (1, 2)),
    relations=(Ranked(np.array([1, 2, 0, 0])), Ranked(np.array([0, 0, 1, 0]))),
    codes=np.arange(4),
)


def free(ranks, *, without=()) -> Conflict:
    """One option for each decision maker, and some states left out."""
    states = [s for s in range(len(ranks[0])) if s not in without]
    moves = [
        {s: frozenset({s ^ bit} - set(without)) for s in states}
        for bit in (1 << i for i in range(len(ranks)))
    ]
    return Conflict(states, moves, [dict(enumerate(r)) for r in ranks])


@pytest.mark.parametrize(
    ("theirs", "stable"),
    [
        ([0, 0, 1, 0], True),  # it moves, too, and both together come to 3
        ([0, 0, 0, 1], False),  # from 0 it has no improvement, whatever it would do later
        ([1, 0, 0, 1], False),
    ],
)
def test_the_others_move_from_the_same_state_and_to_gain(theirs, stable):
    assert MEMBER.holds(free([[1, 2, 0, 0], theirs]), 0, 0) is stable


def test_what_comes_together_must_be_feasible():
    assert not MEMBER.holds(free([[1, 2, 0, 0], [0, 0, 1, 0]], without=[3]), 0, 0)


def test_some_of_the_others_are_enough():
    own = [1, 2, 0, 0, 0, 2, 0, 2]
    both, neither = [0, 0, 1, 0, 1, 0, 0, 0], [0] * 8
    assert MEMBER.holds(free([own, both, neither]), 0, 0)  # the first spoils it
    assert not MEMBER.holds(free([own, neither, both]), 0, 0)  # the second alone does not


def test_no_answer_is_no_sanction():
    assert not MEMBER.holds(free([[0, 1], [0, 0]][:1]), 0, 0)


def test_moves_made_at_once_in_either_numbering():
    rng = np.random.default_rng(1)
    for _ in range(30):
        drawn = draw(rng, 3, 4)
        game = in_graph_form(drawn)
        inner, outer = game.conflict(), drawn.conflict
        for place, s in enumerate(drawn.states):
            for i in outer.everyone:
                assert MEMBER.holds(inner, i, place) == MEMBER.holds(outer, i, s)
        for s in range(len(game.labels)):
            moves = [q for a in game.arcs for q in a.of(s).tolist()[:1]]
            code = outer.together(drawn.states[s], [drawn.states[q] for q in moves])
            place = inner.together(s, moves)
            assert (place is None) == (code is None)
            assert place is None or drawn.states[place] == code


def test_a_conflict_in_graph_form_cannot_say():
    game = drawn_graph(np.random.default_rng(2), 2, 4)
    with pytest.raises(UsageError, match="found `a conflict in graph form`; expected states made"):
        game.conflict().together(0, [1])
    with pytest.raises(UsageError, match="in option form only"):
        game.numbers()
    with pytest.raises(UsageError, match="in option form only"):
        MEMBER.stable(game)


def test_the_state_that_spoils_is_told():
    assert MEMBER.outlook_on(SPOILT).foresee(0, 0) == [(1, (3,), True)]
    assert MEMBER.outlook_on(SPOILT).foresee(0, 2) == []


def test_too_many_combinations(monkeypatch):
    monkeypatch.setattr(sim, "MOST_COMBINATIONS", 1)
    with pytest.raises(TooLarge, match="too many combinations of improvements made at once"):
        MEMBER.stable(SPOILT)
