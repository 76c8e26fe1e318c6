"""What every figure of a report must carry."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from tests.report.made import CASES, hostile, report_of

from detente.report.blocks import FigureBlock, Report, blocks_of
from detente.report.figure import Figure

SVG = "{http://www.w3.org/2000/svg}"


def figures(report: Report) -> list[Figure]:
    return [b.figure for b in blocks_of(report) if isinstance(b, FigureBlock)]


@pytest.mark.parametrize("name", [*CASES, "hostile"])
def test_figures_stand_alone_and_say_what_they_show(name: str) -> None:
    found = figures(hostile()[1] if name == "hostile" else report_of(name))
    keys = [f.key for f in found if not f.key.startswith("fig-evolution-")]
    assert keys[:2] == ["fig-holding", "fig-parties"]
    assert set(keys[2:]) <= {"fig-network", "fig-events"}
    for figure in found:
        root = ElementTree.fromstring(figure.svg)
        assert root.tag == f"{SVG}svg"
        assert root.find(f"{SVG}title").text == figure.title  # type: ignore[union-attr]
        assert root.find(f"{SVG}desc").text == figure.takeaway  # type: ignore[union-attr]
        assert figure.takeaway.endswith(".")
        assert figure.alt
        assert all(len(row) == len(figure.head) for row in figure.table)
        assert figure.table


@pytest.mark.parametrize("name", CASES)
def test_every_mark_and_word_has_its_own_colour(name: str) -> None:
    for figure in figures(report_of(name)):
        root = ElementTree.fromstring(figure.svg)
        for kind in ("text", "circle", "path", "rect"):
            assert all("fill" in e.attrib for e in root.iter(f"{SVG}{kind}"))
        assert "style" not in figure.svg
        assert all(e.get("aria-label") for e in root.iter(f"{SVG}g"))
