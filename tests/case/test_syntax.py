"""What the parser of YAML complains about is said in our words (see also test_reader_broken)."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from detente.case.syntax import syntax_problem
from detente.case.tree import tree_of


@pytest.mark.parametrize(
    ("text", "place", "said", "hint"),
    [
        ("a: {b: c", (1, 4), "`{` is not closed before the end of the file", "add the `}`"),
        ("a: {b: c\n", (1, 4), "`{` is not closed before line 2", "add the `}`"),
        ("a: [b\nc: d", (1, 4), "`[` is not closed before line 2", "add the `]`"),
        ("a: {b: c,\n  d: 'e' f}", (2, 10), "`f}` inside the map that `{`", "close it with `}`"),
        ("a: 'b", (1, 4), "the quotation mark `'` is never closed", "add a `'`"),
        ("a: 'it's'", (1, 8), "`s'` after a closing quotation mark", "write `''`"),
        ("a:\n\tb: c", (2, 1), "a tab in the indentation", "spaces"),
        ("a: b\n   c: d", (2, 5), "`c: d` continues the line above", "its neighbours"),
        ("a: {b: c}}", (1, 10), "`}` closes nothing", "remove it"),
        ("a: [", (1, 5), "the file ends where a value was expected", "close what is open"),
        ("\t", (1, 1), "text cannot begin with a tab", "in quotes"),
        ("a: `b`", (1, 4), "cannot begin with a backtick", "in quotes"),
        ("a: *(b)", (1, 4), "cannot begin with `*`", "in quotes"),
        ('a: "\\q"', (1, 5), "`\\` means something", "single quotes"),
        ("%FOO\n---\na: b", (1, 5), "is no directive", "begins with `%`"),
    ],
)
def test_place_message_and_hint(text: str, place: tuple[int, int], said: str, hint: str) -> None:
    (problem,) = tree_of(text, "x")[1]
    assert (problem.line, problem.column) == place
    assert said in problem.message
    assert hint in problem.hint


def test_an_error_without_a_place_is_shown_all_the_same() -> None:
    problem = syntax_problem(yaml.YAMLError("odd\nvery odd"), "x", "a")
    assert str(problem) == "x:1:1: no valid YAML: odd (put the text in quotes)"


def test_an_error_that_we_have_no_words_for_is_shown_in_those_of_the_parser() -> None:
    mark = yaml.Mark("x", 2, 0, 2, None, None)
    error = yaml.MarkedYAMLError(problem="something new", problem_mark=mark)
    assert "1:3: no valid YAML: something new" in str(syntax_problem(error, "x", "a: b"))


@given(st.text(st.sampled_from("a: {}[]'\"-\n\t#,*&!|>%@`?\\"), max_size=30))
def test_every_error_lies_inside_the_text_and_says_what_to_do(text: str) -> None:
    for problem in tree_of(text, "x")[1]:
        lines = text.split("\n")
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.hint
        assert problem.message
