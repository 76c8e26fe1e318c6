"""Nearest, backbone and projection against the list of all equilibria."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import CASES, open_shipped
from tests.judgement.asked import PENNIES
from tests.stability.drawn import made_case
from tests.stability.symbolic.pairs import ANSWERED, FEW, SIZES, Pair, drawn_pairs, listed, pair

from detente.errors import UnknownName
from detente.stability.graph import State
from detente.stability.symbolic.compile import compile_set
from detente.stability.symbolic.equilibria import build_set
from detente.stability.symbolic.questions import backbone, nearest, projection


def check_nearest(graph, equilibria, start: State) -> None:
    codes = listed(graph, equilibria.concept.key)
    answer = nearest(equilibria, start)
    assert answer.exists == bool(codes)
    assert answer.obtained.complete
    if codes:
        assert answer.state.code in codes
        assert answer.changes == graph.state(answer.state.code ^ start.code).on
        best = min((code ^ start.code).bit_count() for code in codes)
        assert len(answer.changes) == answer.at_least == best


def check_backbone(graph, equilibria) -> None:
    states = [graph.state(code) for code in listed(graph, equilibria.concept.key)]
    answer = backbone(equilibria)
    assert answer.exists == bool(states)
    alike = {o: {o in s.on for s in states} for o in graph.options}
    assert answer.fixed == {o: v.pop() for o, v in alike.items() if len(v) == 1}
    assert set(answer.free) == {o for o in graph.options if len({o in s.on for s in states}) == 2}


def check_projection(graph, equilibria) -> None:
    names = [*graph.options[:2], *graph.option_model.outcomes]
    columns = [graph.truths.name(n) for n in names]
    answer = projection(equilibria, names)
    assert answer.ended == "all"
    assert answer.values == tuple(
        sorted({tuple(bool(c[s]) for c in columns) for s in listed(graph, equilibria.concept.key)})
    )


def check_all(given: Pair) -> None:
    graph, equilibria = given
    check_nearest(graph, equilibria, graph.status_quo)
    check_backbone(graph, equilibria)
    check_projection(graph, equilibria)
    compile_set(equilibria)
    check_nearest(graph, equilibria, graph.states[-1])
    check_backbone(graph, equilibria)
    check_projection(graph, equilibria)


@pytest.mark.parametrize(("deciders", "options", "longest", "many"), SIZES)
def test_drawn_models(deciders, options, longest, many):
    for given in drawn_pairs(deciders, options, longest, many // 2):
        check_all(given)


@pytest.mark.parametrize("concept", [*ANSWERED, "a=nash,smr"])
def test_drawn_models_where_others_answer(concept):
    for deciders, options, longest, many in FEW:
        for given in drawn_pairs(deciders, options, longest, many // 2, concept):
            check_all(given)


@pytest.mark.parametrize("name", CASES)
def test_shipped_models(name):
    for model in open_shipped(name).models:
        check_all(pair(open_shipped(name), model))


def test_without_an_equilibrium_there_is_nothing_to_share():
    nash = build_set(PENNIES, "main")
    assert backbone(nash).fixed == {}
    assert nearest(nash).exists is False
    assert projection(nash, ["row.heads"]).values == ()


def test_out_of_time_nothing_is_claimed():
    nash = build_set(PENNIES, "main", seconds=0.0)
    far, shared = nearest(nash), backbone(nash)
    assert (far.exists, far.state, far.obtained.complete) == (None, None, False)
    assert (shared.exists, shared.fixed, shared.obtained.complete) == (None, {}, False)
    assert projection(nash, ["row.heads"]).ended == "time"


def test_out_of_time_what_was_seen_is_still_said():
    nash = build_set(made_case({"a": ["a.x"]}, ["a.x", "a.y"]), "main")
    assert len(nash.equilibria().states) == 2
    nash.seconds = 0.0
    far, shared = nearest(nash), backbone(nash)
    assert (far.exists, far.changes, far.at_least) == (True, ("a.x",), 0)
    assert not far.obtained.complete
    assert (shared.exists, shared.fixed, shared.obtained.complete) == (True, {}, False)


def test_a_projection_is_limited_and_knows_its_names():
    nash = build_set(made_case({"a": ["true"]}, ["a.x", "a.y"]), "main")
    assert projection(nash, ["A.X"]).names == ("a.x",)
    limited = projection(nash, ["a.x", "a.y"], limit=3)
    assert (len(limited.values), limited.ended) == (3, "limit")
    with pytest.raises(UnknownName, match="did you mean"):
        projection(nash, ["a.xx"])
