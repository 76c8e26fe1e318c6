"""Drawing: escaped, measured, wrapped."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from detente.report.figures.svg import Drawing, measure, wrapped

words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@given(st.lists(words, min_size=1, max_size=12), st.floats(40, 300), st.integers(1, 4))
def test_no_line_is_wider_than_asked(parts: list[str], width: float, most: int) -> None:
    lines = wrapped(" ".join(parts), width, 11, most)
    assert 1 <= len(lines) <= most
    assert all(measure(x, 11) <= width for x in lines)


@given(st.lists(words, min_size=1, max_size=12), st.floats(60, 300))
def test_nothing_is_lost_where_there_is_room(parts: list[str], width: float) -> None:
    assert "".join(wrapped(" ".join(parts), width, 11, 999)).replace(" ", "") == "".join(parts)


def test_what_does_not_fit_is_cut_with_a_sign() -> None:
    assert wrapped("one two three four five six", 60, 11, 2)[-1].endswith("…")
    assert wrapped("", 60, 11) == []


def test_wide_scripts_count_double() -> None:
    assert measure("北方領土", 10) > 1.5 * measure("abcd", 10)
    assert measure("abc", 10, bold=True) > measure("abc", 10)


def test_text_and_names_are_escaped() -> None:
    drawing = Drawing("k", 100)
    drawing.begin('a "name" <b>', 0, 30)
    drawing.text(0, 10, "<script>&", bold=True, muted=True, upright=True)
    drawing.end()
    root = ElementTree.fromstring(drawing.svg("<t>", "d & d", 30))
    ns = "{http://www.w3.org/2000/svg}"
    group = root.find(f"{ns}g")
    assert group is not None
    assert group.get("aria-label") == 'a "name" <b>'
    assert [t.text for t in root.iter(f"{ns}text")] == ["<script>&"]
    assert root.get("aria-labelledby") == "k-title k-desc"


def test_marks_of_every_shape() -> None:
    drawing = Drawing("k", 100)
    for n, shape in enumerate(
        ("circle", "square", "triangle", "diamond", "down", "star", "x", "cross")
    ):
        drawing.mark(10 * n, 5, shape, filled=n % 2 == 0, dashed=n == 1)
    drawing.rule(20, dashed=True)
    text = drawing.svg("t", "d", 30)
    ElementTree.fromstring(text)
    assert text.count("<path") == 7
    assert 'fill="none" class="s-black"' in text
