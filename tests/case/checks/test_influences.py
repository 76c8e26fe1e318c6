"""The causal network under check: names, repetitions, self-loops and strengths, at their places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[[str], list[str]]

NODES = "influences:\n  nodes: {A: {name: Rain}, B: {name: Flood}}\n"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ('  edges: {M1: {cause: A, effect: C, sign: "+"}}', "12:34: unknown node `C`"),
        ('  edges: {M1: {cause: a, effect: B, sign: "+"}}', "unknown node `a` | did you mean `A`?"),
        (
            '  edges: {M1: {cause: A, effect: B, sign: "+", status: view, view_of: east}}',
            "unknown actor `east`",
        ),
        (
            '  edges: {M1: {cause: A, effect: A, sign: "+"}}',
            "12:11: `A` acts on itself and nothing says why",
        ),
        (
            '  edges: {M1: {cause: A, effect: A, sign: "+", text: It feeds itself}}',
            "12:11: `A` acts on itself and nothing says why",
        ),
        (
            '  edges: {M1: {cause: A, effect: B, sign: "+"}, M2: {cause: A, effect: B, sign: "+"}}',
            "12:49: `A` to `B` with the same sign and source as `M1`",
        ),
        ('  edges: {M1: {cause: A, effect: B, sign: "+", strength: 1.5}}', "found 1.5"),
        ('  edges: {M1: {cause: A, effect: B, sign: "+", strength: 0}}', "found 0"),
        ('  edges: {M1: {cause: A, effect: B, sign: "+", strength: -0.5..0.5}}', "found -0.5..0.5"),
        ('  edges: {M1: {cause: A, effect: B, sign: "+", strength: likely}}', "found likely"),
        ('  edges: {M1: {cause: A, effect: B, sign: "+", strength: nan}}', "`nan` is no estimate"),
        ('  edges: {M1: {cause: A, effect: B, sign: "+", strength: inf}}', "`inf` is no estimate"),
        (
            '  edges: {M1: {cause: A, effect: B, sign: "+"}}\n'
            "  contested: [{edges: [M1, M9], matter: x}]",
            "13:28: unknown mechanism `M9`",
        ),
    ],
)
def test_what_is_wrong_with_a_network(said: Say, small: str, rest: str, expected: str) -> None:
    (found,) = said(f"{small}{NODES}{rest}\n")
    assert expected in found


@pytest.mark.parametrize(
    "edges",
    [
        'M1: {cause: A, effect: B, sign: "+", because: [r¶1]}, '
        'M2: {cause: A, effect: B, sign: "-", because: [r¶1]}',
        'M1: {cause: A, effect: B, sign: "+", because: [r¶1]}, '
        'M2: {cause: A, effect: B, sign: "+", because: [q¶1]}',
        'M1: {cause: A, effect: A, sign: "-", text: It tires, because: [r¶1]}',
    ],
)
def test_what_is_right(said: Say, small: str, edges: str) -> None:
    sources = "sources: {r: {title: One}, q: {title: Two}}\n"
    assert said(f"{small}{sources}{NODES}  edges: {{{edges}}}\n") == []
