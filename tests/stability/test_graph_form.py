"""Models read in graph form: as given, merged from options, and what both must agree in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.casebook.shipped import open_shipped

from detente.case import Case, parse, read_case
from detente.errors import UnknownName, UsageError
from detente.stability import CLASSICAL, CONCEPTS, Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.graph_analysis import GraphAnalysis
from detente.stability.graph_form import GraphForm, graph_form

PUBLISHED = {
    "nash": {"s5", "s8", "s9"},
    "seq": {"s5", "s8", "s9"},
    "gmr": {"s1", "s4", "s5", "s8", "s9"},
    "smr": {"s1", "s4", "s5", "s8", "s9"},
}
RANKINGS = {
    "moe": "s7 s3 s4 s8 s5 s1 s2 s6 s9",
    "uniroyal": "s1 s4 s8 s5 s9 s3 s7 s2 s6",
    "lg": "s7 s3 s5 s1 s8 s6 s4 s2 s9",
}


def merged(condition: str = "uniroyal.abandon") -> Case:
    """Elmira with its states of abandonment merged."""
    case = open_shipped("elmira-1991")
    model = case.models["main"].model_copy(update={"merge": (parse(condition),)})
    return case.model_copy(update={"models": {"main": model}})


def by_outcome(form: GraphForm) -> dict[str, int]:
    return {s.outcomes[0]: s.code for s in form.states}


def test_elmira_merged_has_the_nine_states_and_the_rankings_of_the_literature() -> None:
    form = graph_form(merged(), "main")
    names = by_outcome(form)
    assert len(form.states) == len(names) == 9
    for i, decider in enumerate(form.deciders):
        ranks = form.game.relations[i].ranks
        order = sorted(names, key=lambda name: -int(ranks[names[name]]))
        assert " ".join(order) == RANKINGS[decider]
        assert len(set(ranks.tolist())) == 9


@pytest.mark.parametrize("concept", PUBLISHED)
def test_elmira_merged_has_the_published_equilibria(concept: str) -> None:
    form = graph_form(merged(), "main")
    found = GraphAnalysis(form).equilibria(CONCEPTS[concept])
    assert {e.outcomes[0] for e in found} == PUBLISHED[concept]


def test_elmira_as_given_is_elmira_merged() -> None:
    given, made = (
        graph_form(open_shipped("elmira-1991"), "literature"),
        graph_form(merged(), "main"),
    )
    names = by_outcome(made)
    order = [names[s.id] for s in given.states]
    assert given.deciders == made.deciders
    assert given.status_quo.id == made.status_quo.outcomes[0] == "s1"
    for i in range(3):
        for s in given.states:
            expected = {order.index(t) for t in made.game.arcs[i].of(order[s.code]).tolist()}
            assert set(given.game.arcs[i].of(s.code).tolist()) == expected
        assert np.array_equal(given.game.relations[i].ranks, made.game.relations[i].ranks[order])


def test_a_merged_state_is_called_by_its_condition_and_keeps_what_all_have() -> None:
    form = graph_form(merged(), "main")
    over = form.find(["uniroyal.abandon"])
    assert (over.id, over.on, over.outcomes) == ("uniroyal.abandon", ("uniroyal.abandon",), ("s9",))
    assert over.label == "Plant abandoned"
    assert form.find(["UNIROYAL.ABANDON"]) == over
    assert form.find(["moe.modify", "uniroyal.abandon", "lg.insist"]) == over
    today = form.find(["uniroyal.delay"])
    assert today == form.status_quo
    assert (today.id, today.label) == ("{uniroyal.delay}", "Appeal drags on")
    assert graph_form(merged("s9"), "main").find(["s9"]).on == ("uniroyal.abandon",)


def test_what_only_some_of_the_merged_states_have_is_not_said_of_all(tmp_path: Path) -> None:
    text = TIED.partition("states:")[0] + (
        "options: {north.a: {label: A}, south.b: {label: B}, west.c: {label: C}}\n"
        "outcomes: {odd: {when: north.a and not south.b}, one: {when: not (north.a iff south.b)}}\n"
        "merge: [one and west.c]\n"
        "preferences: {north: [one], south: [not one], west: [west.c]}\n"
    )
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    form = graph_form(read_case(tmp_path), "main")
    merged_state = form.find(["one and west.c"])
    assert merged_state == form.find(["south.b", "west.c"]) == form.find(["north.a", "west.c"])
    assert (merged_state.on, merged_state.outcomes) == (("west.c",), ("one",))
    assert len(form.states) == 7
    assert form.find(["north.a"]).outcomes == ("odd", "one")
    assert form.find(["north.a"]).label == "odd; one"


def test_settings_change_a_model_of_options_before_it_is_merged() -> None:
    held = graph_form(merged(), "main", Settings(fix={"lg.insist": True}))
    assert len(held.states) == 5
    assert held.settings.fix == {"lg.insist": True}
    assert held.status_quo.outcomes == ("s5",)
    assert GraphAnalysis(held).equilibria(CONCEPTS["nash"])


def test_states_that_somebody_tells_apart_under_other_settings_are_not_merged() -> None:
    case = merged("uniroyal.abandon")
    order = case.models["main"].preferences["lg"].readings["stated"]
    odd = order.order[0].model_copy(update={"want": parse("lg.insist")})
    readings = {"stated": order, "proud": order.model_copy(update={"order": (odd, *order.order)})}
    preference = case.models["main"].preferences["lg"].model_copy(update={"readings": readings})
    preferences = {**case.models["main"].preferences, "lg": preference}
    model = case.models["main"].model_copy(update={"preferences": preferences})
    case = case.model_copy(update={"models": {"main": model}})
    assert len(graph_form(case, "main").states) == 9
    with pytest.raises(
        UsageError, match="lg does not take two merged states for the same"
    ) as error:
        graph_form(case, "main", Settings(readings={"lg": "proud"}))
    assert error.value.found == "{uniroyal.abandon} and {uniroyal.abandon, lg.insist}"


def test_conditions_that_overlap_under_some_settings_are_refused() -> None:
    case = merged()
    twice = (parse("uniroyal.abandon"), parse("uniroyal.abandon and moe.modify"))
    model = case.models["main"].model_copy(update={"merge": twice})
    with pytest.raises(UsageError, match="two conditions merge the same state"):
        graph_form(case.model_copy(update={"models": {"main": model}}), "main")


def test_option_form_is_refused_where_states_are_merged_or_given() -> None:
    with pytest.raises(UsageError, match="in graph form, for it merges states"):
        build_graph(merged(), "main")
    with pytest.raises(UsageError, match="in graph form, for it has states and no options"):
        build_graph(open_shipped("elmira-1991"), "literature")


def test_what_a_given_model_does_not_have() -> None:
    case = open_shipped("elmira-1991")
    form = graph_form(case, "literature")
    with pytest.raises(UnknownName, match="unknown state: found `s10`; did you mean `s1`"):
        form.find(["s10"])
    with pytest.raises(UnknownName, match="unknown decision maker: found `moee`"):
        form.decider("moee")
    with pytest.raises(UsageError, match="without options has no readings, options or facts"):
        graph_form(case, "literature", Settings(fix={"lg.insist": True}))
    with pytest.raises(UnknownName, match="did you mean `literature`"):
        graph_form(case, "litrature")
    assert form.find(["S5"]).label.startswith("The appeal drags on")


def test_any_model_of_options_can_be_read_in_graph_form_and_says_the_same() -> None:
    for name in ("elmira-1991", "cuba-1962", "syria-iraq-1975", "prisoners-dilemma"):
        case = open_shipped(name)
        graph, form = build_graph(case, "main"), graph_form(case, "main")
        for concept in CLASSICAL.values():
            expected = Analysis(graph).stable(concept)[:, graph.feasible]
            assert np.array_equal(GraphAnalysis(form).stable(concept), expected), name


TIED = """format: dispute-case/1
case: {id: ford, title: The ford, question: Who yields?}
actors: {north: {name: North}, south: {name: South}, west: {name: West}}
states: [s1, s2, s3, s4]
moves: {north: [s1 -> s2, s1 -> s3], south: [s1 -> s2], west: []}
ranking: {south: [[s2, s1], s3, s4], north: [s4, [s1, s2, s3]], west: [[s1, s2, s3, s4]]}
status_quo: s3
"""


def test_ties_common_moves_and_those_who_only_watch(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(TIED, encoding="utf-8")
    form = graph_form(read_case(tmp_path), "main")
    assert form.deciders == ("south", "north", "west")
    assert [r.ranks.tolist() for r in form.game.relations] == [[2, 2, 1, 0], [0, 0, 0, 1], [0] * 4]
    assert [a.of(0).tolist() for a in form.game.arcs] == [[1], [1, 2], []]
    assert form.game.today == 2
