"""Summaries: against the lists that they sum up."""

from __future__ import annotations

import numpy as np
import pytest
from tests.stability.drawn import made_case, worlds

from detente.errors import TooLarge
from detente.kernels import moves
from detente.stability import CLASSICAL, CONCEPTS, build_graph, concept_named
from detente.stability.analysis import Analysis
from detente.stability.survey import Summary, survey

MEMBERS = list(CLASSICAL.values())


@pytest.fixture(params=["numpy", "compiled"])
def form(request, monkeypatch):
    if request.param == "compiled":
        pytest.importorskip("numba", reason="the extra `speed` is missing")
        monkeypatch.setattr(moves, "LARGE", 1)


def rank(graph, equilibrium) -> tuple[int, int, int]:
    """What comes first: few moves, then few options changed, then the lowest number."""
    path, code = equilibrium.path, equilibrium.state.code
    changed = (code ^ graph.status_quo.code).bit_count()
    return (1 << 20 if path is None else len(path), changed, code)


@pytest.mark.usefixtures("form")
@pytest.mark.parametrize(("deciders", "options"), [(2, 3), (3, 4), (4, 6)])
def test_a_summary_sums_up_every_equilibrium(deciders, options):
    for _, graph in worlds(12, deciders, options):
        analysis, found = Analysis(graph), survey(graph, MEMBERS, shown=3)
        assert found.states == graph.count == len(graph.states)
        for concept in MEMBERS:
            every, own = analysis.equilibria(concept), found.summaries[concept.key]
            stable = analysis.stable(concept)
            assert own.count == len(every)
            assert own.today == analysis.holds(concept, graph.status_quo)
            assert own.reachable == sum(e.reachable for e in every)
            assert own.stable == dict(zip(graph.deciders, stable.sum(axis=1), strict=True))
            assert own.taken == {o: sum(o in e.state.on for e in every) for o in graph.options}
            assert own.outcomes == {"goal": sum("goal" in e.outcomes for e in every)}
            first = sorted(every, key=lambda e: rank(graph, e))[:3]
            assert [e.state for e in own.first] == [e.state for e in first]
            for ours, theirs in zip(own.first, first, strict=True):
                assert rank(graph, ours) == rank(graph, theirs)
                assert ours.outcomes == theirs.outcomes
                check_path(graph, ours)
        for state in graph.states:
            under = [c.key for c in MEMBERS if analysis.holds(c, state)]
            assert list(found.under(state)) == under


def check_path(graph, equilibrium) -> None:
    """Walk a path: each step is a gain of the one who takes it."""
    at = graph.status_quo.code
    for step in equilibrium.path or ():
        i = graph.decider(step.actor)
        assert graph.ranks[i, step.to.code] > graph.ranks[i, at]
        own = {graph.options[b] for b in graph.moves[i].bits}
        assert set(graph.state(at).on) ^ set(step.to.on) <= own
        at = step.to.code
    assert equilibrium.path is None or at == equilibrium.state.code


def test_what_all_have_in_common():
    case = made_case({"a": ["a.x"], "b": ["not b.z"]}, ["a.x", "a.y", "b.z"])
    nash = survey(build_graph(case, "main"), [CONCEPTS["nash"]]).summaries["nash"]
    assert nash.count == 2
    assert nash.fixed == {"a.x": True, "b.z": False}
    assert [nash.share(o) for o in ("a.x", "a.y", "b.z")] == [1.0, 0.5, 0.0]
    empty = Summary("nash", 0, False, {}, {"a.x": 0}, {}, 0, ())
    assert empty.fixed == {}


def test_each_decision_maker_may_go_by_its_own_concept():
    mixed = concept_named("a=nash,seq")
    for _, graph in worlds(6, 3, 4):
        if "a" in graph.deciders:
            expected = len(Analysis(graph).equilibria(mixed))
            assert survey(graph, [mixed]).summaries[mixed.key].count == expected


def test_concepts_that_are_no_thresholds_on_small_graphs_only():
    (_, graph), *_ = worlds(1, 2, 4)
    simultaneous = CONCEPTS["sim"]
    expected = len(Analysis(graph).equilibria(simultaneous))
    assert survey(graph, [simultaneous]).summaries["sim"].count == expected
    wide = build_graph(made_case({"a": ["a.o0"]}, [f"a.o{k}" for k in range(14)]), "main")
    with pytest.raises(TooLarge):
        survey(wide, [simultaneous])


def test_progress_is_told():
    told: list[str] = []
    (_, graph), *_ = worlds(1, 2, 3)
    survey(graph, [CONCEPTS["nash"]], progress=told.append)
    assert told[0] == "what can be reached from today"
    assert told[1:] == [f"nash: {d}" for d in graph.deciders]


def test_ties_in_the_line_are_broken_by_number():
    case = made_case({"a": ["true"]}, [f"a.o{k}" for k in range(5)])
    first = survey(build_graph(case, "main"), [CONCEPTS["nash"]], shown=8).summaries["nash"].first
    assert [e.state.code for e in first] == [0, 1, 2, 4, 8, 16, 3, 5]
    assert np.bitwise_count([e.state.code for e in first]).tolist() == [0, 1, 1, 1, 1, 1, 2, 2]
