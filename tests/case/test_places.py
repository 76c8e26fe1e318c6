"""Paths and places: the nearest part that the file holds."""

from __future__ import annotations

from detente.case.nodes import Scalar
from detente.case.places import Places, find
from detente.case.tree import tree_of

TREE, _ = tree_of("a:\n  b: [x, {c: y}]\n", "x")


def test_of_falls_back_to_the_nearest_part() -> None:
    places = Places(TREE)
    assert places.of(("a", "b", 1, "c")).column == 14
    assert places.of(("a", "b", 7, "c")) == places.of(("a", "b"))
    assert places.of(("z", "b"), key=True) == places.of(())
    assert places.known(("a", "z", "b")) == ("a",)


def test_plain_is_the_tree_without_places() -> None:
    assert Places(TREE).plain == {"a": {"b": ["x", {"c": "y"}]}}


def test_find_is_exact() -> None:
    found = find(TREE, ("a", "b", 1, "c"))
    assert isinstance(found, Scalar)
    assert found.text == "y"
    assert find(TREE, ("a", "b", 2)) is None
    assert find(TREE, ("a", "z")) is None
    assert find(TREE, ("a", "b", 0, "c")) is None
    assert find(TREE, ()) is TREE
