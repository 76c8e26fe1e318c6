"""Questions about a whole set, in names, answered as by a list of its states."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from tests.stability.diagrams.twins import drawn_games, states_of, table_of

from detente.errors import TooLarge, UnknownName, UsageError
from detente.stability.concept import Concept
from detente.stability.diagrams.answers import DiagramSets, StateSet
from detente.stability.diagrams.sets import diagram_sets


def drawn_sets(many=12):
    """Yield the games with their GMR equilibria, as a set and as a list."""
    for graph, game in drawn_games(3, 5, 4, many):
        found = diagram_sets(game, "gmr").equilibria
        yield graph, found, sorted(states_of(found))


def test_numbers_and_membership():
    for graph, found, codes in drawn_sets():
        assert found.count == len(codes)
        assert found.fraction == Fraction(len(codes), len(graph.states))
        for state in graph.states:
            assert found.holds(state) == found.holds(state.on) == (state.code in codes)


def test_shares_and_what_is_fixed():
    fixed = 0
    for graph, found, codes in drawn_sets():
        taken = [sum(code >> bit & 1 for code in codes) for bit in range(5)]
        if not codes:
            assert found.shares == found.fixed == {}
            continue
        named = list(zip(graph.options, taken, strict=True))
        assert found.shares == {o: Fraction(n, len(codes)) for o, n in named}
        assert found.fixed == {o: n > 0 for o, n in named if n in (0, len(codes))}
        fixed += len(found.fixed)
    assert fixed > 5


def test_the_nearest_to_today_and_to_any_other_state():
    for graph, found, codes in drawn_sets():
        for start in (None, *graph.states):
            near, code = found.nearest(start), (start or graph.status_quo).code
            if not codes:
                assert near is None
                continue
            assert near.state.code in codes
            assert near.changes == graph.state(near.state.code ^ code).on
            assert len(near.changes) == min((c ^ code).bit_count() for c in codes)


def test_the_first_and_a_sample():
    for _, found, codes in drawn_sets():
        for most in (0, 2, 99):
            first = [state.code for state in found.first(most)]
            assert len(set(first)) == len(first) == min(most, len(codes))
            assert set(first) <= set(codes)
        sample = found.sample(40, seed=3)
        assert len(sample) == (40 if codes else 0)
        assert {state.code for state in sample} <= set(codes)
        assert sample == found.sample(40, seed=3)
        assert {state.code for state in found.sample(40 * len(codes), seed=1)} == set(codes)
        assert len(codes) < 4 or sample != found.sample(40, seed=4)


def test_projection_counts_every_combination():
    for graph, found, codes in drawn_sets():
        names = [graph.options[3], graph.options[0].upper()]
        want = {
            values: sum((bool(c >> 3 & 1), bool(c & 1)) == values for c in codes)
            for values in product([False, True], repeat=2)
        }
        assert found.projection(names) == {v: n for v, n in want.items() if n}
        assert found.projection([]) == ({(): len(codes)} if codes else {})


def test_names_and_sizes_are_refused():
    graph, found, _ = next(drawn_sets())
    with pytest.raises(UnknownName, match="unknown option"):
        found.projection(["a.nothing"])
    with pytest.raises(UnknownName, match="unknown option"):
        found.holds(["a.nothing"])
    with pytest.raises(TooLarge, match="too many combinations to count: found `13 options`"):
        found.projection([graph.options[0]] * 13)
    for graph, found, _ in drawn_sets():
        impossible = [s for s in range(32) if not graph.feasible[s]]
        if impossible:
            with pytest.raises(UsageError, match="not feasible"):
                found.holds(graph.state(impossible[0]).on)


def test_an_empty_set_and_a_full_one():
    graph, game = next(drawn_games(3, 5, 4, 1))
    nothing = StateSet(game, table_of(tuple(range(5)), []), len(graph.states))
    assert (nothing.count, nothing.fraction, nothing.first(3), nothing.sample(3)) == (0, 0, (), ())
    assert nothing.nearest() is None
    every = StateSet(game, table_of(tuple(range(5)), range(32)), 32)
    assert (every.count, every.fraction, every.fixed) == (32, 1, {})


@pytest.mark.parametrize(
    ("ended", "words"),
    [
        ("all", "settled"),
        ("time", "unknown: the time was up, 0 of 3 decision makers settled"),
        ("nodes", "unknown: the diagrams grew too large, 0 of 3 decision makers settled"),
    ],
)
def test_how_far_it_came_in_words(ended, words):
    _, game = next(drawn_games(3, 5, 4, 1))
    whole = diagram_sets(game)
    assert isinstance(whole.concept, Concept)
    cut = DiagramSets(game, whole.concept, None, {}, None, ended, whole.obtained)
    assert str(cut) == words
