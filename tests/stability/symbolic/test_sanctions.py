"""The least that answers can leave a mover with, against the least over all states."""

from __future__ import annotations

import pytest
from tests.stability.symbolic.ladder import ladder
from tests.stability.symbolic.pairs import drawn_pairs

from detente.stability import CONCEPTS
from detente.stability.analysis import Analysis
from detente.stability.symbolic.game import read_game
from detente.stability.symbolic.pursuit import Haven
from detente.stability.symbolic.sanctions import Sanctions
from detente.stability.symbolic.solver import Clock


@pytest.mark.parametrize("key", ["gmr", "smr"])
def test_the_least_value(key):
    """Over all states with the mover's bits as in one, and over those that meet one literal more."""
    for graph, nash in drawn_pairs(3, 6, 5, 12):
        game = nash.game
        for i in range(len(graph.deciders)):
            sanctions = Sanctions(game, i, CONCEPTS[key])
            left = Analysis(graph).escape(i) if key == "smr" else graph.ranks[i]
            values = {int(graph.ranks[i, s.code]): game.value(i, s.code) for s in graph.states}
            for start in graph.states[::7]:
                literal = sanctions.replies.before.at(start.code)[0]
                own = sanctions.replies.own(start.code)
                for assumed in (own, [*own, literal]):
                    meeting = [
                        s.code
                        for s in graph.states
                        if set(assumed) <= set(sanctions.replies.before.at(s.code))
                    ]
                    least = min(int(left[s]) for s in meeting)
                    value, where = sanctions.least(assumed, Clock())
                    assert value == values[least]
                    assert where in meeting
                    assert left[where] == least


def test_the_least_value_in_a_haven():
    game = read_game(ladder(5, broken=3), "main")
    sanctions = Sanctions(game, 0, CONCEPTS["gmr"])
    haven = sanctions.search(1, game.value(0, 0), Clock())
    assert isinstance(haven, Haven)
    assert haven.outside
    assert sanctions.least(sanctions.replies.own(1), Clock())[0] == (1, 1)  # the rules say so, too
    assert sanctions.least_in(haven, 1, Clock()) == (1, 1)
    with_rope = sanctions.least(sanctions.replies.own(3), Clock())
    assert with_rope == ((0, 1), with_rope[1])


def test_nothing_is_found_where_nothing_may_be_looked_for():
    game = read_game(ladder(9), "main")
    sanctions = Sanctions(game, 0, CONCEPTS["gmr"])
    assert sanctions.search(1, game.value(0, 0), Clock(), longest=0) is None
    assert sanctions.reached == 0
    assert sanctions.search(1, game.value(0, 0), Clock(), longest=2) is None
    assert sanctions.reached == 2
