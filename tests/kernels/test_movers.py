"""Movers: one step from, into and back from sets of states, as arcs and as bits of options."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.contracts.games import Game, games
from tests.kernels.strolling import Moves, arcs_of, moves_drawn

from detente.kernels.movers import ArcMover, BitMover, Mover

EMPTY = frozenset[int]()


def check(mover: Mover, own: dict[int, frozenset[int]], some: set[int]) -> None:
    """Ask a mover about a set of states; `own` gives the steps from each state that there is."""
    marks = np.zeros(mover.size, dtype=bool)
    marks[sorted(some)] = True
    ahead = {t for s in some for t in own[s]}
    assert set(np.flatnonzero(mover.onward(marks)).tolist()) == ahead
    assert set(np.flatnonzero(mover.into(marks)).tolist()) == {s for s in own if own[s] & some}
    for t in own:
        assert mover.back(t).tolist() == [s for s in sorted(own) if t in own[s]]


@given(moves_drawn(), st.data())
def test_arcs(moves: Moves, data: st.DataObject) -> None:
    some = data.draw(st.sets(st.sampled_from(sorted(moves[0]))))
    for arcs, own in zip(arcs_of(moves), moves, strict=True):
        check(ArcMover(arcs), dict(own), some)


@given(games(deciders=3, options=4), st.data())
def test_bits_of_options(game: Game, data: st.DataObject) -> None:
    some = data.draw(st.sets(st.sampled_from(game.states)))
    for i, moves in enumerate(game.moves):
        own = dict(game.conflict.moves[i])
        check(BitMover(moves, game.feasible), own, some)
        gains = {s: game.conflict.improvements(i, s) for s in game.states}
        check(BitMover(moves, game.feasible, game.ranks[i]), gains, some)
