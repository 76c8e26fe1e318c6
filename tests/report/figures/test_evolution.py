"""The figure of an evolution: every state and arrow is there, readable, named and in the table."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
from tests.report.evolved import TOLD, Told, figure_of, held_in, told
from tests.report.formats.test_html import COLLISIONS, browser
from tests.report.made import material_of, report_of

from detente.report.blocks import FigureBlock, blocks_of
from detente.report.evolving import shown_states
from detente.report.figures.palette import COLOURS
from detente.report.figures.svg import measure

__all__ = ["browser"]  # a fixture

SVG = "{http://www.w3.org/2000/svg}"
every_figure = pytest.mark.parametrize("what", TOLD, ids=lambda t: "-".join(map(str, t[:4])))


class Words(NamedTuple):
    """A line of text and the box that it takes up."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def words_in(root: Any) -> list[Words]:
    found = []
    for e in root.iter(f"{SVG}text"):
        size, text = float(e.get("font-size")), e.text or ""
        wide = measure(text, size, e.get("font-weight") == "700")
        x, y = float(e.get("x")), float(e.get("y"))
        left = x - wide / 2 if e.get("text-anchor") == "middle" else x
        found.append(Words(text, left, y - 0.78 * size, left + wide, y + 0.22 * size))
    return found


@every_figure
@pytest.mark.parametrize("titled", [False, True])
def test_no_words_overlap_or_leave_the_frame(what: Told, titled: bool) -> None:
    root = ElementTree.fromstring(figure_of(what, titled).svg)
    wide, tall = map(float, root.get("viewBox", "").split()[2:])
    words = words_in(root)
    for a in words:
        assert a.left >= 0, a
        assert a.top >= 0, a
        assert a.right <= wide, a
        assert a.bottom <= tall, a
    for a, b in combinations(words, 2):
        apart = a.right <= b.left or b.right <= a.left or a.bottom <= b.top or b.bottom <= a.top
        assert apart, (a, b)


def lines_in(root: Any) -> list[tuple[float, float, float, float]]:
    """Return the straight parts of every line: from x, from y, to x, to y."""
    found = []
    for e in root.iter(f"{SVG}path"):
        if e.get("fill") != "none":
            continue
        x = y = 0.0
        for sign, numbers in re.findall(r"([MHV])([-\d. ]+)", e.get("d")):
            before = x, y
            values = [float(v) for v in numbers.split()]
            x = values[0] if sign in "MH" else x
            y = values[-1] if sign in "MV" else y
            if sign != "M":
                found.append((*before, x, y))
    return found


@every_figure
def test_lines_keep_out_of_words_and_do_not_lie_on_each_other(what: Told) -> None:
    root = ElementTree.fromstring(figure_of(what).svg)
    upright: dict[float, list[tuple[float, float]]] = {}
    for x, y, to_x, to_y in lines_in(root):
        for w in words_in(root):
            beside = max(x, to_x) <= w.left or min(x, to_x) >= w.right
            assert beside or max(y, to_y) <= w.top or min(y, to_y) >= w.bottom, w
        if x == to_x:
            upright.setdefault(x, []).append((y, to_y))
    for lines in upright.values():
        for (a, b), (c, d) in combinations(lines, 2):
            assert b <= c or d <= a


@every_figure
def test_each_state_can_be_walked_to_and_says_what_it_is(what: Told) -> None:
    scene, evolution = told(what)
    rows = shown_states(scene, evolution, held_in(what))
    root = ElementTree.fromstring(figure_of(what).svg)
    groups = [g for g in root.iter(f"{SVG}g") if g.get("tabindex") == "0"]
    labels = [g.get("aria-label", "") for g in groups]
    assert len(set(labels)) == len(rows)
    for label, row in zip(labels, rows, strict=True):
        assert label.startswith(f"{row.number}. {row.name}.")
        assert all(change in label for change in row.changes)
        assert row.status in label
        assert not row.came or f"Last move: {row.came}." in label
    for g in groups:
        hit = g.find(f"{SVG}rect")
        assert hit is not None
        assert float(hit.get("height", 0)) >= 24


