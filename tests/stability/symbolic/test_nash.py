"""Nash by SAT equals Nash by enumeration; a proof and a search cut short are told apart."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.beyond import conflict, with_pennies
from tests.casebook.shipped import CASES, open_shipped
from tests.judgement.asked import PENNIES
from tests.stability.drawn import made_case
from tests.stability.symbolic.pairs import SIZES, drawn_pairs, listed, pair

from detente.case import Case
from detente.case.formula import evaluate
from detente.case.model import Shift
from detente.errors import UnknownName, UsageError
from detente.kernels import Moves, lexicographic, reach
from detente.stability import Settings
from detente.stability.graph import State, levels_of
from detente.stability.symbolic.nash import NashSet, build_nash, take

MODELS = [(name, model) for name in CASES for model in open_shipped(name).models]


def found(nash: NashSet) -> set[int]:
    """Return every equilibrium, each of which must be found once."""
    answer = nash.equilibria(5000)
    assert answer.complete
    codes = [state.code for state in answer.states]
    assert len(codes) == len(set(codes))
    return set(codes)


@pytest.mark.parametrize(("deciders", "options", "longest", "many"), SIZES)
def test_drawn_models_have_the_same_equilibria(deciders, options, longest, many):
    sizes = set()
    for graph, nash in drawn_pairs(deciders, options, longest, many):
        assert found(nash) == listed(graph), graph.option_model
        sizes.add(len(listed(graph)))
    assert len(sizes) > 5


@pytest.mark.parametrize(("name", "model"), MODELS)
def test_shipped_models_have_the_same_equilibria(name, model):
    case = open_shipped(name)
    graph, nash = pair(case, model)
    assert found(nash) == listed(graph)
    today = set(graph.status_quo.on)
    option_model = case.models[model]
    variants = [Settings(fix={o: o in today}) for o in graph.options]
    variants += [Settings(context={b: not bit.value}) for b, bit in option_model.context.items()]
    variants += [
        Settings(readings={a: r})
        for a in graph.deciders
        for r in option_model.preferences[a].readings
    ]
    variants += [Settings.of(overlay) for overlay in option_model.what_if.values()]
    for i, (actor, order) in enumerate(zip(graph.deciders, graph.orders, strict=True)):
        to = ("top", "bottom")[i % 2]
        variants += [Settings(shifts={actor: Shift(move=s.want, to=to)}) for s in order]
    variants.append(Settings(irreversible=graph.options))
    for settings in variants:
        graph, nash = pair(case, model, settings)
        answer = nash.equilibria(300)
        codes = {state.code for state in answer.states}
        assert codes <= listed(graph)
        assert answer.ended == ("all" if len(listed(graph)) <= 300 else "limit")
        assert len(codes) == min(300, len(listed(graph)))


def test_a_state_is_an_equilibrium_or_left_for_the_best_that_its_mover_reaches():
    for graph, nash in drawn_pairs(3, 5, 5, 40):
        equilibria = listed(graph)
        for state in graph.states:
            answer = nash.holds(state)
            assert answer.holds == (state.code in equilibria)
            for move in answer.moves:
                i = graph.deciders.index(move.actor)
                reached = reach(state.code, graph.moves[i])
                assert move.to.code in reached
                assert graph.ranks[i, move.to.code] == graph.ranks[i, reached].max()
                assert graph.ranks[i, move.to.code] > graph.ranks[i, state.code]


def test_none_is_proven():
    answer = build_nash(PENNIES, "main").equilibria()
    assert answer.proven_none
    assert (answer.states, answer.ended, answer.obtained.complete) == ((), "all", True)


@pytest.mark.parametrize(("options", "deciders"), [(20, 3), (40, 4), (80, 6)])
def test_none_is_proven_in_a_large_conflict(options, deciders):
    case = conflict(options, deciders)
    assert build_nash(case, "main").equilibria(1).states
    assert build_nash(with_pennies(case), "main").equilibria().proven_none


def test_none_found_in_time_is_no_proof():
    nash = build_nash(PENNIES, "main", seconds=0.0)
    answer = nash.equilibria()
    assert not answer.proven_none
    assert (answer.states, answer.ended, answer.obtained.complete) == ((), "time", False)
    count = nash.count()
    assert (str(count), count.obtained.complete) == ("at least 0", False)
    member = nash.holds([])
    assert (member.holds, member.moves, member.obtained.complete) == (None, (), False)


def test_a_limit_is_no_proof_unless_it_is_just_enough():
    case = made_case({"a": ["true"]}, ["a.x", "a.y"])
    assert build_nash(case, "main").equilibria(3).ended == "limit"
    assert build_nash(case, "main").equilibria(4).ended == "all"
    assert str(build_nash(case, "main").count(3)) == "more than 3"
    assert str(build_nash(case, "main").count(4)) == "4"


def test_questions_do_not_disturb_each_other():
    nash = build_nash(made_case({"a": ["true"]}, ["a.x", "a.y"]), "main")
    listing = nash.each()
    first = next(listing)
    assert len(nash.equilibria().states) == 4
    assert len({first, *listing}) == 4


def test_answers_say_how_they_were_obtained():
    settings = Settings(fix={"us.pressure": False})
    obtained = build_nash(open_shipped("japan-russia"), "1956", settings).equilibria().obtained
    assert (obtained.model, obtained.method) == ("1956", "sat")
    assert obtained.parameters["fix"] == {"us.pressure": False}
    assert obtained.parameters["lemmas"] > 0
    assert obtained.parameters["seconds"] > 0


def test_names_and_infeasible_states_are_refused():
    case = made_case({"a": ["a.x"]}, ["a.x", "a.y"], ["not (a.x and a.y)"])
    nash = build_nash(case, "main")
    with pytest.raises(UnknownName):
        nash.holds(["a.z"])
    with pytest.raises(UsageError, match="breaks the rule `not"):
        nash.holds(["a.x", "a.y"])
    with pytest.raises(UnknownName):
        build_nash(case, "mian")


def test_take_looks_for_one_more():
    assert take(iter("ab"), 2) == (["a", "b"], "all")
    assert take(iter("abc"), 2) == (["a", "b"], "limit")


def best_rank(case: Case, state: State, owner: str) -> bool:
    """Say whether no setting of one owner's options is better, by trying every one of them."""
    model = case.models["main"]
    own = [o for o in model.options if o.startswith(f"{owner}.")]
    codes = np.arange(1 << len(own))
    truth = {o: np.full(len(codes), o in state.on) for o in model.options}
    truth |= {o: (codes >> k & 1).astype(bool) for k, o in enumerate(own)}
    columns = [evaluate(r.require, truth, lambda v: np.full(len(codes), v)) for r in model.rules]
    order = model.preferences[owner].readings["stated"].order
    wants = [evaluate(s.want, truth, lambda v: np.full(len(codes), v)) for s in order]
    ranks = lexicographic(np.stack(wants), np.all(columns, axis=0), levels_of(order))
    up = tuple(k for k, o in enumerate(own) if case.option("main", o).reversible == "no")
    free = tuple(k for k in range(len(own)) if k not in up)
    here = sum(1 << k for k, o in enumerate(own) if o in state.on)
    return bool((ranks[reach(here, Moves(free, up))] <= ranks[here]).all())


@pytest.mark.parametrize("seed", range(3))
def test_equilibria_among_forty_options_are_left_by_nobody(seed):
    case = conflict(40, 4, seed)
    nash = build_nash(case, "main")
    states = nash.equilibria(20).states
    assert len(states) == 20
    assert all(best_rank(case, state, owner) for state in states for owner in case.actors)
