"""What checks know: declared ids, what is unknowable, and hints."""

from __future__ import annotations

from typing import Any

import pytest

from detente.case.checks.context import Context, hint_for
from detente.case.nodes import Table
from detente.case.places import Places
from detente.case.shape import write_out
from detente.case.tree import tree_of
from detente.case.validate import validate


def context(text: str, *unread: str) -> Context:
    root, _ = tree_of(text, "case.yaml")
    assert isinstance(root, Table)
    write_out(root)
    first = Places(root)
    found = validate(root, unread)
    assert found.case is not None
    return Context(found.case, found.places, first, frozenset(unread), found.damaged)


def test_ids_are_those_that_stand_there_sound_or_not(small: str) -> None:
    found = context(small.replace("south: {name: South}", "south: South"))
    assert found.ids("actors") == {"north", "south"}
    assert set(found.case.actors) == {"north"}
    assert found.ids("models", "main", "options") == {"north.build", "south.open"}


def test_what_is_absent_is_empty_but_what_is_missing_or_no_map_is_unknown(small: str) -> None:
    found = context(small + "indicators: []\n")
    assert found.ids("sources") == set()
    assert found.ids("models", "main", "context") == set()
    assert found.ids("indicators") is None
    assert context("options: {a.x: {label: X}}").ids("actors") is None


def test_what_stands_in_an_unread_file_is_unknown(small: str) -> None:
    assert context(small, "sources").ids("sources") is None
    assert context(small, "sources").ids("issues") == set()
    assert context(small, "case").ids("issues") is None
    assert context(small, "models/b").across("outcomes") is None


def test_a_misspelt_part_is_known_under_its_right_name(small: str) -> None:
    text = small + "hypotheses: {s: {question: x, itmes: {a: b}}}\n"
    assert context(text).ids("hypotheses", "s", "items") == {"a"}


def test_across_joins_the_models(small: str) -> None:
    assert context(small + "outcomes: {o: north.build}\n").across("outcomes") == {"o"}


def test_sound_looks_at_the_sections_asked_for(small: str) -> None:
    found = context(small + "rules: [a &]\n")
    assert not found.sound("main", "rules")
    assert found.sound("main", "preferences")
    assert not context(small.replace("{label: Open the road}", "x")).sound("main", "rules")


def said(problems: Any) -> list[str]:
    return [f"{p.line}:{p.column}: {p.message} | {p.hint}" for p in problems]


def test_unknown_names(small: str) -> None:
    found = context(small)
    path = ("actors", "north")
    assert said(found.unknown(path, "actor", "nroth", {"north"}, key=True)) == [
        "3:10: unknown actor `nroth` | did you mean `north`?"
    ]
    assert said(found.unknown(path, "actor", "north", {"north"})) == []
    assert said(found.unknown(path, "actor", "nroth", None)) == []


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("jp.invset", ["jp.invest"], "did you mean `jp.invest`?"),
        ("yes", ["a"], "write `true` or `false`, or name the option alone: `x` or `not x`"),
        ("zzz", [], "nothing of this kind is defined"),
        ("аb", ["ab"], "it holds U+0430 CYRILLIC SMALL LETTER A where `ab` has `a`"),
        ("ab", ["аb"], "it holds U+0061 LATIN SMALL LETTER A where `аb` has `а`"),
        ("éa", ["éb"], "known: `éb`"),
    ],
)
def test_hints(name: str, known: list[str], hint: str) -> None:
    assert hint_for(name, known).startswith(hint.partition("did you mean")[0])
    assert hint in hint_for(name, known) or "did you mean" in hint_for(name, known)
