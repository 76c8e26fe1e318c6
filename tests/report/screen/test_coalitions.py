"""What is printed about a coalition."""

import pytest
from tests.casebook.shipped import open_shipped

from detente.report.screen.coalitions import coalition_text
from detente.report.screen.lines import WIDTH
from detente.stability import CONCEPTS, build_graph
from detente.stability.analysis import Analysis
from detente.stability.coalitions import assess_coalition

ELMIRA = open_shipped("elmira-1991")
ANALYSIS = Analysis(build_graph(ELMIRA, "main"))
INSISTING = ["uniroyal.delay", "lg.insist"]


def said(group, on):
    graph = ANALYSIS.graph
    finding = assess_coalition(ANALYSIS, group, graph.find(on), CONCEPTS["nash"])
    return coalition_text(ELMIRA, ANALYSIS, finding)


def test_gains_verdicts_and_jumps_are_said():
    text = " ".join(said(["moe", "uniroyal"], INSISTING).split())
    assert text.startswith("The Ministry and Uniroyal together:")
    assert "All gain by taking up “Soften the control order” and" in text
    assert "Coalition Nash stability: NOT stable." in text
    assert "Coalition sequential stability: NOT stable; nothing answers 1 of 1 gain." in text
    assert text.endswith(
        "Equilibrium jump: from “Appeal drags on, local government insists” "
        "to “Softer order accepted over local objections”."
    )


def test_a_party_alone_is_not_together():
    text = said(["lg"], ["uniroyal.delay"])
    assert text.startswith("Local government alone:\n  It gains by taking up")
    assert "Coalition symmetric metarationality: stable; every such gain is answered." in text
    assert "No state within its own reach is better than this one." in said(["lg"], INSISTING)


def test_where_there_is_nothing_to_gain():
    text = said(["moe", "lg"], INSISTING)
    assert "No state that they can bring about is better than this one for all of them." in text
    assert "No jump from one Nash equilibrium to another." in text


def test_long_lists_are_cut_and_lines_kept_short():
    case = open_shipped("japan-russia")
    analysis = Analysis(build_graph(case, "2016-12"))
    graph = analysis.graph
    far = max(graph.states, key=lambda s: -int(graph.ranks[:, s.code].sum()))
    text = coalition_text(
        case, analysis, assess_coalition(analysis, ["jp", "ru"], far, CONCEPTS["nash"])
    )
    assert "more (use --json for all)" in text
    assert max(map(len, text.splitlines())) <= WIDTH


@pytest.mark.parametrize("group", [["moe", "uniroyal"], ["lg"], ["moe", "uniroyal", "lg"]])
def test_every_state_is_told_within_the_width(group):
    for state in ANALYSIS.graph.states:
        assert max(map(len, said(group, state.on).splitlines())) <= WIDTH
