"""Elections over the states of an option model."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped

from detente.errors import TooLarge, UnknownName, UsageError
from detente.judgement.elected_states import elect_states
from detente.stability.graph import build_graph


def test_one_party_alone_gets_its_best_state() -> None:
    graph = build_graph(open_shipped("cuba-1962"), "main")
    for i, name in enumerate(graph.deciders):
        first = elect_states(graph, {name: 1.0})[0]
        assert graph.ranks[i][first.state.code] == graph.ranks[i].max()


def test_every_feasible_state_stands_once_and_chances_fall() -> None:
    graph = build_graph(open_shipped("japan-russia"), "treaty-menu")
    found = elect_states(graph, {"jp": 0.5, "ru": 0.9, "us": 0.9})
    assert {e.state.code for e in found} == {s.code for s in graph.states}
    assert [e.chance for e in found] == sorted((e.chance for e in found), reverse=True)
    assert sum(e.chance for e in found) == pytest.approx(1)


def test_equal_weights_in_a_symmetric_game_are_symmetric() -> None:
    graph = build_graph(open_shipped("chicken"), "main")
    found = elect_states(graph, dict.fromkeys(graph.deciders, 1.0))
    mixed = [e.chance for e in found if len(e.state.on) == 1]
    assert mixed[0] == pytest.approx(mixed[1])


def test_what_does_not_fit_is_refused() -> None:
    graph = build_graph(open_shipped("chicken"), "main")
    with pytest.raises(UnknownName, match="unknown decision maker"):
        elect_states(graph, {"nobody": 1})
    with pytest.raises(UsageError, match="not all 0"):
        elect_states(graph, {})
    large = build_graph(open_shipped("japan-russia"), "2016-12")
    if large.feasible.sum() > 2000:
        with pytest.raises(TooLarge):
            elect_states(large, {large.deciders[0]: 1})
