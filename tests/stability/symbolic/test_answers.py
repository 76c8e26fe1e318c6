"""Answers tell a proof from a search that ended early."""

from __future__ import annotations

import pytest

from detente.stability.findings import Obtained
from detente.stability.graph import State
from detente.stability.symbolic.answers import Count, Equilibria, Stays

HOW = Obtained("0", "case", "digest", "main", "sat")


@pytest.mark.parametrize(
    ("states", "ended", "complete", "none"),
    [
        ((), "all", True, True),
        ((), "time", False, False),
        ((State(0, ()),), "all", True, False),
        ((State(0, ()),), "limit", False, False),
    ],
)
def test_only_a_listing_that_ran_out_is_a_proof(states, ended, complete, none):
    answer = Equilibria(states, ended, HOW)
    assert (answer.complete, answer.proven_none) == (complete, none)


@pytest.mark.parametrize(
    ("at_least", "ended", "words"),
    [(0, "all", "0"), (1200, "all", "1,200"), (1001, "limit", "more than 1,000")],
)
def test_counts_in_words(at_least, ended, words):
    assert str(Count(at_least, ended, HOW)) == words


def test_a_count_cut_short_in_words():
    assert str(Count(7, "time", HOW)) == "at least 7"


@pytest.mark.parametrize(
    ("stable", "within", "words"),
    [
        (True, None, "stable, by proof"),
        (False, None, "not stable, by proof"),
        (None, None, "unknown: the time was up"),
        (None, 1, "no sanction of 1 move; a longer one is not excluded"),
        (None, 4, "no sanction of up to 4 moves; a longer one is not excluded"),
    ],
)
def test_verdicts_in_words(stable, within, words):
    assert str(Stays("a", State(0, ()), "seq", stable, None, within, None, HOW)) == words
