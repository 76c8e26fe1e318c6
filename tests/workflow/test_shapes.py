"""Findings as plain data: every shape survives JSON unchanged."""

import json

import pytest

from detente.case import open_case
from detente.errors import Problem
from detente.judgement import answer_inquiries
from detente.stability import CONCEPTS, Settings, build_graph
from detente.stability.analysis import Analysis
from detente.stability.coalitions import assess_coalition
from detente.stability.unlock import unlock
from detente.workflow import shapes

CASE = open_case("japan-russia")


def through_json(data):
    return json.loads(json.dumps(data, allow_nan=False))


def test_model_shape_lists_states_by_options_on():
    analysis = Analysis(build_graph(CASE, "2017-11", Settings({"ru": "reassure-china"})))
    data = shapes.model_shape(analysis, ["nash", "seq"])
    assert through_json(data) == data
    assert data["readings"]["ru"] == "reassure-china"
    reached = data["paths"]["nash"][0]
    assert reached["moves"][-1]["to"] == reached["to"] == data["equilibria"]["nash"][0]


def test_context_in_force_is_reported():
    graph = build_graph(CASE, "2018-05", Settings(context={"e.profit": True}))
    assert shapes.model_shape(Analysis(graph), ["nash"])["context"] == {"e.profit": True}


def test_verdict_shape():
    analysis = Analysis(build_graph(CASE, "2016-12"))
    verdict = analysis.verdict("seq", "jp", analysis.graph.status_quo)
    data = shapes.verdict_shape(verdict)
    assert through_json(data) == data
    assert data["first_unmet"] == {"position": 4, "of": 11, "statement": "two_island_deal"}


@pytest.mark.parametrize("by", [[], ["jp", "us"]])
def test_unlock_shape(by):
    found = unlock(build_graph(CASE, "2016-12"), "two_islands", CONCEPTS["nash"], by=by)
    data = shapes.unlock_shape("2016-12", found)
    assert through_json(data) == data
    assert data["searched"] == {"by": by or ["jp", "ru", "us"], "at_most": 3}


def test_answer_shape():
    (answer,) = answer_inquiries(CASE, ["Q6"])
    data = shapes.answer_shape(answer)
    assert data["agrees"] is True
    assert [c["agrees"] for c in data["checks"]] == [True, True]
    assert len(data["found"]) == len(data["expected"]) == 2


def test_problem_shape():
    assert shapes.problem_shape(Problem("a.yaml", 1, 2, "wrong", "right"))["hint"] == "right"


def test_coalition_shape():
    analysis = Analysis(build_graph(open_case("elmira-1991"), "main"))
    today = analysis.graph.status_quo
    found = assess_coalition(analysis, ["lg"], today, CONCEPTS["nash"])
    data = shapes.coalition_shape(found)
    assert through_json(data) == data
    assert data["state"] == list(today.on)
    assert len(data["sanctions"]["cgmr"]) == len(data["improvements"]) == 1
    assert data["sanctions"]["cnash"] == [None]
    assert data["sanctions"]["cgmr"] != [None]
    assert shapes.model_shape(analysis, ["nash"], [found])["coalitions"] == [data]
    assert shapes.model_shape(analysis, ["nash"])["coalitions"] == []
