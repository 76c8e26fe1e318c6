"""Places inside texts, through quotes and line breaks; maps by key; joining."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.nodes import Entry, Items, Scalar, Spot, Table, join
from detente.case.places import Places
from detente.case.tree import tree_of


@pytest.mark.parametrize(
    ("written", "at", "place"),
    [
        ("a and b", 6, (1, 10)),
        ("'a and b'", 6, (1, 11)),
        ('"a and b"', 6, (1, 11)),
        ("a and\n    b", 6, (2, 5)),
        ("'a\n\n   and  b'", 6, (3, 9)),
        (">-\n  a and\n  b", 6, (3, 3)),
        ("|\n   a and b", 6, (2, 10)),
        (">\n\n  a and\n  b\n", 6, (4, 3)),
        ('"a \\x61nd b"', 6, (1, 4)),
        ("'a ''and'' b'", 6, (1, 4)),
        ("é ü 😀 b", 6, (1, 10)),
        ("a and", 5, (1, 9)),
        ("'a and'", 5, (1, 10)),
        ("a and", 0, (1, 4)),
        (">-\n  a", 0, (2, 3)),
    ],
)
def test_the_place_of_a_character_in_a_text(written: str, at: int, place: tuple[int, int]) -> None:
    tree, _ = tree_of(f"k: {written}", "x")
    assert isinstance(tree, Table)
    value = tree.get("k")
    assert isinstance(value, Scalar)
    assert value.spot.inside(at) == place
    assert value.spot.problem("odd", at=at).line == place[0]
    assert value.spot.problem("odd").line == 1


@given(st.lists(st.sampled_from(["a", "bc", "def", " ", "\n    ", "  "]), max_size=8), st.data())
def test_places_inside_plain_text_over_lines(pieces: list[str], data: st.DataObject) -> None:
    written = "x" + "".join(pieces) + "y"
    tree, _ = tree_of(f"k: {written}", "x")
    assert isinstance(tree, Table)
    value = tree.get("k")
    assert isinstance(value, Scalar)
    assert value.text is not None
    at = data.draw(st.sampled_from([i for i, c in enumerate(value.text) if not c.isspace()]))
    line, column = value.spot.inside(at)
    assert f"k: {written}".split("\n")[line - 1][column - 1] == value.text[at]


def test_joining_unlike_things_keeps_the_first() -> None:
    first, _ = tree_of("[a]", "x")
    second, _ = tree_of("{b: c}", "x")
    assert isinstance(first, Items)
    assert second is not None
    join(first, second)
    assert Places(first).plain == ["a"]


def test_a_map_by_key() -> None:
    here = Spot("x", 1, 1)
    value = Scalar("v", here)
    table = Table(here, [Entry(Scalar("a", here), value), Entry(Scalar("b", here), value)])
    assert table.get("a") is value
    assert table.get("c") is None
    assert table.names() == ["a", "b"]


def test_places_are_equal_whatever_stands_there() -> None:
    assert Spot("x", 1, 2, "raw", "text") == Spot("x", 1, 2)
    assert Spot("x", 1, 2) != Spot("x", 1, 3)
