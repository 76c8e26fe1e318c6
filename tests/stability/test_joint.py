"""What groups could gain: states they can bring about together, and states they all prefer."""

from __future__ import annotations

from itertools import combinations

import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.drawn import worlds

from detente.errors import UnknownName, UsageError
from detente.stability import build_graph
from detente.stability.definition import Conflict, joint_moves
from detente.stability.findings import JointImprovement
from detente.stability.joint import joint_improvements, preferred_by_all


def expected(conflict: Conflict, members: list[int], s: int, among: set[int]) -> dict[int, set[int]]:
    """Return each state that all members prefer, with those outside the group who lose by it."""
    rank, others = conflict.ranks, set(conflict.everyone) - set(members)
    better = {q for q in among if all(rank[i][q] > rank[i][s] for i in members)}
    return {q: {j for j in others if rank[j][q] < rank[j][s]} for q in better}


def test_groups_gain_what_brute_force_finds():
    lengths = set()
    for plain, graph in worlds(40, 3, 4):
        conflict = plain.game.conflict
        for size in (1, 2, 3):
            for members in combinations(conflict.everyone, size):
                group = [graph.deciders[i] for i in members]
                for state in graph.states:
                    reach = joint_moves(members, state.code, lambda j, q: conflict.moves[j][q])
                    for found, among in (
                        (joint_improvements(graph, group, state), set(reach)),
                        (preferred_by_all(graph, group, state), set(plain.states)),
                    ):
                        same(graph.deciders, found, expected(conflict, list(members), state.code, among))
                        assert {f.group for f in found} <= {tuple(group)}
                        lengths.add((size, bool(found)))
    assert lengths == {(size, some) for size in (1, 2, 3) for some in (True, False)}


def same(
    deciders: tuple[str, ...], found: tuple[JointImprovement, ...], wanted: dict[int, set[int]]
) -> None:
    losers = {f.state.code: {deciders.index(a) for a in f.losers} for f in found}
    assert losers == wanted
    assert len(losers) == len(found)


@pytest.fixture(scope="module")
def graph():
    return build_graph(open_shipped("japan-russia"), "2017-11")


def test_a_group_is_a_set_of_parties_in_the_order_of_the_model(graph):
    found = preferred_by_all(graph, ["RU", "jp", "ru"], graph.status_quo)
    assert found == preferred_by_all(graph, ["jp", "ru"], graph.status_quo)
    assert found == ()


@pytest.mark.parametrize("function", [joint_improvements, preferred_by_all])
def test_what_is_no_group(graph, function):
    with pytest.raises(UsageError, match="no decision maker is named"):
        function(graph, [], graph.status_quo)
    with pytest.raises(UnknownName, match="unknown decision maker: found `us`"):
        function(graph, ["jp", "us"], graph.status_quo)


def test_elmira_has_the_jump_that_the_literature_knows():
    elmira = build_graph(open_shipped("elmira-1991"), "main")
    start, end = (elmira.state(int(elmira.where(f"s{k}").argmax())) for k in (5, 8))
    found = joint_improvements(elmira, ["moe", "uniroyal"], start)
    assert [(f.state, f.losers) for f in found] == [(end, ("lg",))]
