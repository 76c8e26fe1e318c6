"""Whole sets by diagrams equal those by enumeration, and what SAT says where nothing can be listed."""

from __future__ import annotations

import pytest
from benchmarks.beyond import conflict, with_pennies
from tests.casebook.shipped import CASES, open_shipped
from tests.judgement.asked import PENNIES
from tests.stability.diagrams.twins import drawn_games, states_of
from tests.stability.drawn import made_case
from tests.stability.symbolic.ladder import ladder
from tests.stability.symbolic.pairs import listed, stable

from detente.case import Case
from detente.errors import UnknownName, UsageError
from detente.stability import CLASSICAL, Settings, build_graph
from detente.stability.diagrams.sets import _told, diagram_sets
from detente.stability.diagrams.solve import Job, solve
from detente.stability.symbolic.equilibria import build_set
from detente.stability.symbolic.game import read_game
from detente.stability.symbolic.questions import backbone, nearest, projection

MIXED = ["a=nash,b=gmr,seq", "c=smr,sseq", "b=seq,nash"]
MODELS = [
    pytest.param(name, id, marks=[pytest.mark.slow] * (len(model.options) > 8))
    for name in CASES
    for id, model in open_shipped(name).models.items()
]


def assert_equal(graph, game, concept):
    """Assert that every set is the same by enumeration; return how many equilibria there are."""
    sets, want = diagram_sets(game, concept), stable(graph, concept) & graph.feasible
    assert (str(sets), sets.feasible) == ("settled", graph.feasible.sum())
    assert tuple(sets.stable) == graph.deciders
    for actor, own in zip(graph.deciders, want, strict=True):
        assert states_of(sets.stable[actor]) == {int(s) for s in own.nonzero()[0]}, concept
    assert states_of(sets.equilibria) == listed(graph, concept)
    return sets.equilibria.count


@pytest.mark.parametrize("concept", [*CLASSICAL, *MIXED])
def test_drawn_models(concept):
    sizes = set()
    for deciders, options, longest, many in [(2, 4, 4, 10), (3, 6, 5, 12), (4, 7, 5, 3)]:
        if concept in CLASSICAL or deciders == 3:
            for graph, game in drawn_games(deciders, options, longest, many):
                sizes.add(assert_equal(graph, game, concept))
    assert len(sizes) > 3


@pytest.mark.slow
@pytest.mark.parametrize("concept", CLASSICAL)
def test_many_drawn_models(concept):
    for size in [(2, 5, 6, 40), (3, 7, 5, 20), (4, 9, 7, 4)]:
        for graph, game in drawn_games(*size):
            assert_equal(graph, game, concept)


@pytest.mark.parametrize(("name", "model"), MODELS)
def test_shipped_models(name, model):
    case = open_shipped(name)
    for concept in CLASSICAL:
        assert_equal(build_graph(case, model), read_game(case, model), concept)


def test_no_equilibrium_is_a_proof():
    for case in (PENNIES, with_pennies(conflict(40, 4))):
        sets = diagram_sets(read_game(case, "main"))
        assert (str(sets), sets.equilibria.count, sets.equilibria.nearest()) == ("settled", 0, None)


