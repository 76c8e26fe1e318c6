"""What groups could gain: states they can bring about together, and states they all prefer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from itertools import combinations

import pytest
from tests.casebook.shipped import open_shipped
from tests.stability.drawn import made_case, worlds

from detente.errors import UnknownName, UsageError
from detente.stability import ConflictGraph, Settings, build_graph
from detente.stability.definition import Conflict, joint_moves
from detente.stability.findings import JointImprovement
from detente.stability.joint import joint_improvements, preferred_by_all


def expected(
    conflict: Conflict, members: Sequence[int], s: int, among: Collection[int]
) -> dict[int, set[int]]:
    """Return each state that all members prefer, with those outside the group who lose by it."""
    rank, others = conflict.ranks, set(conflict.everyone) - set(members)
    better = {q for q in among if all(rank[i][q] > rank[i][s] for i in members)}
    return {q: {j for j in others if rank[j][q] < rank[j][s]} for q in better}


def test_groups_gain_what_brute_force_finds():
    seen = set()
    for plain, graph in worlds(40, 3, 4):
        conflict = plain.game.conflict
        for size in (1, 2, 3):
            for members in combinations(conflict.everyone, size):
                group = [graph.deciders[i] for i in members]
                for state in graph.states:
                    own = joint_improvements(graph, group, state)
                    reach = joint_moves(members, state.code, partial(moved, conflict))
                    assert losers(graph, own) == expected(conflict, members, state.code, reach)
                    at_all = preferred_by_all(graph, group, state)
                    everywhere = expected(conflict, members, state.code, plain.states)
                    assert losers(graph, at_all) == everywhere
                    assert {f.group for f in own + at_all} <= {tuple(group)}
                    seen |= {(size, bool(own)), (size, bool(at_all))}
    assert seen == {(size, some) for size in (1, 2, 3) for some in (True, False)}


def moved(conflict: Conflict, j: int, s: int) -> frozenset[int]:
    return conflict.moves[j][s]


def losers(graph: ConflictGraph, found: tuple[JointImprovement, ...]) -> dict[int, set[int]]:
    """Return, by state, who loses by it; each state must be found once."""
    by_state = {f.state.code: {graph.decider(a) for a in f.losers} for f in found}
    assert len(by_state) == len(found)
    return by_state


@pytest.fixture(scope="module")
def graph():
    settings = Settings(readings={"ru": "pull-back"})
    return build_graph(open_shipped("japan-russia"), "2017-11", settings)


def test_a_group_is_a_set_of_parties_in_the_order_of_the_model(graph):
    found = preferred_by_all(graph, ["RU", "jp", "ru"], graph.status_quo)
    assert found == preferred_by_all(graph, ["jp", "ru"], graph.status_quo)
    assert {f.group for f in found} == {("jp", "ru")}


def test_a_group_does_not_pass_through_what_is_infeasible():
    """Each would have to step first, and neither first step is feasible."""
    both = ["a.x and b.y"]
    rule = "a.x iff b.y"
    graph = build_graph(made_case({"a": both, "b": both}, ["a.x", "b.y"], [rule]), "main")
    assert joint_improvements(graph, ["a", "b"], graph.status_quo) == ()
    assert len(preferred_by_all(graph, ["a", "b"], graph.status_quo)) == 1


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
