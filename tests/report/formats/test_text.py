"""The screen: the answer in one screenful or two, wrapped, and nothing by colour."""

from __future__ import annotations

import pytest
from tests.report.made import CASES, hostile, report_of

from detente.report.formats.text import MEMBER, render, render_full


@pytest.mark.parametrize("name", CASES)
def test_no_line_is_wider_than_the_screen(name: str) -> None:
    for text in (render(report_of(name)), render_full(report_of(name))):
        assert max(map(len, text.splitlines())) <= 88


def test_the_answer_comes_first_and_the_points_in_order() -> None:
    text = render(report_of("japan-russia"))
    lines = text.splitlines()
    assert lines[0].startswith("TLP:CLEAR  Japan and Russia")
    assert lines[-1] == "TLP:CLEAR"
    places = [
        text.index(f"{n}. {topic}")
        for n, topic in enumerate(
            (
                "What holds",
                "Who blocks",
                "What would unlock",
                "What it turns on",
                "What each side lacks first",
            ),
            1,
        )
    ]
    assert places == sorted(places)
    assert text.index("Russia blocks") < places[0]
    assert "[002¶23, 002¶24, 001¶21]" in text
    assert len(lines) < 100


def test_has_no_colour_codes() -> None:
    assert "\x1b" not in render_full(report_of("japan-russia"))


def test_the_whole_report_has_every_section() -> None:
    text = render_full(report_of("japan-russia"))
    for section in report_of("japan-russia").sections:
        assert f"\n{section.title}\n=" in text
    assert len(text) > 50_000


def test_shows_hostile_labels_as_they_are() -> None:
    assert "<script>" in render(hostile()[1])


def test_member_names_its_suffix() -> None:
    assert (MEMBER.key, MEMBER.suffix) == ("text", ".txt")
