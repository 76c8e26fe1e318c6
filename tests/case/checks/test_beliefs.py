"""Attitudes and perceptions: whose, towards whom, and what they name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[[str], list[str]]


def short(found: list[str]) -> list[str]:
    return [line.partition(" |")[0] for line in found]


@pytest.fixture
def with_(said: Say, small: str) -> Say:
    """Say what is wrong where a line stands below the nine of the small case."""
    return lambda line: said(f"{small}{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "attitudes: {north: {south: devoted, north: indifferent}, south: {north: aggressive}}",
        "perceptions: {south: {readings: {north: stated}, unaware: [north.build], because: []}}",
        "perceptions: {south: {perceptions: {north: {readings: {south: stated}}}}}",
    ],
)
def test_what_may_be_said(with_: Say, line: str) -> None:
    assert with_(line) == []


def test_attitudes_are_of_decision_makers_towards_decision_makers(with_: Say) -> None:
    assert short(with_("attitudes: {west: {south: devoted}, north: {east: devoted}}")) == [
        "10:13: unknown decision maker `west`",
        "10:45: unknown decision maker `east`",
    ]


def test_an_attitude_is_one_of_three(with_: Say) -> None:
    assert short(with_("attitudes: {north: {south: fond}}")) == [
        "10:28: `south`: found `fond`, expected `devoted`, `indifferent` or `aggressive`"
    ]


def test_an_actor_without_options_neither_perceives_nor_is_perceived(said: Say, small: str) -> None:
    text = small.replace("actors: {", "actors: {east: {name: East}, ")
    found = said(f"{text}perceptions: {{east: {{}}, north: {{readings: {{east: stated}}}}}}\n")
    assert short(found) == [
        "10:15: unknown decision maker `east`",
        "10:44: unknown decision maker `east`",
    ]


def test_nobody_perceives_itself(with_: Say) -> None:
    found = with_("perceptions: {south: {readings: {south: stated}}}")
    assert found == [
        "10:34: `south` is said to perceive itself | "
        "its own reading is the first one, or the one that is chosen"
    ]
    assert short(with_("perceptions: {south: {perceptions: {south: {}}}}")) == [
        "10:37: `south` is said to perceive itself"
    ]


def test_readings_and_options_that_there_are_not(with_: Say) -> None:
    line = "perceptions: {south: {readings: {north: bold}, unaware: [north.dig, north.build]}}"
    assert short(with_(line)) == [
        "10:41: unknown reading `bold`",
        "10:58: unknown option `north.dig`",
    ]


def test_beliefs_that_are_ascribed_are_looked_at_too(with_: Say) -> None:
    line = "perceptions: {south: {perceptions: {north: {readings: {south: bold}, unaware: [x.y]}}}}"
    assert short(with_(line)) == ["10:63: unknown reading `bold`", "10:80: unknown option `x.y`"]


def test_a_model_whose_options_are_not_read_is_left_alone(said: Say, small: str) -> None:
    text = small.replace("  north.build: {label: Build a bridge}\n", "  north.build: [\n")
    assert not [p for p in said(f"{text}attitudes: {{west: {{}}}}\n") if "decision maker" in p]
