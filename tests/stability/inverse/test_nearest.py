"""The nearest target state, against the definitions state by state."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.stability.drawn import made_case, worlds
from tests.stability.inverse.wanted import stable, wanting

from detente.errors import UsageError
from detente.stability import CLASSICAL, CONCEPTS, build_graph
from detente.stability.game import game_of
from detente.stability.inverse.nearest import nearest, where_of
from detente.stability.inverse.raising import raised, ranks_of


def levels(game, concept, i, s):
    """Return by how many levels a state must rise for one party, by trying."""
    own = ranks_of(game, i)
    return next(k for k in range(99) if stable(wanting(game, i, raised(own, s, k)), concept, i, s))


@pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))
def test_the_nearest_has_the_fewest_parties_in_the_way(concept):
    blocked, choices = set(), 0
    for plain, graph in worlds(12, 3, 4):
        codes = [s for s in plain.states if plain.true("goal", s)]
        if not codes:
            continue
        game = game_of(graph)
        rises = {
            s: [levels(game, concept, i, plain.states.index(s)) for i in range(3)] for s in codes
        }
        found = nearest(graph, "goal", concept)

        def key(s, rises=rises, today=graph.status_quo.code):
            needy = sum(k > 0 for k in rises[s])
            return needy, sum(rises[s]), (s ^ today).bit_count(), s

        assert found.state.code == min(codes, key=key)
        needs = rises[found.state.code]
        assert found.blocked == tuple(d for d, k in zip(graph.deciders, needs, strict=True) if k)
        assert found.states == len(codes)
        assert found.held == sum(not any(r) for r in rises.values())
        only = {
            d: sum(bool(r[i]) and sum(map(bool, r)) == 1 for r in rises.values())
            for i, d in enumerate(graph.deciders)
        }
        assert found.alone == only
        blocked.add(len(found.blocked))
        choices += len(codes) > 2
    assert blocked >= {0, 1}
    assert choices > 3


def test_fewer_parties_go_before_fewer_levels():
    """In {a.x} one party is three levels away; in {a.x, b.y} two are one level away each."""
    case = made_case({"a": ["a.x"], "b": ["b.y"]}, ["a.x", "b.y"])
    ranks = np.array([[3, 0, 2, 1], [2, 1, 3, 0]], dtype=np.int32)
    graph = replace(build_graph(case, "main"), ranks=ranks)
    found = nearest(graph, "a.x", CONCEPTS["nash"])
    assert (found.state.on, found.blocked) == (("a.x",), ("a",))
    assert found.alone == {"a": 1, "b": 0}


def test_one_state_is_a_target_too():
    _, graph = next(worlds(1, 2, 3))
    state = graph.states[-1]
    assert np.flatnonzero(where_of(graph, state)).tolist() == [state.code]
    found = nearest(graph, state, CONCEPTS["nash"])
    assert (found.state, found.states) == (state, 1)


def test_refusals():
    _, graph = next(worlds(1, 2, 3))
    with pytest.raises(UsageError, match="no feasible state meets the target"):
        nearest(graph, "goal and not goal", CONCEPTS["nash"])
    other = next(c for c in CONCEPTS.values() if c.replies is None)
    with pytest.raises(UsageError, match="threshold"):
        nearest(graph, "goal", other)
