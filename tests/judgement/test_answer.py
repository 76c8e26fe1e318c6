"""Whether what was found is as expected, expectations being text as they stand in a file."""

from __future__ import annotations

import pytest

from detente.judgement.answer import CheckResult, InquiryAnswer, agrees


@pytest.mark.parametrize(
    ("found", "expected", "same"),
    [
        # numbers and bounds
        (1, "1", True),
        (1, "2", False),
        (1.0, "1", True),
        (0.5, "0.5", True),
        (3, ">= 1", True),
        (1, ">=1", True),
        (0, ">= 1", False),
        (0.1, "<= 0.1", True),
        (0.2, "<= 0.1", False),
        (0.3, "0.2..0.4", True),
        (0.2, "0.2..0.4", True),
        (0.5, "0.2..0.4", False),
        (-1, "-2..0", True),
        (3, "three", False),
        (3, "none", False),
        (3, "1..many", False),
        (3, None, False),
        # truth, absence and words
        (True, "yes", True),
        (False, "no", True),
        (True, "no", False),
        (True, "1", False),
        (1, "yes", False),
        (None, "none", True),
        (None, "0", False),
        (0, "none", False),
        ("always", "always", True),
        ("always", "never", False),
        (True, True, True),
        (None, None, True),
        (2, 2, True),
        # lists: all of it, in order
        ([], [], True),
        (["a", "b"], ["a", "b"], True),
        (("a", "b"), ["a", "b"], True),
        (["b", "a"], ["a", "b"], False),
        (["a"], ["a", "b"], False),
        ([1, True], [">= 1", "yes"], True),
        ("a", ["a"], False),
        (["a"], "a", False),
        # members
        (["a", "b"], {"includes": ["b"]}, True),
        (["a", "b"], {"includes": ["b", "c"]}, False),
        ([1, None], {"includes": ["1", "none"]}, True),
        ([], {"includes": []}, True),
        (None, {"includes": ["a"]}, False),
        (3, {"includes": ["3"]}, False),
        ("abc", {"includes": ["a"]}, False),
        # maps: each name asked for
        ({"edits": 1, "by": ["ru"]}, {"edits": "1"}, True),
        ({"edits": 1, "by": ["ru"]}, {"edits": "1", "by": ["us"]}, False),
        ({"edits": 1}, {"edit": "1"}, False),
        ({"deep": {"count": 2}}, {"deep": {"count": "1..2"}}, True),
        ({"edits": 1}, {}, True),
        (1, {"edits": "1"}, False),
    ],
)
def test_agreement(found, expected, same):
    assert agrees(found, expected) is same


def result(verdict: bool | None, needs: str = "") -> CheckResult:
    return CheckResult("equilibria", "", verdict, (), None, needs)


@pytest.mark.parametrize(
    ("verdicts", "whole"),
    [
        ([True, True], True),
        ([True, False], False),
        ([None, False], False),
        ([True, None], None),
        ([], None),
    ],
)
def test_a_question_agrees_as_its_checks_do(verdicts, whole):
    answer = InquiryAnswer("Q1", "Why?", "", (), tuple(map(result, verdicts)))
    assert answer.agrees is whole


def test_a_question_says_once_what_it_still_needs():
    checks = (
        result(None, "an engine"),
        result(True),
        result(None, "an engine"),
        result(None, "data"),
    )
    assert InquiryAnswer("Q1", "Why?", "", (), checks).needs == ("an engine", "data")
