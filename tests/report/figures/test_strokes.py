"""Strokes: parties are told apart without colour."""

from __future__ import annotations

from tests.report.evolved import told

from detente.report.figures.palette import COLOURS, marks_of
from detente.report.figures.strokes import DASHES, Look, box, end, looks, stroke
from detente.report.figures.svg import Drawing


def test_each_party_has_dashes_and_a_mark_of_its_own() -> None:
    scene, _ = told(("japan-russia", "2016-12", "", "improvements", None))
    found = looks(scene, marks_of(dict.fromkeys(scene.deciders, "")))
    assert list(found) == list(scene.deciders)
    assert len({look.dash for look in found.values()}) == len(found)
    assert len({look.shape for look in found.values()}) == len(found)
    assert found["us"].name == "The United States"
    assert len(set(DASHES)) == len(DASHES) == 8


def test_what_is_drawn() -> None:
    drawing, look = Drawing("k", 100), Look("square", "blue", "7 3", "Japan")
    stroke(drawing, "M0 0H9", look)
    end(drawing, 20, 5, look)
    box(drawing, 1, 2, 30, 40)
    line, mark, head, outline = drawing.parts
    assert 'd="M0 0H9"' in line
    assert 'stroke-dasharray="7 3"' in line
    assert f'stroke="{COLOURS["blue"]}" class="s-blue"' in line
    assert "translate(5 5) scale(4.5)" in mark
    assert 'd="M20 5l-8 -4v8Z"' in head
    assert 'x="1" y="2" width="30" height="40"' in outline
    assert "dasharray" not in outline
