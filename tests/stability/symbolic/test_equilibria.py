"""Equilibria by SAT equal those by enumeration; a proof and a search cut short are told apart."""

from __future__ import annotations

import pytest
from benchmarks.beyond import conflict, with_pennies
from tests.casebook.shipped import CASES, open_shipped
from tests.judgement.asked import PENNIES
from tests.stability.drawn import cases, made_case
from tests.stability.symbolic.pairs import ANSWERED, FEW, SIZES, drawn_pairs, listed, pair

from detente.case.model import Shift
from detente.errors import UnknownName, UsageError
from detente.stability import Settings, build_graph
from detente.stability.symbolic.equilibria import EquilibriumSet, build_set, take
from detente.stability.symbolic.lemmas import Examined
from detente.stability.symbolic.stays import holds

MODELS = [(name, model) for name in CASES for model in open_shipped(name).models]


def found(equilibria: EquilibriumSet) -> set[int]:
    """Return every equilibrium, each of which must be found once."""
    answer = equilibria.equilibria(5000)
    assert answer.complete
    codes = [state.code for state in answer.states]
    assert len(codes) == len(set(codes))
    return set(codes)


@pytest.mark.parametrize(("deciders", "options", "longest", "many"), SIZES)
def test_drawn_models_have_the_same_nash_equilibria(deciders, options, longest, many):
    sizes = set()
    for graph, nash in drawn_pairs(deciders, options, longest, many):
        assert found(nash) == listed(graph), graph.option_model
        sizes.add(len(listed(graph)))
    assert len(sizes) > 5


@pytest.mark.parametrize("concept", ANSWERED)
def test_drawn_models_have_the_same_equilibria(concept):
    sizes = set()
    for deciders, options, longest, many in FEW:
        for graph, equilibria in drawn_pairs(deciders, options, longest, many, concept):
            assert found(equilibria) == listed(graph, concept), graph.option_model
            sizes.add((len(listed(graph, concept)), len(graph.states)))
    assert len(sizes) > 15


@pytest.mark.slow
@pytest.mark.parametrize("concept", ANSWERED)
def test_many_drawn_models_have_the_same_equilibria(concept):
    for deciders, options, longest, many in [(3, 7, 5, 30), (4, 9, 7, 10), (2, 8, 8, 10)]:
        for graph, equilibria in drawn_pairs(deciders, options, longest, many, concept):
            assert found(equilibria) == listed(graph, concept), graph.option_model


@pytest.mark.parametrize("concept", ["a=nash,b=gmr,seq", "c=smr,sseq", "b=seq,nash"])
def test_each_decision_maker_by_its_own_concept(concept):
    for graph, equilibria in drawn_pairs(3, 6, 5, 10, concept):
        assert found(equilibria) == listed(graph, concept)


@pytest.mark.parametrize(("name", "model"), MODELS)
def test_shipped_models_have_the_same_nash_equilibria(name, model):
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


@pytest.mark.parametrize("concept", ANSWERED)
@pytest.mark.parametrize(("name", "model"), MODELS)
def test_shipped_models_have_the_same_equilibria(name, model, concept):
    graph, equilibria = pair(open_shipped(name), model, None, concept)
    answer, expected = equilibria.equilibria(60), listed(graph, concept)
    codes = {state.code for state in answer.states}
    assert codes <= expected
    assert answer.ended == ("all" if len(expected) <= 60 else "limit")
    assert len(codes) == min(60, len(expected))


def test_none_is_proven():
    answer = build_set(PENNIES, "main").equilibria()
    assert answer.proven_none
    assert (answer.states, answer.ended, answer.obtained.complete) == ((), "all", True)


@pytest.mark.parametrize("concept", ["smr", "sseq"])
def test_none_is_proven_where_others_answer(concept):
    none = 0
    for case in cases(50, 2, 3, 3):
        if not listed(build_graph(case, "main"), concept):
            none += 1
            assert build_set(case, "main", concept).equilibria().proven_none
    assert none


