"""The palette: told apart by hue and shape, strong enough on white and on black."""

from __future__ import annotations

import pytest

from detente.report.figures.palette import COLOURS, DARK, GLYPHS, SHAPES, marks_of


def luminance(hue: str) -> float:
    parts = [int(hue[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", COLOURS)
def test_hues_stand_out_on_either_ground(name: str) -> None:
    assert contrast(COLOURS[name], "#FFFFFF") >= 4.5
    assert contrast(DARK[name], "#14171A") >= 4.5


def test_every_shape_has_a_glyph() -> None:
    assert list(GLYPHS) == list(SHAPES)
    assert len(set(GLYPHS.values())) == len(SHAPES)


def test_parties_without_a_colour_get_the_next_free_one() -> None:
    found = marks_of({"a": "", "b": "blue", "c": "mauve", "d": "sky"})
    assert found["b"] == ("square", "blue")
    assert found["d"] == ("diamond", "sky")
    assert len({c for _, c in found.values()}) == 4
    assert {c for _, c in found.values()} <= set(COLOURS)


def test_many_parties_still_get_marks() -> None:
    found = marks_of({str(n): "blue" for n in range(20)})
    assert len(found) == 20
    assert len(marks_of(dict.fromkeys(map(str, range(30)), ""))) == 30
