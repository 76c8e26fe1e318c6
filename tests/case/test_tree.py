"""The tree: text stays text, places are exact, and nothing beyond plain YAML gets through."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from detente.case.nodes import Scalar, Table
from detente.case.places import Places
from detente.case.tree import DEEPEST, read_tree, tree_of
from detente.errors import FileProblem


def plain(text: str) -> object:
    tree, problems = tree_of(text, "x")
    assert problems == []
    assert tree is not None
    return Places(tree).plain


@pytest.mark.parametrize("word", ["no", "yes", "on", "10:30", "2018-09", "1956", "0o17", "1e3"])
def test_every_plain_word_is_text(word: str) -> None:
    assert plain(f"a: {word}\n{word}: b") == {"a": word, word: "b"}


@pytest.mark.parametrize("empty", ["", "~", "null"])
def test_what_is_empty_is_none_and_what_is_quoted_is_text(empty: str) -> None:
    assert plain(f"a: {empty}") == {"a": None}
    assert plain(f"a: '{empty}'") == {"a": empty}


values = st.recursive(
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(st.text("abc._-", min_size=1), below, max_size=3)
    ),
    max_leaves=10,
)


@given(values)
def test_a_tree_holds_what_was_written(value: object) -> None:
    assert plain(json.dumps({"a": value}, ensure_ascii=False)) == {"a": value}
    flow = yaml.safe_dump({"a": value}, allow_unicode=True, default_flow_style=False, width=30)
    assert plain(flow) == {"a": value}


def test_lines_and_columns_count_from_one() -> None:
    tree, _ = tree_of("a:\n  - {b: c}\n  - 'd'", "case.yaml")
    places = Places(tree)
    assert (places.of(("a",), key=True).line, places.of(("a",), key=True).column) == (1, 1)
    assert (places.of(("a", 0, "b")).line, places.of(("a", 0, "b")).column) == (2, 9)
    assert (places.of(("a", 1)).line, places.of(("a", 1)).column) == (3, 5)


def said(text: str) -> list[str]:
    return [f"{p.line}:{p.column}: {p.message}" for p in tree_of(text, "x")[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b", ["1:4: anchor `&x`"]),
        ("a: *x", ["1:4: alias `*x`; aliases are not followed"]),
        ("a: !x b", ["1:4: tag `!x`"]),
        ("<<: {a: b}", ["1:1: merge key `<<`"]),
        ("? [a]\n: b", ["1:3: a key is a word, not a list or a map"]),
        ("~: b", ["1:1: a key is empty"]),
        ("a: b\na: c", ["2:1: key `a` stands twice"]),
        ("a: b\n---\nc: d", ["2:1: a second document begins here"]),
    ],
)
def test_what_a_case_may_not_hold_is_said_and_the_rest_read(text: str, expected: list[str]) -> None:
    assert said(text) == expected
    assert tree_of(text, "x")[0] is not None


def test_an_alias_leaves_a_hole() -> None:
    tree, _ = tree_of("a: *x", "x")
    assert isinstance(tree, Table)
    value = tree.get("a")
    assert isinstance(value, Scalar)
    assert (value.hole, value.text) == (True, None)


def test_what_stands_twice_is_joined() -> None:
    tree, _ = tree_of("a: {b: 1}\nc: [1]\na: {b: 2, d: 3}\nc: [2]\n", "x")
    assert Places(tree).plain == {"a": {"b": "1", "d": "3"}, "c": ["1", "2"]}


def test_a_key_after_a_stray_comma_is_bare() -> None:
    tree, _ = tree_of("{label: a, b, c: , d: e}", "x")
    assert isinstance(tree, Table)
    assert {e.key.text: e.bare for e in tree.entries} == {
        **{"label": False, "b": True, "c": False, "d": False}
    }


@pytest.mark.parametrize(("levels", "fits"), [(DEEPEST, True), (DEEPEST + 1, False)])
def test_forty_levels_are_read(levels: int, fits: bool) -> None:
    assert (said("[" * levels + "x" + "]" * levels) == []) is fits


def test_a_file_is_read_and_a_missing_one_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: b")
    tree, problems = read_tree(tmp_path / "a.yaml", "a.yaml")
    assert (Places(tree).plain, problems) == ({"a": "b"}, [])
    (tmp_path / "a.yaml").write_bytes(b"\xff\xfe")
    assert read_tree(tmp_path / "a.yaml", "a.yaml")[0] is None
    with pytest.raises(FileProblem):
        read_tree(tmp_path / "b.yaml", "b.yaml")


@given(st.text())
def test_any_text_is_a_tree_or_a_problem(text: str) -> None:
    tree, problems = tree_of(text, "x")
    assert all(p.message and p.file == "x" for p in problems)
    assert tree is not None or problems or not text.strip() or "#" in text or "%" in text