@pytest.mark.parametrize(("options", "deciders"), [(20, 3), (40, 4), (80, 6)])
def test_none_is_proven_in_a_large_conflict(options, deciders):
    case = conflict(options, deciders)
    assert build_set(case, "main").equilibria(1).states
    assert build_set(with_pennies(case), "main").equilibria().proven_none


@pytest.mark.parametrize("concept", ["nash", *ANSWERED])
def test_none_found_in_time_is_no_proof(concept):
    equilibria = build_set(PENNIES, "main", concept, seconds=0.0)
    answer = equilibria.equilibria()
    assert not answer.proven_none
    assert (answer.states, answer.ended, answer.obtained.complete) == ((), "time", False)
    count = equilibria.count()
    assert (str(count), count.obtained.complete) == ("at least 0", False)


def test_a_limit_is_no_proof_unless_it_is_just_enough():
    case = made_case({"a": ["true"]}, ["a.x", "a.y"])
    for concept in ("nash", "seq"):
        assert build_set(case, "main", concept).equilibria(3).ended == "limit"
        assert build_set(case, "main", concept).equilibria(4).ended == "all"
        assert str(build_set(case, "main", concept).count(3)) == "more than 3"
        assert str(build_set(case, "main", concept).count(4)) == "4"


def test_questions_do_not_disturb_each_other():
    equilibria = build_set(made_case({"a": ["true"]}, ["a.x", "a.y"]), "main")
    listing = equilibria.each()
    first = next(listing)
    assert len(equilibria.equilibria().states) == 4
    assert len({first, *listing}) == 4


def test_the_first_guess_is_a_nash_equilibrium_where_there_is_one():
    """It needs no lemma, and any other first guess would be left."""
    for concept in ANSWERED:
        equilibria = build_set(open_shipped("japan-russia"), "2016-12", concept)
        assert next(equilibria.each()) == equilibria.game.status_quo
        assert equilibria.lemmas == 0


def test_answers_say_how_they_were_obtained():
    settings = Settings(fix={"us.pressure": False})
    case = open_shipped("japan-russia")
    for concept in ("nash", "smr"):
        obtained = build_set(case, "1956", concept, settings).equilibria().obtained
        assert (obtained.model, obtained.method) == ("1956", "sat")
        assert obtained.parameters["concept"] == concept
        assert obtained.parameters["fix"] == {"us.pressure": False}
        assert obtained.parameters["lemmas"] > 0
        assert obtained.parameters["seconds"] > 0


def test_names_are_refused():
    with pytest.raises(UnknownName):
        build_set(PENNIES, "mian")
    with pytest.raises(UnknownName):
        build_set(PENNIES, "main", "nahs")
    with pytest.raises(UsageError, match=r"the symbolic engine needs .* threshold: found `sim`"):
        build_set(PENNIES, "main", "sim")


def test_take_looks_for_one_more():
    assert take(iter("ab"), 2) == (["a", "b"], "all")
    assert take(iter("abc"), 2) == (["a", "b"], "limit")


def test_progress_is_told():
    told: list[str] = []
    equilibria = build_set(conflict(40, 4), "main", "smr", progress=told.append)
    equilibria.clock().check()
    assert not told
    clock = equilibria.clock()
    clock.start -= 1
    clock.check()
    assert told == ["smr: 0 equilibria seen, 0 lemmas, 1 s"]


@pytest.mark.parametrize("concept", ["nash", *ANSWERED])
def test_equilibria_among_eighty_options_hold_by_themselves(concept):
    """What a set of equilibria calls one, a fresh engine that saw nothing else calls one, too."""
    case = conflict(80, 6, seed=4)
    states = build_set(case, "main", concept).equilibria(3).states
    assert len(states) == 3
    for state in states:
        assert holds(build_set(case, "main", concept), state).holds


def test_what_is_not_settled_is_asked_again():
    equilibria = build_set(PENNIES, "main", "gmr")
    equilibria.seconds = 0.0
    assert equilibria.equilibria().ended == "time"
    equilibria.seconds = None
    assert found(equilibria) == listed(build_graph(PENNIES, "main"), "gmr")
    assert equilibria.critics[0].examine(0b11, equilibria.clock()) == Examined(True)