@pytest.mark.parametrize("rungs", [4, 12])
def test_an_answer_of_many_moves_counts(rungs):
    for case, stays in ((ladder(rungs), True), (ladder(rungs, broken=rungs // 2), False)):
        game = read_game(case, "main")
        for concept in ("gmr", "seq"):
            own = diagram_sets(game, concept).stable["a"]
            assert own.holds(["a.rope"]) or not stays
            build = build_set(case, "main", concept)
            for state in [*own.sample(3), game.status_quo]:
                assert (
                    own.holds(state) == build.critics[0].examine(state.code, build.clock()).stable
                )


@pytest.mark.parametrize("deciders", [3, 6])
def test_sat_agrees_where_nothing_can_be_listed(deciders):
    case = conflict(60, deciders, seed=deciders)
    found = diagram_sets(read_game(case, "main")).equilibria
    nash = build_set(case, "main")
    assert found.count > 10**9
    assert all(found.holds(state) for state in nash.equilibria(100).states)
    shared, near = backbone(nash), nearest(nash)
    assert shared.obtained.complete
    assert found.fixed == shared.fixed
    assert len(found.nearest().changes) == len(near.changes)
    names = [f"p{i}.o{i}" for i in range(3)]
    assert sorted(found.projection(names)) == list(projection(nash, names).values)


def test_sat_counts_the_same_where_few_options_are_free():
    counts = set()
    for seed in range(2):
        case = conflict(80, 6, seed=seed)
        (state,) = diagram_sets(read_game(case, "main")).equilibria.sample(1, seed=seed)
        data = case.model_dump(mode="json", exclude_unset=True)
        data["models"]["main"]["status_quo"] = dict.fromkeys(state.on, True)
        case = Case.model_validate(data)
        held = list(case.models["main"].options)[4 * seed :][:68]
        settings = Settings(fix={option: option in state.on for option in held})
        sets = diagram_sets(read_game(case, "main", settings))
        listed_by_sat = build_set(case, "main", settings=settings).equilibria(1000)
        assert listed_by_sat.complete
        assert sets.equilibria.count == len(listed_by_sat.states)
        assert all(sets.equilibria.holds(found) for found in listed_by_sat.states)
        counts.add(sets.equilibria.count)
    assert max(counts) > 20


def test_sequential_stability_of_single_states_agrees_with_sat():
    case = conflict(24, 4, seed=5)
    game, build = read_game(case, "main"), build_set(case, "main", "seq")
    sets = diagram_sets(game, "seq")
    for state in build.equilibria(20).states:
        assert sets.equilibria.holds(state)
    for actor, critic in zip(game.deciders, build.critics, strict=True):
        for other in sets.stable.values():
            for state in other.sample(5):
                want = critic.examine(state.code, build.clock()).stable
                assert sets.stable[actor].holds(state) == want


def test_limits_leave_what_was_settled_and_claim_nothing():
    game = read_game(conflict(40, 4), "main")
    cut = diagram_sets(game, "seq", nodes=2000)
    assert (cut.ended, cut.equilibria, cut.obtained.complete) == ("nodes", None, False)
    assert str(cut).startswith("unknown: the diagrams grew too large, ")
    late = diagram_sets(game, "seq", seconds=0)
    assert (late.ended, late.feasible, late.stable) == ("time", None, {})
    assert str(late) == "unknown: the time was up, 0 of 4 decision makers settled"
    job = Job(game, (("none", False),) * 4)
    told = _told(job, CLASSICAL["nash"], list(solve(job))[:3], "time", 1.0)
    assert (list(told.stable), told.equilibria) == (["p0", "p1"], None)
    assert str(told) == "unknown: the time was up, 2 of 4 decision makers settled"
    whole = diagram_sets(game, "nash", seconds=60)
    assert whole.ended == "all"
    assert whole.equilibria.count == diagram_sets(game).equilibria.count
    assert whole.obtained.method == "diagrams"
    assert whole.obtained.parameters["concept"] == "nash"


def test_concepts_that_are_no_thresholds_or_not_there():
    game = read_game(made_case({"a": ["a.x"], "b": ["b.y"]}, ["a.x", "b.y"]), "main")
    with pytest.raises(UsageError, match="needs a concept that is a threshold: found `sim`"):
        diagram_sets(game, "sim")
    with pytest.raises(UnknownName):
        diagram_sets(game, "nsh")
    assert diagram_sets(game, CLASSICAL["smr"]).concept.key == "smr"


def test_one_decision_maker_alone():
    game = read_game(
        made_case({"a": ["a.x", "a.z"]}, ["a.x", "a.z"], ["not (a.x and a.z)"]), "main"
    )
    for concept in CLASSICAL:
        found = diagram_sets(game, concept).equilibria
        assert [state.on for state in found.first(9)] == [("a.x",)]
