"""What-ifs and shocks name what is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        ("{set: {north.dig: yes}}", "unknown option `north.dig`"),
        ("{irreversible: [north.dig]}", "unknown option `north.dig`"),
        ("{context: {e.rain: no}}", "unknown context bit `e.rain`"),
        ("{readings: {east: calm}}", "unknown actor `east`"),
        ("{readings: {south: wild}}", "unknown reading `wild`"),
        ("{preferences.east: {move: north.build, to: top}}", "unknown actor `east`"),
        (
            "{preferences.north: {move: south.open, to: top}}",
            "`north` has no statement `south.open`",
        ),
        ("{preferences.north: {move: north.build, to: left}}", "`to`: found `left`"),
        ("{preferences.north: {move: north.build and, to: top}}", "the condition ends"),
        ("{preferences.north: {to: top}}", "`move` is missing"),
    ],
)
def test_a_what_if(said: Say, small: str, overlay: str, expected: str) -> None:
    text = small.replace("[not south.open]", "{readings: {calm: [not south.open]}}")
    found = said(f"{text}context: {{e.flood: no}}\nwhat_if: {{w: {overlay}}}\n")
    assert len(found) == 1
    assert found[0].startswith("11:")
    assert expected in found[0]


@pytest.mark.parametrize(
    "overlay",
    [
        "{label: x, set: {north.build: yes}, context: {e.flood: yes}, readings: {south: calm}}",
        "{irreversible: [north.build], because: [{modeller: x}]}",
        "{preferences.south: {move: not  south.open, to: bottom}}",
    ],
)
def test_a_sound_what_if(said: Say, small: str, overlay: str) -> None:
    text = small.replace("[not south.open]", "{readings: {calm: [not south.open]}}")
    assert said(f"{text}context: {{e.flood: no}}\nwhat_if: {{w: {overlay}}}\n") == []


def test_a_shock_may_touch_any_model(said: Say, small: str) -> None:
    model = "options: [{}]\n    preferences: {{{}: [{}]}}\n"
    text = small.partition("preferences")[0] + (
        "models:\n  m:\n    "
        + model.format("north.build", "north", "north.build")
        + "  n:\n    "
        + model.format("south.open", "south", "not south.open")
        + "shocks:\n  s:\n    title: x\n    changes:\n"
        + "      - {status_quo: {north.build: no, south.open: yes, east.go: no}}\n"
        + "      - {preferences.south: {move: not south.open, to: top}}\n"
        + "      - {preferences.south: {move: south.open, to: top}}\n"
        + "      - {context: {e.flood: yes}}\n"
    )
    assert [line.partition(" |")[0] for line in said(text)] == [
        "18:57: unknown option `east.go`",
        "20:36: `south` has no statement `south.open` that could be moved",
        "21:20: unknown context bit `e.flood`",
    ]
