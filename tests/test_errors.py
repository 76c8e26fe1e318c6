"""Errors say what is wrong, what was found and expected, and what to do."""

from __future__ import annotations

import inspect

import pytest

from detente import errors
from detente.errors import (
    DetenteError,
    FileProblem,
    InvalidCase,
    Problem,
    UnknownName,
    UsageError,
    did_you_mean,
)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "no"),
        ({"found": "x"}, "no: found `x`"),
        ({"found": ""}, "no: found ``"),
        ({"expected": "y"}, "no: expected y"),
        ({"hint": "try"}, "no: try"),
        ({"found": "x", "expected": "y", "hint": "try"}, "no: found `x`; expected y; try"),
        ({"file": "a.yaml"}, "a.yaml: no"),
        ({"file": "a.yaml", "line": 3, "hint": "try"}, "a.yaml:3: no: try"),
    ],
)
def test_a_message_is_put_together_from_what_is_known(given: dict, said: str) -> None:
    error = DetenteError("no", **given)
    assert str(error) == said
    assert error.hint == given.get("hint", "")


def test_every_error_is_in_the_tree_that_the_docstring_draws() -> None:
    classes = {
        name: kind
        for name, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, Exception)
    }
    assert all(issubclass(kind, DetenteError) for kind in classes.values())
    assert errors.__doc__ is not None
    assert set(classes) == {w for w in errors.__doc__.split() if w in classes}
    assert set(classes) <= set(errors.__all__)


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("nsh", ["nash", "gmr"], "did you mean `nash`?"),
        ("NASH", ["nash"], "did you mean `nash`?"),
        ("zzz", ["b", "a", "b"], "known: `a`, `b`"),
        (
            "zzz",
            [str(i) for i in range(9)],
            "known: " + ", ".join(f"`{i}`" for i in range(8)) + " and 1 more",
        ),
        ("zzz", [], "nothing of this kind is defined"),
    ],
)
def test_did_you_mean(name: str, known: list[str], hint: str) -> None:
    assert did_you_mean(name, known) == hint


def test_several_near_names_are_all_offered() -> None:
    hint = did_you_mean("transfer", ["transfer_1", "transfer_2", "zebra"])
    assert hint.startswith("did you mean `")
    assert hint.count("`transfer_") == 2
    assert "zebra" not in hint


def test_an_unknown_name_is_a_usage_error_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"unknown model: found `2015`; did you mean `2014`\?"):
        raise UnknownName("model", "2015", ["2014", "treaty-menu"])


def test_problems_sort_by_file_then_line_then_column() -> None:
    found = [
        Problem("b", 1, 1, "x"),
        Problem("a", 10, 1, "x"),
        Problem("a", 9, 9, "x"),
        Problem("a", 9, 1, "x"),
    ]
    assert [str(p) for p in sorted(found)] == ["a:9:1: x", "a:9:9: x", "a:10:1: x", "b:1:1: x"]
    assert str(Problem("a", 1, 2, "odd", "try")) == "a:1:2: odd (try)"


@pytest.mark.parametrize(
    ("count", "head"), [(1, "1 problem in the case"), (2, "2 problems in the case")]
)
def test_an_invalid_case_lists_its_problems_in_order(count: int, head: str) -> None:
    problems = [Problem("a", line, 1, "x") for line in range(count, 0, -1)]
    error = InvalidCase(problems)
    assert error.problems == tuple(sorted(problems))
    assert str(error).splitlines() == [head, *(f"  a:{n + 1}:1: x" for n in range(count))]


def test_errors_are_told_apart_by_kind() -> None:
    with pytest.raises(DetenteError):
        raise FileProblem("missing", file="x")
    assert not issubclass(FileProblem, UsageError)
