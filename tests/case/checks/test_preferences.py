"""Preference orders: whose, how they begin, what they name."""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[[str], list[str]]


def short(found: list[str]) -> list[str]:
    return [line.partition(" |")[0] for line in found]


def test_every_owner_of_options_wants_something(said: Say, small: str) -> None:
    found = said(small.replace("  south: [not south.open]\n", ""))
    assert found == [
        "7:1: `south` owns the option `south.open` but has no preferences | "
        "add `south:` under `preferences`: what it wants, most important first"
    ]


def test_preferences_that_are_there_but_broken_are_no_absence(said: Say, small: str) -> None:
    assert short(said(small.replace("[not south.open]", "x"))) == [
        "9:10: `south`: found `x`, expected a map"
    ]


def test_an_owner_of_options_decides(said: Say, small: str) -> None:
    found = said(small.replace("{name: South}", "{name: South, role: context}"))
    assert short(found) == ["6:3: `south` owns the option `south.open`, but its role is `context`"]


def test_preferences_belong_to_actors(said: Say, small: str) -> None:
    assert short(said(small + "  east: [south.open]\n")) == ["10:3: unknown actor `east`"]


def test_an_actor_without_options_may_have_preferences(said: Say, small: str) -> None:
    text = small.replace("actors: {", "actors: {east: {name: East}, ")
    assert said(text + "  east: [south.open]\n") == []


def test_the_first_statement_is_equal_to_none(said: Say, small: str) -> None:
    equal = "    - {want: south.open, about_equal: yes}\n"
    first = f"  south:\n{equal}{equal}"
    found = said(small.replace("  south: [not south.open]\n", first))
    assert short(found) == ["10:39: the first statement has none above it to be about equal to"]


def test_unknown_names_in_any_reading(said: Say, small: str) -> None:
    text = small.replace("[not south.open]", "{readings: {a: [not south.open], b: [south.shut]}}")
    assert short(said(text)) == ["9:47: unknown id `south.shut`"]
