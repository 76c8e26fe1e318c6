"""What outsiders could do, against trying every set of steps in plain Python."""

from __future__ import annotations

import re
from itertools import combinations, permutations

import pytest
from tests.stability.drawn import cases, hardest, made_case, only
from tests.stability.plain import Changed, Plain

from detente.errors import UsageError
from detente.stability import CLASSICAL, CONCEPTS, Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.inverse.interventions import Intervention, applied, compatible, vocabulary
from detente.stability.inverse.mediation import mediate

every_concept = pytest.mark.parametrize("concept", CLASSICAL.values(), ids=list(CLASSICAL))


def plainly(case, chosen) -> Plain | None:
    """Return the model under some steps, in plain Python; rewards are left aside."""
    settings = Settings(
        {v.subject: v.value for v in chosen if v.kind == "reading"},
        {v.subject: v.value == "yes" for v in chosen if v.kind == "hold"},
        {v.subject: v.value == "yes" for v in chosen if v.kind == "fact"},
        tuple(v.subject for v in chosen if v.kind == "commit"),
    )
    plain = Plain(case, "main", settings)
    return plain if plain.status_quo in plain.states else None


def held(case, chosen, concept, target) -> set[int]:
    """Return the target states that hold under some steps, rewards standing above all else."""
    plain = plainly(case, chosen)
    if plain is None:
        return set()
    profile = []
    for i, actor in enumerate(plain.deciders):
        wants = [v for v in chosen if v.kind == "reward" and v.subject.startswith(f"{actor}.")]
        added = [plain.column(("" if v.value == "yes" else "not ") + v.subject) for v in wants]
        profile.append(plain.ranks(i, Changed(tuple(added), plain.unchanged(i).signs)))
    conflict = plain.conflict(profile)
    goals = [s for s in plain.states if plain.true(target, s)]
    return {s for s in goals if all(concept.holds(conflict, i, s) for i in conflict.everyone)}


def by_trying(case, words, concept, target, at_most):
    """Return the smallest number of steps, and every set of so many that does it."""
    for size in range(at_most + 1):
        found = {}
        for chosen in filter(compatible, combinations(words, size)):
            for order in permutations(chosen):
                if states := held(case, order, concept, target):
                    found.setdefault(frozenset(chosen), set()).update(states)
        if found:
            return size, found
    return None, {}


def spoken(case, condition) -> set[str]:
    """Return the words of a condition, those of what it names among them."""
    model = case.models["main"]
    words = set(re.findall(r"[\w.]+", condition))
    for name, named in {**model.propositions, **model.outcomes}.items():
        if name in words:
            words |= spoken(case, str(named.when))
    return words


def on_top(steps):
    return frozenset(Intervention(v.kind, v.subject, v.value) for v in steps)


@every_concept
def test_smallest_sets_of_steps_are_those_found_by_trying_all(concept):
    sizes = set()
    for n, case in enumerate(cases(22, 2, 3, 3)):
        plain, graph = Plain(case), build_graph(case, "main")
        target = hardest(plain) if n % 2 else "goal"
        if not any(plain.column(target)):
            continue
        asked = spoken(case, target)
        words = [v for v in vocabulary(graph) if v.kind != "hold" or v.subject not in asked]
        found = mediate(case, graph, target, concept)
        assert found.words == len(words)
        size, expected = by_trying(case, words, concept, target, 2)
        assert found.size == size, (n, target)
        assert {on_top(m.interventions) for m in found.found} == set(expected)
        assert found.complete
        assert found.proven_below == (3 if size is None else size)
        sizes.add(size)
    assert sizes >= {0, 1, 2}


@every_concept
def test_rewards_stand_at_the_lowest_level_that_does(concept):
    lower = 0
    for case in cases(14, 2, 3, 4):
        plain, graph = Plain(case), build_graph(case, "main")
        target = hardest(plain)
        where = graph.where(target)
        for mediation in mediate(case, graph, target, concept, at_most=1).found:
            for step in (v for v in mediation.interventions if v.kind == "reward"):
                i = graph.decider(step.subject[0])
                levels = plain.orders[i][-1][1] + 2
                does = []
                for position in range(1, levels + 1):
                    tried = Intervention(step.kind, step.subject, step.value, position)
                    after = applied(case, graph, [tried])
                    stable = Analysis(after).stable(concept).all(axis=0)
                    does.append(bool((stable & where).any()))
                assert step.position == max(p for p, d in enumerate(does, 1) if d)
                lower += step.position > 1
    assert lower


def test_states_and_ways_there_are_told():
    told = set()
    for case in cases(20, 2, 3, 3):
        graph = build_graph(case, "main")
        target = hardest(Plain(case))
        for mediation in mediate(case, graph, target, CONCEPTS["nash"]).found:
            after = applied(case, graph, mediation.interventions)
            analysis = Analysis(after)
            held = [e for e in analysis.equilibria("nash") if after.where(target)[e.state.code]]
            assert mediation.states == tuple(e.state for e in held)
            assert mediation.reachable == any(e.reachable for e in held)
            told.add(mediation.reachable)
    assert told == {True, False}


def test_what_can_be_reached_comes_first():
    for case in cases(20, 2, 3, 3):
        found = mediate(case, build_graph(case, "main"), hardest(Plain(case)), CONCEPTS["nash"])
        reachable = [m.reachable for m in found.found]
        assert reachable == sorted(reachable, reverse=True)


def test_rewards_to_one_party_are_tried_in_either_order():
    """One reward holds b to the target, the other makes its answer credible; the first must win."""
    *_, case = cases(22, 3, 4, 4)
    found = mediate(case, build_graph(case, "main"), hardest(Plain(case)), CONCEPTS["seq"])
    ways = [tuple((v.subject, v.value) for v in m.interventions) for m in found.found]
    assert (("b.v", "yes"), ("b.u", "no")) in ways
    assert (("b.u", "no"), ("b.v", "yes")) not in ways


def test_one_state_as_a_target():
    case = next(cases(1, 2, 3, 3))
    plain, graph = Plain(case), build_graph(case, "main")
    for state in graph.states:
        by_state = mediate(case, graph, state, CONCEPTS["gmr"], at_most=1)
        assert by_state.words == len(vocabulary(graph, state.on))
        by_words = mediate(case, graph, only(plain, state.code), CONCEPTS["gmr"], at_most=1)
        assert by_state.size is None or by_words.size is None or by_state.size <= by_words.size


def test_none_is_proven_and_stopping_early_is_not():
    """Both want the other to yield, and nothing that one may be given makes up for it."""
    case = made_case({"a": ["a.x"], "b": ["a.x", "b.y"]}, ["a.x", "b.y"])
    graph = build_graph(case, "main")
    found = mediate(case, graph, "not a.x and not b.y", CONCEPTS["nash"], at_most=1)
    assert (found.size, found.complete, found.proven_below) == (None, True, 2)
    stopped = mediate(case, graph, "not a.x", CONCEPTS["nash"], seconds=0)
    assert (stopped.size, stopped.complete, stopped.proven_below) == (None, False, 0)


def test_refusals():
    case = made_case({"a": ["a.x"], "b": ["b.y"]}, ["a.x", "b.y"])
    graph = build_graph(case, "main")
    with pytest.raises(UsageError, match="no feasible state meets the target"):
        mediate(case, graph, "a.x and not a.x", CONCEPTS["nash"])
    other = next(c for c in CONCEPTS.values() if c.replies is None)
    with pytest.raises(UsageError, match="threshold"):
        mediate(case, graph, "a.x", other)
