"""Conflicts in graph form: every relation through one computation, equal to the definitions."""

from __future__ import annotations

import numpy as np
import pytest
from tests.stability.drawn import made_case, worlds
from tests.stability.preferences.plainly import every, game

from detente.errors import TooLarge, UsageError
from detente.kernels.arcs import arcs_from
from detente.stability import CLASSICAL, Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.game import MOST_STATES, Game, Ranked, game_of


class Torn:
    """A relation without any order in it: what tempts, deters and is joined is drawn for each pair."""

    def __init__(self, rng: np.random.Generator, size: int) -> None:
        self.rows = rng.random((3, size, size)) < 0.5

    def tempts(self, s: int) -> np.ndarray:
        return self.rows[0, s]

    def deters(self, s: int) -> np.ndarray:
        return self.rows[1, s]

    def gains(self, s: int) -> np.ndarray:
        return self.rows[2, s]


@pytest.mark.parametrize("key", CLASSICAL)
def test_the_computation_equals_the_definition_whatever_the_preferences(key: str) -> None:
    concept = CLASSICAL[key]
    for rng, steps in every(31, 40):
        size = len(steps[0])
        for relations in (
            [Ranked(rng.integers(3, size=size)) for _ in steps],
            [Torn(rng, size) for _ in steps],
        ):
            one = game(steps, relations)
            conflict = one.conflict()
            found = one.stable(concept.replies, countermoves=concept.countermoves)
            for i in conflict.everyone:
                assert found[i].tolist() == [concept.holds(conflict, i, s) for s in range(size)]


def test_the_same_sets_are_told_both_ways() -> None:
    for rng, steps in every(32, 20):
        size = len(steps[0])
        one = game(steps, [Torn(rng, size) for _ in steps])
        conflict = one.conflict()
        for i in conflict.everyone:
            moves, glad = one.replies(i, "moves"), one.replies(i, "improvements")
            for s in range(size):
                assert set(one.tempting[i].of(s).tolist()) == conflict.improvements(i, s)
                assert set(np.flatnonzero(moves[s]).tolist()) == conflict.replies(i, s)
                assert set(np.flatnonzero(glad[s]).tolist()) == conflict.gladly(i, s)


@pytest.mark.parametrize("key", CLASSICAL)
def test_option_form_and_graph_form_agree(key: str) -> None:
    """Two kernels that share nothing: thresholds on cosets, and rows of bits on arcs."""
    concept = CLASSICAL[key]
    for _, graph in worlds(25, 3, 4):
        one = game_of(graph)
        found = one.stable(concept.replies, countermoves=concept.countermoves)
        expected = Analysis(graph).stable(concept)[:, graph.feasible]
        assert np.array_equal(found, expected)


def test_states_are_numbered_among_the_feasible_ones() -> None:
    wants = {"a": ["a.u"], "b": ["b.v"]}
    case = made_case(wants, ["a.u", "b.v"], rules=["a.u or b.v"])
    settings = Settings(fix={"b.v": True})
    assert game_of(build_graph(case, "main", settings)).labels == ("{b.v}", "{a.u, b.v}")
    case.models["main"].status_quo["b.v"] = True
    one = game_of(build_graph(case, "main"))
    assert one.labels == ("{a.u}", "{b.v}", "{a.u, b.v}")
    assert one.labels[one.today] == "{b.v}"
    assert one.numbers().tolist() == [1, 2, 3]
    assert [one.arcs[0].of(s).tolist() for s in range(3)] == [[], [2], [1]]


def test_one_alone_is_answered_by_nobody() -> None:
    one = Game(("a",), ("x", "y"), (arcs_from([(0, 1)], 2),), (Ranked(np.array([0, 1])),))
    assert one.replies(0, "moves") is None
    assert one.stable("moves").tolist() == [[False, True]]


def test_other_preferences_over_the_same_moves() -> None:
    for rng, steps in every(33, 20):
        size = len(steps[0])
        first, second = ([Torn(rng, size) for _ in steps] for _ in range(2))
        one = game(steps, first)
        for kind in ("moves", "improvements"):
            one.stable(kind)  # what was reached before must not be taken for what is reached now
        for concept in CLASSICAL.values():
            moved = one.under(second).stable(concept.replies, countermoves=concept.countermoves)
            anew = game(steps, second).stable(concept.replies, countermoves=concept.countermoves)
            assert np.array_equal(moved, anew)


def test_reached_states_may_be_written_over() -> None:
    one = game([{0: [1], 1: []}, {0: [], 1: [0]}], [Ranked(np.array([0, 1]))] * 2)
    rows = one.replies(0, "moves")
    rows[:] = False
    assert one.replies(0, "moves").any()


def test_too_many_states() -> None:
    many = MOST_STATES + 1
    with pytest.raises(TooLarge, match="8193"):
        Game((), tuple(map(str, range(many))), (), ())


def test_too_many_feasible_states() -> None:
    options = [f"a.x{k}" for k in range(14)]
    graph = build_graph(made_case({"a": options}, options), "main")
    with pytest.raises(TooLarge, match="16384"):
        game_of(graph)


def test_moves_at_once_need_options() -> None:
    case = made_case({"a": ["a.u"], "b": ["b.v"]}, ["a.u", "b.v"], ["not (a.u and b.v)"])
    conflict = game_of(build_graph(case, "main")).conflict()
    assert conflict.together(0, [1]) == 1
    assert conflict.together(0, [1, 2]) is None
    bare = game([{0: [1], 1: []}], [Ranked(np.array([0, 1]))])
    with pytest.raises(UsageError, match="option form"):
        bare.conflict().together(0, [1])
    with pytest.raises(UsageError, match="option form"):
        bare.numbers()


def test_ranks_are_told_where_there_are_any() -> None:
    mixed = game([{0: []}, {0: []}], [Ranked(np.array([3])), Torn(np.random.default_rng(1), 1)])
    assert mixed.conflict().ranks == [{0: 3}, {}]
