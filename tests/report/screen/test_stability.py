"""What `stability`, `explain` and `unlock` print."""

import pytest

from detente.case import open_case
from detente.report.screen.lines import WIDTH
from detente.report.screen.stability import explain_text, stability_text, unlock_text
from detente.stability import CLASSICAL, CONCEPTS, Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.coalitions import assess_coalition
from detente.stability.unlock import unlock

CASE = open_case("japan-russia")


@pytest.mark.parametrize("model", CASE.models)
def test_every_model_prints_within_the_width(model):
    text = stability_text(CASE, [Analysis(build_graph(CASE, model))], list(CLASSICAL))
    assert max(map(len, text.splitlines())) <= WIDTH


def test_equilibria_out_of_reach_are_told_apart():
    settings = Settings({"ru": "pull-back"})
    text = stability_text(CASE, [Analysis(build_graph(CASE, "2017-11", settings))], ["nash"])
    assert "2 equilibria, the status quo among them; 1 within reach" in text
    assert "not reachable from today by self-interested moves" in " ".join(text.split())
    assert "ru read as pull-back" in text


def test_a_sanction_is_said_in_words():
    analysis = Analysis(build_graph(CASE, "2017-11", Settings({"ru": "reassure-china"})))
    today = analysis.graph.status_quo
    text = explain_text(CASE, analysis, today, [analysis.verdict("seq", "ru", today)])
    assert "Russia, Sequential stability: stable" in text
    assert "Deterred by China giving up “Back Russia”" in " ".join(text.split())


def test_edits_are_said_in_words():
    graph = build_graph(CASE, "2016-12")
    text = unlock_text(CASE, graph, unlock(graph, "two_islands", CONCEPTS["nash"]))
    assert "Russia reverses its first priority" in text
    assert "1 change at least" in text


def test_solutions_that_combine_freely_are_said_party_by_party():
    graph = build_graph(CASE, "2016-12")
    found = unlock(graph, "two_islands", CONCEPTS["nash"], keep=[("ru", 1)])
    text = unlock_text(CASE, graph, found)
    assert len(found.solutions) == 25
    assert "One from each party:" in text
    assert text.count("\n    - ") == 5 + 1 + 5


def test_coalitions_come_after_their_model():
    graphs = [build_graph(CASE, model) for model in ("1956", "1960")]
    analyses = [Analysis(graph) for graph in graphs]
    found = [
        [assess_coalition(a, ["jp", "ru"], a.graph.status_quo, CONCEPTS["nash"])] for a in analyses
    ]
    first, second = stability_text(CASE, analyses, ["nash"], found).split("\n\n")
    assert first.count("Japan and Russia together:") == 1
    assert second.count("Japan and Russia together:") == 1
