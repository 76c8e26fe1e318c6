"""Shares of rankings: published counts, brute force, and estimates that say how far off they are."""

from __future__ import annotations

from fractions import Fraction
from math import factorial

import numpy as np
import pytest
from tests.stability.inverse.wanted import drawn_games, stable, strict, tied, wanting

from detente.case import open_case
from detente.stability import CLASSICAL, CONCEPTS, build_graph
from detente.stability.coalition_definitions import COALITION_CONCEPTS
from detente.stability.game import game_of
from detente.stability.inverse.conditions import conditions_of
from detente.stability.inverse.shares import share_of


@pytest.mark.parametrize(
    ("concept", "count"), [("nash", 240), ("seq", 384), ("gmr", 384), ("smr", 300)]
)
def test_syria_free(concept, count):
    """Syria and Iraq 1975: state 2 holds in so many of Syria's 720 strict rankings."""
    game = game_of(build_graph(open_case("syria-iraq-1975"), "main"))
    syria = game.deciders.index("syria")
    share = share_of(
        conditions_of(game, game.labels.index("{syria.release}"), syria, CONCEPTS[concept])
    )
    assert (share.rankings, share.share, share.exact) == (count, Fraction(count, 720), True)


def by_hand(game, concept, i, s, rankings, group=()):
    """Return the share of rankings that the definition finds stable."""
    every = list(rankings)
    return Fraction(
        sum(stable(wanting(game, i, r), concept, i, s, group) for r in every), len(every)
    )


@pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))
@pytest.mark.parametrize("deciders", [2, 3])
def test_shares_are_those_of_listing_every_ranking(concept, deciders):
    found = set()
    for n, game in enumerate(drawn_games(11, 5, deciders, 5)):
        share = share_of(conditions_of(game, n, 0, concept))
        assert share.share == by_hand(game, concept, 0, n, strict(5))
        assert share.rankings == share.share * 120
        found.add(share.share)
    assert len(found) > 1


@pytest.mark.parametrize("concept", ["nash", "gmr", "smr", "seq", "sseq"])
def test_ties_are_counted_too(concept):
    for game in drawn_games(12, 5, 2, 4):
        share = share_of(conditions_of(game, 0, 1, CONCEPTS[concept]))
        assert share.tied == by_hand(game, CONCEPTS[concept], 1, 0, tied(4))


@pytest.mark.slow
@pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))
def test_six_states(concept):
    for n, game in enumerate(drawn_games(13, 4, 3, 6)):
        share = share_of(conditions_of(game, n, 1, concept))
        assert share.share == by_hand(game, concept, 1, n, strict(6))


@pytest.mark.parametrize("concept", COALITION_CONCEPTS.values(), ids=list(COALITION_CONCEPTS))
def test_members_of_a_coalition(concept):
    for n, game in enumerate(drawn_games(14, 4, 3, 4)):
        share = share_of(conditions_of(game, n, 1, concept, (0, 1)))
        assert share.share == by_hand(game, concept, 1, n, strict(4), (0, 1))


def test_an_estimate_says_how_far_it_may_be_off():
    told = 0
    for game in drawn_games(15, 12, 3, 8):
        conditions = conditions_of(game, 0, 0, CONCEPTS["smr"])
        exact, guess = share_of(conditions), share_of(conditions, most=0)
        if not guess.exact:
            told += 1
            assert guess.rankings is None
            assert guess.tied is None
            assert 0 < guess.error < 0.03
            assert abs(guess.share - exact.share) <= guess.error
        assert exact.exact
    assert told > 3


def test_thousands_of_states_are_counted_exactly():
    """Nash: the target must beat each of its k alternatives, in one ranking in k + 1."""
    graph = build_graph(open_case("japan-russia"), "2016-12")
    game = game_of(graph)
    s = int(np.searchsorted(game.numbers(), graph.status_quo.code))
    for i, k in enumerate((31, 23, 3)):
        conditions = conditions_of(game, s, i, CONCEPTS["nash"])
        share = share_of(conditions)
        assert len(game.arcs[i].of(s)) == k
        assert share.share == Fraction(1, k + 1)
        assert share.rankings == factorial(2304) // (k + 1)
        assert share.tied is None
