"""Unknown keys: said, read as what was meant where one slip explains them, left out otherwise."""

from __future__ import annotations

import pytest

from detente.case.nodes import Table
from detente.case.spelling import mend
from detente.case.tree import tree_of

KNOWN = ["label", "when", "because", "status_quo"]


def mended(text: str) -> tuple[list[str], list[str]]:
    table, _ = tree_of(text, "x")
    assert isinstance(table, Table)
    problems = mend(table, KNOWN)
    return table.names(), [f"{p.column}: {p.message} | {p.hint}" for p in problems]


@pytest.mark.parametrize("word", ["lable", "labell", "Label", "LABEL", "labl"])
def test_a_slip_is_read_as_what_was_meant(word: str) -> None:
    names, said = mended(f"{{{word}: x}}")
    assert names == ["label"]
    assert said == [f"2: unknown key `{word}` | did you mean `label`?"]


def test_what_nobody_meant_is_left_out() -> None:
    names, said = mended("{zebra: x, when: y}")
    assert names == ["when"]
    assert said[0].startswith("2: unknown key `zebra` | known: `because`, `label`")


def test_a_slip_beside_the_right_key_is_left_out() -> None:
    names, said = mended("{label: x, lable: y}")
    assert names == ["label"]
    assert len(said) == 1


def test_a_word_after_a_stray_comma_is_no_slip() -> None:
    names, said = mended("{when: x, labels}")
    assert names == ["when"]
    assert said == ["11: unknown key `labels` | put text that holds a comma in quotes"]


def test_known_keys_are_left_alone() -> None:
    assert mended("{when: x, because: [y]}") == (["when", "because"], [])
