"""What is printed of an evolution."""

from __future__ import annotations

import pytest
from tests.casebook.shipped import open_shipped
from tests.report.evolved import TOLD, Told, told

from detente.report.scene import Scene
from detente.report.screen.evolution import SHOWN, evolution_text
from detente.report.screen.lines import WIDTH
from detente.report.words import Words
from detente.stability import build_graph
from detente.stability.destination import destination, matching
from detente.stability.evolve import evolve

FAR: Told = ("japan-russia", "2016-12", "us.waive", "moves", None)


def said(what: Told, *targets: str) -> str:
    scene, evolution = told(what)
    found = [destination(evolution, t, matching(scene.source, t)) for t in targets]
    return evolution_text(scene, evolution, found)


@pytest.mark.parametrize("what", TOLD, ids=lambda t: "-".join(map(str, t[:4])))
def test_every_evolution_keeps_to_the_width(what: Told) -> None:
    target = "s4" if what[0] == "elmira-1991" else "true"
    assert max(map(len, said(what, target).splitlines())) <= WIDTH


def test_layers_movers_and_where_it_can_stop() -> None:
    text = " ".join(said(TOLD[3]).split())
    assert "by improvements: 7 other states, 3 moves away at most. The United States would" in text
    assert "After 1 move: 3 states" in text
    assert "After 3 moves: 1 state “Withdrawal without pressure”, by taking up" in text
    assert "Last move: the Soviet Union. It can stop here." in text
    assert "The United States and the Soviet Union would gain by a move." in text
    assert (
        "Improvements can go round and round among 4 states, though some lead out of them:" in text
    )


def test_nobody_moves() -> None:
    flat = " ".join(said(TOLD[5]).split())
    assert flat.endswith("by improvements: nowhere. No party gains by a move.")
    flat = " ".join(said(TOLD[8]).split())
    assert flat.endswith("no move was looked at. More moves lead further; they were not looked at.")


def test_cut_off_and_long_lists() -> None:
    text = said(TOLD[6])
    assert "2 moves away at most. More moves lead further; they were not looked at." in " ".join(
        text.split()
    )
    assert f"… and {740 - SHOWN} more (use --json for all)" in text
    assert "… and 43 more (use --json for all)" in said(TOLD[7])
    assert "and 44 more." in said(TOLD[7])
    assert "more, in 1 of which it can stop (use --json" in said(FAR)


def test_the_least_changed_states_come_first_in_a_layer() -> None:
    text = " ".join(said(TOLD[6]).split())
    near = text[text.index("After 1 move: 57 states") :]
    assert "by giving up “Build up and assert control on the islands”. Last move: Russia." in near
    assert near.index("By giving up “Sign commercial accords”. Last") < near.index("” and “")


def test_last_movers_are_those_of_shortest_walks_only() -> None:
    text = " ".join(said(TOLD[1]).split())
    assert "Last move: the Ministry or Uniroyal." in text
    cuba = " ".join(said(TOLD[3]).split())
    assert "and “Withdraw the missiles”. Last move: the Soviet Union. It can stop here." in cuba


def test_ways_to_a_target() -> None:
    text = " ".join(said(TOLD[1], "s4", "s8").split())
    assert (
        "To “Softer order accepted”, by moves of any kind: 2 moves at least. - The Ministry" in text
    )
    assert "To “Softer order accepted over local objections”, by moves of any kind: 3 moves" in text
    assert text.endswith("… and others as short (use --json)")


def test_no_way_to_a_target() -> None:
    proven = "nothing leads there (proven: all 2 states within reach of them looked at)."
    assert proven in " ".join(said(TOLD[0], "s8").split())
    assert "(proven: the one state within reach of them looked at)" in " ".join(
        said(TOLD[5], "two_islands").split()
    )
    assert "by improvements: it is there already." in " ".join(said(TOLD[0], "s1").split())
    assert "no feasible state is like that." in said(TOLD[0], "s1 and s8")
    graph = build_graph(open_shipped("elmira-1991"), "main")
    evolution = evolve(graph, by="moves", within=2)
    found = destination(evolution, "s8", matching(graph, "s8"))
    text = evolution_text(Scene(Words(open_shipped("elmira-1991")), graph), evolution, [found])
    assert "not within 2 moves; more were not looked at." in " ".join(text.split())


def test_graph_form_tells_states_by_name() -> None:
    text = " ".join(said(TOLD[2]).split())
    assert text.startswith("literature: The nine states of the literature From today, “The appeal")
    assert "“Uniroyal abandons the plant”. Last move: Uniroyal. It can stop here." in text
