"""The strokes of a network tell signs, states and disputes, in words and without colour."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from tests.influence.nets import case_with

from detente.influence import build_network, pulse
from detente.report.figures.network import network_figure

SVG = "{http://www.w3.org/2000/svg}"


def parsed(figure) -> ElementTree.Element:
    return ElementTree.fromstring(figure.svg)


def test_contested_and_unobserved_mechanisms_are_marked() -> None:
    edges = [("a", "b", "+", {"status": "hypothesis"}), ("a", "b", "-")]
    case = case_with(edges)
    contested = {"contested": [{"edges": ["M1", "M2"], "matter": "which way"}]}
    shape = case.influences.model_dump() | contested
    case = case.model_copy(update={"influences": type(case.influences).model_validate(shape)})
    figure = network_figure(case, build_network(case))
    texts = [t.text for t in parsed(figure).iter(f"{SVG}text")]
    assert "h≠" in texts
    assert "≠" in texts
    assert [row[4] for row in figure.table] == ["hypothesis, contested", "observed, contested"]


def test_marks_and_tips_tell_directions_without_colour() -> None:
    case = case_with([("a", "b", "+"), ("a", "c", "-"), ("b", "d", "+"), ("c", "d", "+")])
    network = build_network(case)
    root = parsed(network_figure(case, network, pulse=pulse(network, {"a": 1})))
    marks = {}
    for group in root.iter(f"{SVG}g"):
        texts = [text.text for text in group.iter(f"{SVG}text")]
        marks[texts[0]] = texts[-1]
    assert marks == {"A [a]": "●", "B [b]": "▲", "C [c]": "▼", "D [d]": "◆"}
    paths = list(root.iter(f"{SVG}path"))
    drawn = list(zip(paths[::2], paths[1::2], strict=True))
    assert len(drawn) == 4
    for line, tip in drawn:
        lowers = line.get("stroke-dasharray") is not None
        assert tip.get("d").endswith("v10" if lowers else "Z")
        end = float(re.findall(r"([\d.]+) [\d.]+$", line.get("d"))[0])
        assert float(tip.get("d")[1:].split()[0]) == end - 3 * lowers


def test_names_with_markup_are_written_as_text() -> None:
    case = case_with([('<b>"x" & é</b>', "שלום", "+")])
    figure = network_figure(case, build_network(case))
    labels = [g.get("aria-label") for g in parsed(figure).iter(f"{SVG}g")]
    assert any('<B>"X" & É</B>' in label for label in labels)


def test_the_legend_names_only_signs_that_occur() -> None:
    case = case_with([("a", "b", "+", {"status": "view"})])
    texts = [t.text for t in parsed(network_figure(case, build_network(case))).iter(f"{SVG}text")]
    assert any("v: view" in t for t in texts)
    assert not any("hypothesis" in t or "contested" in t or "pushed" in t for t in texts)
