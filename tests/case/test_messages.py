"""What a misfit is told, and how the format is looked up by path."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.case.messages import annotation_at, keys_at
from detente.evidence.part import When


def test_the_format_is_found_by_path() -> None:
    assert annotation_at(("timeline", 3, "date")) is When
    assert annotation_at(("models", "x", "preferences", "a", "readings", "r", "weight")) is not None
    assert annotation_at(("models", "x", "nothing")) is None
    assert annotation_at(("sources", "s", "container-title")) is str


def test_keys_are_found_by_path() -> None:
    assert "unsure" in keys_at(("models", "x", "preferences", "a", "readings", "r", "order", 0))
    assert "container-title" in keys_at(("sources", "s"))
    assert "likelihood" in keys_at(("questions", "q", "prior"))
    assert keys_at(("actors",)) == []
    assert {"case", "models"} <= set(keys_at(()))
    assert not {"folder", "digest"} & set(keys_at(()))


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("actors: Japan", "10:9: `actors`: found `Japan`, expected a map | write `key: value`"),
        ("rules: {}", "10:8: `rules`: found a map, expected a list | begin each entry with `- `"),
        ("rules: ~", "10:8: `rules`: found nothing, expected a list | begin each entry with `- `"),
        ("rules: a", "10:8: `rules`: found `a`, expected a list | write `[a]`"),
        ("sources: {r: Report}", "found `Report`, expected a map | write `{title: Report}`"),
        ("sources: {r: {title: [x]}}", "found a list, expected text | put text that begins"),
        ("sources: {r: {title: }}", "found nothing, expected text | write text after the `:`"),
        ("run: {samples: a lot}", "found `a lot`, expected a whole number | write the number"),
        ("run: {samples: 0}", "found `0`, expected 1 or more | write a number in this range"),
        (
            "timeline: [{date: 2018, title: x, status: soon}]",
            "found `soon`, expected `past`, `expected` or `later` | write one of these",
        ),
        (
            "timeline: [{date: 2018, title: x, status: expect}]",
            "expected `past`, `expected` or `later` | did you mean `expected`?",
        ),
        ("timeline: [{date: 2018}]", "10:12: `title` is missing | add `title: …` here"),
        ("sources: {r: {}}", "`title` is missing in `r` | add `title: …` here"),
        (f"run: {{samples: {'x' * 99}}}", f"found `{'x' * 40}…`, expected a whole number"),
    ],
)
def test_found_expected_and_what_to_do(
    said: Callable[[str], list[str]], small: str, section: str, expected: str
) -> None:
    if section.startswith("actors"):
        small = small.replace("actors: {north: {name: North}, south: {name: South}}\n", "")
        expected = expected.replace("10:9", "9:9")
    found = said(f"{small}{section}\n")
    assert any(expected in line for line in found), found
