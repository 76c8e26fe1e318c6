"""Many games on one graph: each as the analysis of it alone, and statements turned into their reverse."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.stability.drawn import made_case, worlds

from detente.errors import TooLarge, UnknownName, UsageError
from detente.kernels.ranks import dense, lexicographic
from detente.stability import build_graph
from detente.stability.analysis import Analysis
from detente.stability.batch import reversed_ranks, stable_batch
from detente.stability.graph import levels_of

KEYS = ("nash", "gmr", "smr", "seq", "sseq")


@pytest.mark.parametrize(("deciders", "options"), [(2, 3), (3, 4), (4, 6)])
def test_each_game_is_analysed_as_if_alone(deciders, options):
    rng = np.random.default_rng(options)
    for _, graph in worlds(8, deciders, options):
        games = rng.integers(0, rng.choice([2, 5, 99]), (4, *graph.ranks.shape)).astype(np.int32)
        batch = stable_batch(graph, games, KEYS)
        for n, ranks in enumerate(games):
            alone = Analysis(replace(graph, ranks=np.where(graph.feasible, ranks, -1)))
            for k, key in enumerate(KEYS):
                expected = [e.state for e in alone.equilibria(key)]
                assert batch.counts[n, k] == len(expected)
                assert [s for s in graph.states if batch.holds(s)[n, k]] == expected


def test_reversals_are_those_of_the_statements():
    rng = np.random.default_rng(1)
    for _, graph in worlds(12, 3, 5, longest=6):
        flips = [rng.random((70, len(order))) < 0.4 for order in graph.orders]
        found = reversed_ranks(graph, flips)
        assert found.dtype == np.uint16
        for n in range(70):
            for i, order in enumerate(graph.orders):
                truth = graph.truth[i] ^ flips[i][n][:, None]
                expected = lexicographic(truth, graph.feasible, levels_of(order))
                assert (dense(found[n, i].astype(np.int64), graph.feasible) == expected).all()


def test_many_statements_need_wider_numbers():
    options = [f"a.o{k}" for k in range(4)]
    wants = [f"{o} or {p}" for o in options for p in options] + options
    graph = build_graph(made_case({"a": wants}, options), "main")
    flips = [np.random.default_rng(2).random((5, len(wants))) < 0.5]
    found = reversed_ranks(graph, flips)
    assert found.dtype == np.int32
    for n in range(5):
        expected = lexicographic(graph.truth[0] ^ flips[0][n][:, None], graph.feasible)
        assert (dense(found[n, 0].astype(np.int64), graph.feasible) == expected).all()
    more = build_graph(made_case({"a": wants + wants}, options), "main")
    with pytest.raises(TooLarge, match="too many statements to reverse"):
        reversed_ranks(more, [np.zeros((1, 40), dtype=bool)])


def test_what_does_not_fit_is_refused():
    (_, graph), *_ = worlds(1, 2, 3)
    with pytest.raises(UsageError, match="do not fit the graph"):
        stable_batch(graph, np.zeros((2, 2, 4), dtype=np.int32))
    with pytest.raises(UsageError, match="reversals do not fit"):
        reversed_ranks(graph, [np.zeros((1, 9), dtype=bool)] * 2)
    with pytest.raises(UnknownName):
        stable_batch(graph, graph.ranks[None], ["nsh"])
    with pytest.raises(UsageError, match="a batch needs a concept that is a threshold"):
        stable_batch(graph, graph.ranks[None], ["sim"])


def test_too_many_states_for_many_games():
    wide = build_graph(made_case({"a": ["a.o0"]}, [f"a.o{k}" for k in range(17)]), "main")
    with pytest.raises(TooLarge, match="at most 65,536"):
        stable_batch(wide, np.zeros((0, 1, 1 << 17), dtype=np.int32))
