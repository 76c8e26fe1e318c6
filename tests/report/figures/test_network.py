"""The figure of a causal network: what it shows, and that it says the same as its table."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from tests.casebook.shipped import open_shipped
from tests.influence.nets import case_with

from detente.errors import TooLarge
from detente.influence import build_network, pulse
from detente.influence.loops import find_loops
from detente.report.figures.network import network_figure

CASE = open_shipped("japan-russia")
NETWORK = build_network(CASE)
SVG = "{http://www.w3.org/2000/svg}"


def parsed(figure) -> ElementTree.Element:
    return ElementTree.fromstring(figure.svg)


def boxes(root) -> list[tuple[float, float, float, float]]:
    found = []
    for group in root.iter(f"{SVG}g"):
        rect = group.find(f"{SVG}rect")
        x, y, w, h = (float(rect.get(k)) for k in ("x", "y", "width", "height"))
        found.append((x, y, x + w, y + h))
    return found


def test_the_whole_network_is_drawn_and_told() -> None:
    figure = network_figure(CASE, NETWORK)
    assert len(figure.table) == len(NETWORK.links) == 106
    root = parsed(figure)
    labels = [g.get("aria-label") for g in root.iter(f"{SVG}g")]
    assert len(labels) == 62
    assert all(g.get("tabindex") == "0" for g in root.iter(f"{SVG}g"))
    (hard,) = (label for label in labels if "[HARD]" in label.partition(".")[0])
    for link in NETWORK.links:
        if "HARD" in (NETWORK.nodes[link.cause], NETWORK.nodes[link.effect]):
            assert f"{'raises' if link.sign > 0 else 'lowers'}, {link.id})" in hard
    curves = [p for p in root.iter(f"{SVG}path") if p.get("fill") == "none"]
    assert sum(p.get("stroke-dasharray") is not None for p in curves) == sum(
        link.sign < 0 for link in NETWORK.links
    )


def test_boxes_do_not_overlap_and_lie_within_the_drawing() -> None:
    for figure in (
        network_figure(CASE, NETWORK),
        network_figure(CASE, NETWORK, pulse=pulse(NETWORK, {"OIL": 1})),
    ):
        root = parsed(figure)
        width, height = float(root.get("width")), float(root.get("height"))
        found = boxes(root)
        for k, (x0, y0, x1, y1) in enumerate(found):
            assert 0 <= x0 < x1 <= width
            assert 0 <= y0 < y1 <= height
            for a0, b0, a1, b1 in found[:k]:
                assert x1 <= a0 or a1 <= x0 or y1 <= b0 or b1 <= y0


def test_columns_run_from_forces_to_outcomes() -> None:
    root = parsed(network_figure(CASE, NETWORK))
    place = {}
    for group in root.iter(f"{SVG}g"):
        node = re.search(r"\[(\w+)\]", group.get("aria-label"))[1]
        place[node] = float(group.find(f"{SVG}rect").get("x"))
    kinds = dict(zip(NETWORK.nodes, NETWORK.kinds, strict=True))
    by_kind = {k: {place[n] for n in place if kinds[n] == k} for k in ("force", "state", "outcome")}
    assert max(by_kind["force"]) < min(by_kind["state"])
    assert max(by_kind["state"]) < min(by_kind["outcome"])


def test_some_mechanisms_are_drawn_alone() -> None:
    kept = {link.id for loop in find_loops(NETWORK).found for link in loop.links}
    figure = network_figure(CASE, NETWORK, links=kept)
    assert {row[0] for row in figure.table} == kept
    joined = {n for k in NETWORK.links if k.id in kept for n in (k.cause, k.effect)}
    assert len(boxes(parsed(figure))) == len(joined)


def test_a_pulse_says_which_way_each_box_goes() -> None:
    found = pulse(NETWORK, {"SANC": 1})
    figure = network_figure(CASE, NETWORK, pulse=found)
    labels = [g.get("aria-label") for g in parsed(figure).iter(f"{SVG}g")]
    words = {"up": "rises", "down": "falls", "ambiguous": "pulled both ways"}
    told = {re.search(r"\[(\w+)\]", label)[1]: label.partition(".")[0] for label in labels}
    reached = {n: r for n, r in found.responses.items() if r.direction != "none"}
    assert set(told) == {*reached, "SANC"}
    assert all(told[n].endswith(words[r.direction]) for n, r in reached.items())
    assert told["SANC"].endswith("pushed")
    assert "push" in figure.title
    ups = sum(r.direction == "up" for r in reached.values())
    assert f"{ups} nodes robustly up" in figure.takeaway


def test_text_from_a_case_is_escaped() -> None:
    case = case_with([('<b>"', "b&", "+")])
    parsed(network_figure(case, build_network(case)))


def test_a_node_that_nothing_joins_is_in_the_whole_only() -> None:
    case = case_with([("a", "b", "+")], ["a", "b", "alone"])
    network = build_network(case)
    whole = network_figure(case, network)
    assert "Alone [alone]" in whole.svg
    assert "Alone" not in network_figure(case, network, links=["M1"]).svg


def test_what_nobody_could_read_is_not_drawn() -> None:
    chain = case_with([(f"n{k}", f"n{k + 1}", "+") for k in range(200)])
    network = build_network(chain)
    with pytest.raises(TooLarge, match="201"):
        network_figure(chain, network)
    assert len(network_figure(chain, network, links=["M1", "M2"]).table) == 2
    dense = case_with([(f"n{k}", f"m{j}", "+") for k in range(25) for j in range(25)])
    with pytest.raises(TooLarge, match="625"):
        network_figure(dense, build_network(dense))
