"""Laying out: what moves, what stays, and that a second pass moves nothing."""

from __future__ import annotations

import pytest

from detente.case.layout import lay_out

CHANGES = [
    # levels of two, lists below their key set in
    ("a:\n    b:\n        c: d\n", "a:\n  b:\n    c: d\n"),
    ("a:\n- b\n- c\ne: f\n", "a:\n  - b\n  - c\ne: f\n"),
    ("a:\n- b:\n  - c\n- d\n", "a:\n  - b:\n      - c\n  - d\n"),
    ("-   a\n-  b: c\n   d: e\n", "- a\n- b: c\n  d: e\n"),
    ("- - a\n  - b\n", "- - a\n  - b\n"),
    # one space after a colon and a comma, none inside brackets
    ("a:   b\nlong:  c\n", "a: b\nlong: c\n"),
    ("a: { b: c,d: [ 1,2 , 3 ] }\n", "a: {b: c, d: [1, 2, 3]}\n"),
    ("a: [ ]\nb: { }\n", "a: []\nb: {}\n"),
    ("a: {b: , c: d}\n", "a: {b: , c: d}\n"),
    ('{"a":1}\n', '{"a": 1}\n'),
    # line breaks inside brackets stay, set in below the bracket or by one step
    ("a:\n  - {b: c,\n        d: [e,\n f]}\n", "a:\n  - {b: c,\n     d: [e,\n         f]}\n"),
    ("a: {\n b: c\n}\n", "a: {\n  b: c\n  }\n"),
    ("a: [\n b,\n {\n c: d\n }\n]\n", "a: [\n  b,\n  {\n    c: d\n  }\n  ]\n"),
    # comments keep their distance, and their block
    ("a: b    # c\n", "a: b    # c\n"),
    ("a:\n    # b\n    c: d\n    # e\nf: g\n# h\n", "a:\n  # b\n  c: d\n  # e\nf: g\n# h\n"),
    ("a:\n- b\n# c\n- d\n", "a:\n  - b\n  # c\n  - d\n"),
    ("a: [b, # c\n  # d\n  e]\n", "a: [b, # c\n    # d\n    e]\n"),
    # blank lines: two at most, none at the ends; white space at the end of a line goes
    ("\n\na: b\n\n\n\n\nc: d  \n\n", "a: b\n\n\nc: d\n"),
    ("a: b", "a: b\n"),
    # text over several lines
    ("a: b\n      c\n  d\n", "a: b\n  c\n  d\n"),
    ("a:\n  b: 'c\n\n       d '\n", "a:\n  b: 'c\n\n    d '\n"),
    ("a: >-\n      b\n        c\n\n      d\n\n\n\ne: f\n", "a: >-\n  b\n    c\n\n  d\n\n\ne: f\n"),
    ("a:\n    b: |2-\n         c\n", "a:\n  b: |2-\n       c\n"),
    ("a: |+\n   b\n\n\n\n\nc: d\n", "a: |+\n  b\n\n\n\n\nc: d\n"),
    # documents
    ("---\na: b\n", "---\na: b\n"),
]


@pytest.mark.parametrize(("before", "after"), CHANGES)
def test_layout(before: str, after: str) -> None:
    assert lay_out(before) == after
    assert lay_out(after) == after


def test_a_text_that_ends_without_a_line_break_gets_none_added() -> None:
    assert lay_out("a: |\n    b") == "a: |\n  b"


def test_explicit_keys_are_kept() -> None:
    assert lay_out("?   a\n:   b\n") == "? a\n: b\n"
