"""What `check` and `show` print."""

import pytest

from detente.case import open_case
from detente.errors import Problem
from detente.evidence.anchors import open_library
from detente.report.screen.cases import problems_text, show_text
from detente.report.screen.lines import WIDTH

CASE = open_case("japan-russia")


def test_problems_one_a_line_and_their_number():
    problems = [Problem("case.yaml", n, 1, "wrong") for n in (1, 2)]
    text = problems_text(CASE, problems, open_library({}, []))
    assert text.splitlines() == ["case.yaml:1:1: wrong", "case.yaml:2:1: wrong", "2 problems"]


def test_no_problems_says_what_was_looked_at():
    text = problems_text(CASE, [], open_library(CASE.sources, []))
    assert text.startswith("No problems: 10 models, 5 sources, 30 questions.")


@pytest.mark.parametrize("model", ["", *CASE.models])
def test_a_case_prints_within_the_width(model):
    assert max(map(len, show_text(CASE, model).splitlines())) <= WIDTH


def test_readings_are_shown_apart():
    text = " ".join(show_text(CASE, "2017-11").split())
    assert "What Russia wants, most important first, reading pull-back" in text


def test_a_flood_of_problems_is_cut_short_on_screen():
    problems = [Problem("case.yaml", n, 1, "wrong") for n in range(1, 1001)]
    text = problems_text(CASE, problems, open_library({}, []))
    assert len(text.splitlines()) == 202
    assert "… and 800 more" in text
    assert text.endswith("1,000 problems")
