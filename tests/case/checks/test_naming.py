"""Ids: spelt for use, without a dot in actors, unique in a model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "section",
    [
        "sources: {a b: {title: x}}",
        "assumptions: {a b: {text: x}}",
        "indicators: {a b: {watch: x}}",
        "issues: {a b: {label: x}}",
        "shocks: {a b: {title: x}}",
        "questions: {a b: {ask: x}}",
        "inquiries: {a b: {ask: x}}",
        "quantities: {a b: {what: x, value: 3}}",
        'derived: {a b: {what: x, compute: "1"}}',
        "outcomes: {a b: north.build}",
        "propositions: {a b: north.build}",
        "context: {a b: no}",
        "what_if: {a b: {label: x}}",
    ],
)
def test_an_id_is_a_word(said: Say, small: str, section: str) -> None:
    (found,) = said(f"{small}{section}\n")
    assert "`a b` cannot be an id | an id is made of letters" in found


def test_a_reading_is_named_by_a_word(said: Say, small: str) -> None:
    found = said(small.replace("[not south.open]", "{readings: {a b: [not south.open]}}"))
    assert [line.partition(" |")[0] for line in found] == ["9:22: `a b` cannot be an id"]


def test_an_option_is_reported_once_though_case_and_model_name_it(said: Say, small: str) -> None:
    text = small.replace("north.build", "north.build!").replace("[north.build!]", "[true]")
    assert [line.partition(" |")[0] for line in said(text)] == [
        "5:3: `north.build!` cannot be an id"
    ]


def test_an_actor_has_no_dot(said: Say, small: str) -> None:
    (found,) = said(small.replace("actors: {", "actors: {n.w: {name: W}, "))
    assert found == (
        "3:10: actor `n.w` has a dot | the id of an option is cut at its first dot to find its owner"
    )


def test_one_id_is_one_thing_in_a_model(said: Say, small: str) -> None:
    found = said(
        small + "context: {x: no}\npropositions: {x: true}\noutcomes: {north.build: true}\n"
    )
    assert [line.partition(" |")[0] for line in found] == [
        "11:16: `x` is the name of something in `context` too",
        "12:12: `north.build` is the name of something in `options` too",
    ]


@pytest.mark.parametrize("id", ["東京", "भारत", "münchen", "1956", "a-b_c.d"])
def test_ids_of_any_script(said: Say, small: str, id: str) -> None:
    text = small + f"outcomes:\n  {id}: north.build\n  o: {id} or south.open\n"
    assert said(text) == []
