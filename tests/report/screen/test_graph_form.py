"""What is printed of a model in graph form."""

import re

import pytest
from tests.casebook.shipped import open_shipped

from detente.case import read_case
from detente.report.screen.graph_form import called, graph_explain_text, graph_stability_text
from detente.report.screen.lines import WIDTH
from detente.stability import CONCEPTS, concept_named
from detente.stability.graph import State
from detente.stability.graph_analysis import GraphAnalysis
from detente.stability.graph_coalitions import assess_graph_coalition
from detente.stability.graph_form import graph_form

ELMIRA = open_shipped("elmira-1991")
ANALYSIS = GraphAnalysis(graph_form(ELMIRA, "literature"))


def flat(text):
    return re.sub(r"\s+", " ", text).replace("self- ", "self-")


def explained(names, concepts, actors=("moe", "uniroyal", "lg")):
    where = ANALYSIS.form.find(names)
    verdicts = [ANALYSIS.verdict(concept_named(c), a, where) for a in actors for c in concepts]
    return graph_explain_text(ELMIRA, ANALYSIS.form, where, verdicts)


def test_what_holds_and_how_it_is_reached():
    found = {CONCEPTS[c]: ANALYSIS.equilibria(CONCEPTS[c]) for c in ("nash", "gmr")}
    text = graph_stability_text(ELMIRA, ANALYSIS.form, found)
    assert max(map(len, text.splitlines())) <= WIDTH
    said = flat(text)
    assert said.startswith(
        "literature: The nine states of the literature 9 states in graph form, 3 decision makers. "
        "Today: s1 (The appeal drags on) Nash stability: 3 equilibria, the status quo is not among "
        "them; 1 within reach of self-interested moves from today"
    )
    assert "General metarationality: 5 equilibria, the status quo among them; 2 within" in said
    assert "Also holds under nash, gmr; reached by Local government: s5 (The appeal drags" in said
    assert "Also holds under gmr; not reachable from today by self-interested moves: s4" in said
    assert said.count("Also holds under") == 4


def test_a_coalition_is_told_by_the_names_of_states():
    group = assess_graph_coalition(
        ANALYSIS, ["moe", "uniroyal"], ANALYSIS.form.find(["s5"]), CONCEPTS["nash"]
    )
    said = flat(graph_stability_text(ELMIRA, ANALYSIS.form, {}, [group]))
    assert "The Ministry and Uniroyal together: All gain by going to s8 (Uniroyal accepts" in said
    assert "Coalition Nash stability: NOT stable." in said
    assert "Equilibrium jump: from s5 (The appeal drags on, and" in said
    at_home = assess_graph_coalition(ANALYSIS, ["lg"], ANALYSIS.form.status_quo, CONCEPTS["nash"])
    said = flat(graph_stability_text(ELMIRA, ANALYSIS.form, {}, [at_home]))
    assert "Local government alone: It gains by going to s5" in said


def test_a_state_is_explained_with_what_answers_each_improvement():
    text = explained(["s1"], ["nash", "gmr"], ["moe", "lg"])
    assert max(map(len, text.splitlines())) <= WIDTH
    said = flat(text)
    assert "Today's state: s1 (The appeal drags on)" in said
    assert "The Ministry, Nash stability: stable No better state lies within its own reach." in said
    assert (
        "Local government, Nash stability: NOT stable It would gain by going to s5 (The appeal drags "
        "on, and local government insists on the original order). Nothing answers this."
    ) in said
    assert (
        "Local government, General metarationality: stable It would gain by going to s5 (The appeal "
        "drags on, and local government insists on the original order). Deterred by the Ministry "
        "going to s6 (The appeal drags on against a softer order, and local government insists on "
        "the original)."
    ) in said


@pytest.mark.parametrize("concept", ["policy", "berge", "lcc:2", "moe=nash,seq"])
def test_other_concepts_are_said_too(concept):
    text = explained(["s3"], [concept])
    assert flat(text).startswith("literature: The nine states of the literature The state: s3 (")
    assert text.count("stable") >= 3


def test_states_made_of_options_say_who_takes_what():
    form = graph_form(ELMIRA, "main")
    found = GraphAnalysis(form)
    text = graph_stability_text(
        ELMIRA, form, {CONCEPTS["nash"]: found.equilibria(CONCEPTS["nash"])}
    )
    said = flat(text)
    assert "Today: {uniroyal.delay} (Appeal drags on) Ministry: nothing Uniroyal: Drag out" in said
    assert "12 states in graph form" in said


STEPWISE = """format: dispute-case/1
case: {id: ford, title: The ford, question: Who yields?}
actors: {north: {name: North}, south: {name: South}}
options:
  north.pay: {label: Pay, levels: [none, half, full], steps: adjacent}
  south.open: {label: Open the road}
  south.quit: {label: Quit}
merge: [south.quit]
status_quo: {north.pay: full}
preferences:
  north: [not south.quit, south.open or south.quit, north.pay.none or south.quit]
  south: [not south.quit, north.pay.full or south.quit, not south.open or south.quit]
"""


def test_moves_between_states_of_options_are_told_by_what_changes(tmp_path):
    (tmp_path / "case.yaml").write_text(STEPWISE)
    case = read_case(tmp_path)
    form = graph_form(case, "main")
    analysis = GraphAnalysis(form)

    def explain(names, actor, concept):
        where = form.find(names)
        verdict = analysis.verdict(concept_named(concept), actor, where)
        return flat(graph_explain_text(case, form, where, [verdict]))

    half = explain(["north.pay.half"], "north", "gmr")
    assert "The state: {north.pay.half} North: Pay: half [north.pay.half] South: nothing" in half
    assert "It would gain by giving up “Pay: half”. Deterred by South going to south.quit." in half
    assert "The state: {} North: nothing South: nothing" in explain([], "south", "nash")
    assert "The state: south.quit South, Nash" in explain(["south.quit"], "south", "nash")


def test_a_name_has_its_label_where_it_has_one():
    assert called(ANALYSIS.form.find(["s9"])) == "s9 (Uniroyal abandons the plant)"
    assert called(State(2, ("a.x",))) == "{a.x}"
