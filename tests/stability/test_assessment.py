"""The findings behind a report: complete, and the same as each analysis asked for by itself."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from tests.casebook.shipped import CASES, open_shipped
from tests.stability.drawn import cases

from detente.errors import UnknownName, UsageError
from detente.stability import CLASSICAL, CONCEPTS, Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.assessment import MOST_VARIANTS, ModelAssessment, assess_model
from detente.stability.joint import joint_improvements, preferred_by_all
from detente.stability.support import support
from detente.stability.unlock import unlock

EVERY = list(CLASSICAL.values())
FLAGSHIP = open_shipped("japan-russia")
MODELS = [(case, model) for case in CASES for model in open_shipped(case).models]


@pytest.fixture(scope="module")
def assessed() -> dict[tuple[str, str], ModelAssessment]:
    return {(c, m): assess_model(open_shipped(c), m, EVERY) for c, m in MODELS}


@pytest.mark.parametrize("key", MODELS, ids=str)
def test_every_part_is_what_the_analysis_says(assessed, key):
    found, graph = assessed[key], build_graph(open_shipped(key[0]), key[1])
    analysis, today = Analysis(graph), graph.status_quo
    assert found.id == key[1]
    assert found.equilibria == {c.key: analysis.equilibria(c) for c in EVERY}
    assert found.holds == {c.key: analysis.holds(c, today) for c in EVERY}
    assert found.verdicts == tuple(
        analysis.verdict(c, actor, today) for actor in graph.deciders for c in EVERY
    )
    assert found.unmet == analysis.unmet(today)
    assert found.supports == support(graph, today, [CONCEPTS["nash"], CONCEPTS["seq"]])


@pytest.mark.parametrize("key", MODELS, ids=str)
def test_every_group_is_looked_at(assessed, key):
    found, graph = assessed[key], build_graph(open_shipped(key[0]), key[1])
    sizes = range(2, len(graph.deciders) + 1)
    groups = [group for size in sizes for group in combinations(graph.deciders, size)]
    assert [g.actors for g in found.groups] == groups
    for g in found.groups:
        assert g.by_own_moves == joint_improvements(graph, g.actors, graph.status_quo)
        assert g.at_all == preferred_by_all(graph, g.actors, graph.status_quo)


@pytest.mark.parametrize("key", MODELS, ids=str)
def test_every_outcome_has_a_prospect(assessed, key):
    found, graph = assessed[key], build_graph(open_shipped(key[0]), key[1])
    outcomes = graph.option_model.outcomes
    assert [p.outcome for p in found.prospects] == [o for o in outcomes if graph.where(o).any()]
    for p in found.prospects:
        where = graph.where(p.outcome)
        inside = {k: [e for e in v if where[e.state.code]] for k, v in found.equilibria.items()}
        assert p.label == (outcomes[p.outcome].label or p.outcome)
        assert p.today == where[graph.status_quo.code]
        assert p.holds == {k: bool(v) for k, v in inside.items()}
        assert p.reachable == {k: any(e.reachable for e in v) for k, v in inside.items()}
        assert (p.unlocking is None) == p.holds["nash"] == (p.alone == {})


@pytest.mark.parametrize("model", ["1956", "treaty-menu", "2016-12"])
def test_prospects_name_those_without_whom_nothing_works(assessed, model):
    found, nash = assessed["japan-russia", model], CONCEPTS["nash"]
    graph = build_graph(FLAGSHIP, model)
    for p in found.prospects:
        if p.unlocking is None:
            assert p.blockers == ()
            continue
        assert p.unlocking == unlock(graph, p.outcome, nash, at_most=3)
        assert p.alone == {
            d: unlock(graph, p.outcome, nash, by=[d], at_most=2) for d in graph.deciders
        }
        without = {d: [o for o in graph.deciders if o != d] for d in graph.deciders}
        blockers = [
            d
            for d, by in without.items()
            if unlock(graph, p.outcome, nash, by=by, at_most=3).edits is None
        ]
        assert list(p.blockers) == blockers


def test_a_party_alone_in_its_model_blocks_whatever_it_does_not_want():
    for case in cases(20, 1, 3):
        for p in assess_model(case, "main", EVERY).prospects:
            assert p.blockers == (() if p.unlocking is None else ("a",))


def test_every_other_reading_is_tried_and_named_by_what_is_disputed(assessed):
    for (case, model), found in assessed.items():
        preferences = open_shipped(case).models[model].preferences
        choices = [list(preferences[d].readings) for d in found.graph.deciders]
        assert len(found.readings) == min(MOST_VARIANTS, len(list(product(*choices))) - 1)
    labels = [v.label for v in assessed["japan-russia", "2017-11"].readings]
    assert "ru: pull-back, cn: jealous" in labels
    assert len(set(labels)) == len(labels) == 5
    wedge = assessed["japan-russia", "2018-05"].readings[0]
    assert wedge.label == "ru: wedge"
    analysis = Analysis(build_graph(FLAGSHIP, "2018-05", wedge.settings))
    assert wedge.equilibria == {c.key: analysis.equilibria(c) for c in EVERY}


def test_every_what_if_is_tried(assessed):
    found = assessed["japan-russia", "2016-12"]
    overlays = found.model.what_if
    assert [v.label for v in found.what_ifs] == [o.label for o in overlays.values()]
    for variant, overlay in zip(found.what_ifs, overlays.values(), strict=True):
        assert variant.settings.fix == overlay.set
        assert variant.settings.irreversible == overlay.irreversible
        on = {**found.model.status_quo, **overlay.set}
        assert set(variant.status_quo.on) == {o for o, v in on.items() if v}
        assert set(variant.holds) == set(variant.equilibria) == set(CLASSICAL)


def test_what_ifs_that_contradict_what_is_held_are_left_out():
    """Else nothing at all could be said of a model with that option held."""
    found = assess_model(FLAGSHIP, "2014", EVERY, Settings(fix={"jp.harsh": True}))
    labels = [v.label for v in found.what_ifs]
    assert labels == [
        o.label for o in found.model.what_if.values() if o.set != {"jp.sanction": False}
    ]
    assert len(labels) == 3


def test_settings_reach_every_part():
    settings = Settings(readings={"ru": "pull-back"}, fix={"jp.redeploy": True})
    found = assess_model(FLAGSHIP, "2017-11", EVERY, settings)
    assert found.graph.settings == settings
    assert found.obtained.parameters == {
        "concepts": list(CLASSICAL),
        "readings": {"jp": "stated", "jf": "stated", "ru": "pull-back", "cn": "jealous"},
        "fix": {"jp.redeploy": True},
        "context": {},
        "irreversible": [],
    }
    for variant in (*found.readings, *found.what_ifs):
        assert variant.settings.fix["jp.redeploy"] is True
    assert {v.settings.readings["ru"] for v in found.readings} == {
        "excuse",
        "pull-back",
        "reassure-china",
    }


def test_how_it_was_obtained_names_the_text_it_was_read_from(assessed):
    for (case, model), found in assessed.items():
        obtained = found.obtained
        assert (obtained.case, obtained.model) == (open_shipped(case).case.id, model)
        assert obtained.digest == open_shipped(case).digest
        assert len(obtained.digest) == 64


def test_the_concepts_asked_for_are_those_reported():
    found = assess_model(FLAGSHIP, "treaty-menu", [CONCEPTS["gmr"], CONCEPTS["smr"]])
    assert found.concepts == ("gmr", "smr")
    assert found.supports[0].deleted == {}
    assert {v.concept for v in found.verdicts} == set(found.equilibria) == {"gmr", "smr"}
    assert found.sole == ("gmr", "smr")


def test_what_cannot_be_assessed():
    with pytest.raises(UnknownName, match="did you mean `2014`"):
        assess_model(FLAGSHIP, "204", EVERY)
    with pytest.raises(UsageError, match="status quo is not feasible"):
        assess_model(FLAGSHIP, "2016-12", EVERY, Settings(fix={"ru.return2": True}))