@every_figure
def test_the_table_is_the_drawing_as_text(what: Told) -> None:
    scene, evolution = told(what)
    figure = figure_of(what)
    rows = shown_states(scene, evolution, held_in(what))
    assert figure.table == tuple(r.cells for r in rows)
    root = ElementTree.fromstring(figure.svg)
    assert root.findtext(f"{SVG}title") == figure.title
    assert root.findtext(f"{SVG}desc") == figure.takeaway == figure.alt
    numbers = [w.text for w in words_in(root) if w.text.isdigit()]
    assert numbers == [r.cells[0] for r in rows]


@every_figure
def test_an_arrow_for_each_last_move_with_the_mark_of_who_makes_it(what: Told) -> None:
    scene, evolution = told(what)
    rows = shown_states(scene, evolution, held_in(what))
    sources = [(n, actor) for r in rows for n, actor in r.sources]
    root = ElementTree.fromstring(figure_of(what).svg)
    heads = [e for e in root.iter(f"{SVG}path") if (e.get("d") or "").endswith("l-8 -4v8Z")]
    legend = len({actor for _, actor in sources})
    assert len(heads) == len(sources) + legend
    names = {scene.words.actor(a, start=True) for _, a in sources}
    said = {w.text for w in words_in(root)}
    assert {f"{name} moves" for name in names} <= said
    headings = {w.text for w in words_in(root) if w.text.startswith("After ")}
    assert len(headings) == len({r.found.moves for r in rows} - {0})


@every_figure
def test_states_in_which_it_can_stop_have_a_second_outline(what: Told) -> None:
    scene, evolution = told(what)
    rows = shown_states(scene, evolution, held_in(what))
    root = ElementTree.fromstring(figure_of(what).svg)
    for group, row in zip(root.iter(f"{SVG}g"), rows, strict=True):
        boxes = [e for e in group.iter(f"{SVG}rect") if e.get("class") == "s-black"]
        dashed = [e for e in boxes if e.get("stroke-dasharray")]
        assert len(boxes) == 1 + (row.found.stops or row.held)
        assert len(dashed) == (row.held and not row.found.stops)


def test_many_lines_make_it_wider_and_few_do_not() -> None:
    few = ElementTree.fromstring(figure_of(TOLD[0]).svg)
    assert float(few.get("width", 0)) == 364
    wide = ElementTree.fromstring(figure_of(TOLD[1]).svg)
    assert float(wide.get("width", 0)) <= 370


def test_what_is_left_out_is_said_and_a_title_stands_in_the_drawing_if_wanted() -> None:
    figure = figure_of(TOLD[6], titled=True)
    said = " ".join(w.text for w in words_in(ElementTree.fromstring(figure.svg)))
    assert "Not drawn: 731 states more (48 after one move, 683 after two moves)." in said
    assert figure.title in said
    assert figure.takeaway in said
    assert figure.title not in " ".join(
        w.text for w in words_in(ElementTree.fromstring(figure_of(TOLD[6]).svg))
    )


@pytest.mark.parametrize("name", ["elmira-1991", "cuba-1962", "chicken", "japan-russia"])
def test_reports_show_it_where_today_does_not_last(name: str) -> None:
    blocks = [b for b in blocks_of(report_of(name)) if isinstance(b, FigureBlock)]
    keys = [b.figure.key for b in blocks if b.figure.key.startswith("fig-evolution")]
    moving = [m.id for m in material_of(name).models if len(m.evolution.reached) > 1]
    assert keys == [f"fig-evolution-{id}" for id in reversed(moving)]
    assert bool(keys) == (name != "japan-russia")


def test_words_fit_in_a_browser(browser: Any) -> None:
    drawings = "".join(f'<div class="drawing">{figure_of(w, titled=True).svg}</div>' for w in TOLD)
    page = browser.new_page(viewport={"width": 420, "height": 900})
    page.set_content(drawings)
    assert page.evaluate(COLLISIONS) == []
    page.close()


def test_colours_are_those_of_the_palette() -> None:
    for what in TOLD:
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", figure_of(what).svg))
        assert used <= {*COLOURS.values(), "#57606A", "#D0D7DE", "#FFFFFF"}
