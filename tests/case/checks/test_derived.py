"""Derived figures: every name is known, every computation has a result, every range can be met."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[[str], list[str]]

FIGURES = (
    "quantities: {n1: {what: x, value: 3, amounts: {usd: 3, none: 0}}, n2: {what: y, value: 4}}\n"
)


def derived(computation: str, rest: str = "") -> str:
    return FIGURES + f"derived: {{d: {{what: z, compute: '{computation}'{rest}}}}}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (derived("n3.usd"), "unknown quantity `n3`"),
        (derived("n1.eur + n1.usd"), "unknown amount of `n1` `eur`"),
        (derived("n2.usd"), "unknown amount of `n2` `usd`"),
        (derived("n1.usd / n1.none"), "it divides by nothing"),
        (derived("n1.usd ** 2"), "this is no computation"),
        (derived("n1.usd", ", within: [4, 3]"), "the range is empty"),
        (FIGURES.replace("usd: 3", "a-b: 3"), "`a-b` cannot name an amount"),
        (FIGURES.replace("usd: 3", "usd: .inf"), "found `.inf`, expected a number"),
    ],
)
def test_problems(said: Say, small: str, text: str, found: str) -> None:
    (line,) = said(small + text)
    assert found in line


def test_a_sound_one(said: Say, small: str) -> None:
    assert said(small + derived("n1.usd / 2", ", within: [1, 2]")) == []


def test_one_error_causes_no_second(said: Say, small: str) -> None:
    broken = derived("n1.usd / 2").replace("{usd: 3, none: 0}", "[3]")
    assert len(said(small + broken)) == 1
