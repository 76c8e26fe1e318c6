"""Validation reports each misfit once, at its place, and goes on with the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.case.nodes import Table
from detente.case.shape import write_out
from detente.case.tree import tree_of
from detente.case.validate import Validated, validate

Say = Callable[[str], list[str]]


def validated(text: str, unread: tuple[str, ...] = ()) -> Validated:
    root, _ = tree_of(text, "x")
    assert isinstance(root, Table)
    write_out(root)
    return validate(root, unread)


def test_a_sound_tree_is_a_case(small: str) -> None:
    found = validated(small)
    assert (found.problems, found.damaged) == ([], set())
    assert found.case is not None
    assert found.case.case.id == "ford"


def test_missing_sections_are_stood_in_for_and_the_rest_is_there() -> None:
    found = validated("options: {a.x: {label: X}}\nrules: [a.x]\n")
    assert sorted(p.message for p in found.problems) == [
        f"`{name}` is missing" for name in ("actors", "case", "format", "preferences")
    ]
    assert found.case is not None
    assert str(found.case.models["main"].rules[0].require) == "a.x"
    assert found.case.actors == {}


def test_an_empty_tree_says_what_a_case_needs() -> None:
    found = validated("{}")
    assert [p.message for p in found.problems] == [
        f"`{name}` is missing" for name in ("actors", "case", "format", "models")
    ]


def test_what_could_not_be_read_is_not_called_missing() -> None:
    assert validated("{}", ("case",)).problems == []
    said = [p.message for p in validated("{}", ("actors",)).problems]
    assert "`actors` is missing" not in said
    assert "`models` is missing" in said


def test_what_is_cut_out_is_known_as_damaged(small: str) -> None:
    found = validated(small + "rules: [a, b &, c]\nrun: {samples: x}\n")
    assert ("models", "main", "rules", 1, "require") in found.damaged
    assert ("run", "samples") in found.damaged
    assert found.case is not None
    assert found.case.run.samples == 400
    assert [str(r.require) for r in found.case.models["main"].rules] == ["a", "true", "c"]


def test_one_mistake_is_one_problem(said: Say, small: str) -> None:
    assert said(small + "timeline: [{date: [x], title: y}]\n") == [
        "10:19: `date`: found a list, expected a date | "
        "write 2018, 2018-09, 2018-09-20 or a span such as 2018-09..2018-10"
    ]


def test_a_misspelt_required_key_is_not_missing_too(said: Say, small: str) -> None:
    found = said(small.replace("title: The ford", "titel: The ford"))
    assert found == ["2:18: unknown key `titel` | did you mean `title`?"]


def test_unknown_and_missing_keys_of_one_map_are_both_said(said: Say, small: str) -> None:
    found = said(small.replace("title: The ford", "zebra: The ford"))
    assert [line.partition(" |")[0] for line in found] == [
        "2:1: `title` is missing in `case`",
        "2:18: unknown key `zebra`",
    ]


def test_problems_of_many_depths_come_in_one_go(said: Say, small: str) -> None:
    text = small.replace("{label: Open the road}", "{lable: Open the road, reversible: never}")
    text += "timeline:\n  - {date: x, title: y, score: 11, between: {a: b}}\n  - {date: 2018}\n"
    found = [line.partition(" |")[0] for line in said(text)]
    assert [line.partition(": ")[0] for line in found] == [
        *("6:16", "6:50", "11:12", "11:32", "11:45", "12:5"),
    ]


def test_list_entries_keep_their_places_when_others_are_cut(said: Say, small: str) -> None:
    text = small + "timeline:\n" + "  - odd\n  - {date: 2018, title: x, by: east}\n" * 3
    found = [line.partition(" |")[0] for line in said(text)]
    assert [line.split(":")[0] for line in found] == ["11", "12", "13", "14", "15", "16"]
    assert found[1] == "12:32: unknown actor `east`"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("preferences: {north: []}", "reading `stated` of `north` is empty"),
        ("preferences: {north: {readings: {}}}", "`readings` is empty"),
        ("preferences: {}", "`preferences` is empty"),
        (
            "preferences: {north: {readings: {shy: {order: []}}}}",
            "reading `shy` of `north` is empty",
        ),
    ],
)
def test_what_must_not_be_empty(said: Say, small: str, text: str, line: str) -> None:
    small = small.partition("options")[0] + "options: {north.build: {label: Build}}\n"
    found = said(f"{small}{text}\n")
    assert len(found) == 1
    assert f"{line}, needs one entry at least" in found[0]


def test_what_becomes_empty_by_cutting_is_not_called_empty(said: Say, small: str) -> None:
    found = said(small.replace("[not south.open]", "[south.open &]"))
    assert [line.partition(" |")[0] for line in found] == [
        "9:22: `&` has no meaning in a condition"
    ]
