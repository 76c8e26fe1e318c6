"""Thresholds: the max-min form against the same formula over sets of moves."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from tests.contracts.games import Game, draw, games, least_replies

from detente.kernels import Improvements, Moves, joint_replies, moves, stands, threshold
from detente.kernels.replies import improvements
from detente.kernels.thresholds import Replies

REPLIES: tuple[Replies, ...] = ("none", "moves", "improvements")
KINDS = list(product(REPLIES, (False, True)))
every_kind = pytest.mark.parametrize(("replies", "countermoves"), KINDS)


@pytest.fixture(params=["numpy", "compiled"])
def form(request, monkeypatch):
    """Both forms of the kernels, on games of any size."""
    if request.param == "compiled":
        pytest.importorskip("numba", reason="the extra `speed` is missing")
        monkeypatch.setattr(moves, "LARGE", 1)


def by_kernel(game: Game, i: int, replies: Replies, countermoves: bool) -> list[int]:
    pulls = joint_replies(list(game.ranks), game.moves, replies)
    own, rest = game.ranks[i], (i, game.feasible, game.moves, pulls)
    found = threshold(own, *rest, countermoves=countermoves)
    assert found.dtype == np.int32
    stable = stands(own, *rest, countermoves=countermoves)
    assert (stable == ((own >= found) & game.feasible)).all()
    return found[game.feasible].tolist()


def by_sets(game: Game, i: int, replies: Replies, countermoves: bool) -> list[int]:
    """The best, over the moves of i, of the worst that it is then left with; -1 without a move."""
    own, moves = game.conflict.ranks[i], game.conflict.moves[i]
    escape = {q: max(own[p] for p in {q, *moves[q]}) if countermoves else own[q] for q in moves}
    return [
        max((min(own[q], least_replies(game, i, q, escape, replies)) for q in moves[s]), default=-1)
        for s in game.states
    ]


@pytest.mark.usefixtures("form")
@every_kind
def test_the_threshold_is_the_best_of_the_worst(replies, countermoves):
    rng = np.random.default_rng(1)
    for deciders, options in ((1, 3), (2, 3), (2, 5), (3, 4), (3, 5), (4, 5), (5, 5)) * 8:
        game = draw(rng, deciders, options)
        for i in range(deciders):
            found = by_kernel(game, i, replies, countermoves)
            assert found == by_sets(game, i, replies, countermoves), (i, game)


@every_kind
@given(game=games())
@settings(deadline=None)
def test_the_threshold_on_games_that_shrink(replies, countermoves, game):
    for i in range(len(game.ranks)):
        assert by_kernel(game, i, replies, countermoves) == by_sets(game, i, replies, countermoves)


@every_kind
def test_whoever_has_no_move_has_no_threshold(replies, countermoves):
    ranks = np.arange(4, dtype=np.int32)
    both, everything = [Moves((0, 1)), Moves()], np.ones(4, dtype=bool)
    pulls = joint_replies([ranks, ranks], both, replies)
    found = threshold(ranks, 1, everything, both, pulls, countermoves=countermoves)
    assert found.tolist() == [-1] * 4


def test_replies_can_only_lower_a_threshold_and_countermoves_raise_it():
    rng = np.random.default_rng(2)
    for _ in range(40):
        game = draw(rng, 3, 5)
        at = {kind: np.array(by_kernel(game, 0, *kind)) for kind in KINDS}
        for counter in (False, True):
            assert (at["moves", counter] <= at["improvements", counter]).all()
            assert (at["improvements", counter] <= at["none", counter]).all()
        for replies in REPLIES:
            assert (at[replies, False] <= at[replies, True]).all()


@pytest.mark.parametrize(("replies", "count"), [("none", 0), ("moves", 3), ("improvements", 3)])
def test_joint_replies_hold_one_pull_for_each_decision_maker(replies, count):
    game = draw(np.random.default_rng(3), 3, 4)
    assert len(joint_replies(list(game.ranks), game.moves, replies)) == count


def test_compiled_forms_are_taken_for_one_large_game(monkeypatch):
    improving = pytest.importorskip("detente.kernels.improving", reason="`speed` is missing")
    monkeypatch.setattr(moves, "LARGE", 8)
    ranks, mover = np.arange(8, dtype=np.int32), Moves((0,), up=(1,))
    for some, expected in [
        (ranks, improving.SortedImprovements),
        (ranks[:4], Improvements),
        (np.stack([ranks, ranks]), Improvements),
        (ranks.astype(np.int64), Improvements),
    ]:
        assert isinstance(improvements(some, mover), expected)
    monkeypatch.setattr(moves, "has_numba", lambda: False)
    assert isinstance(improvements(ranks, mover), Improvements)
