"""Tests of hypotheses name models, what-ifs, readings and conditions that are there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[[str], list[str]]
START = "hypotheses: {s: {question: x, items: {h: {label: y, readings: {south: r}}, g: z}, "


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ("tests: {t: {model: other}}}}", ["unknown model `other`"]),
        (
            "tests: {t: {model: main, what_if: [dry], ask: [north.buld]}}}}",
            ["unknown reading `r`", "unknown what-if `dry`", "unknown id `north.buld`"],
        ),
        ("tests: {t: {model: main, ask: [not]}}}}", ["unknown reading `r`", "condition"]),
        ("implies: [[h, k]]}}", ["unknown hypothesis `k`"]),
        (
            "estimates: {a: {probabilities: {h: 0.5, k: 0.5}}}}}",
            ["unknown hypothesis `k`", "no probability of g"],
        ),
        ("estimates: {a: {probabilities: {h: 0.5, g: 0.5}}}}}", []),
    ],
)
def test_names_that_are_not_there(
    said: Say, small: str, sections: str, expected: list[str]
) -> None:
    found = said(f"{small}{START}{sections}\n")
    assert len(found) == len(expected), found
    for part in expected:
        assert any(part in f for f in found), found
