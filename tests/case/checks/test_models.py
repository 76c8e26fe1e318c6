"""Names inside models: owners, options, conditions, circles, published results."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.case.checks.models import _cycle_from

Say = Callable[[str], list[str]]


def short(found: list[str]) -> list[str]:
    return [line.partition(" |")[0] for line in found]


def test_options_have_owners(said: Say, small: str) -> None:
    text = small.replace(
        "south.open: {", "west.go: {label: Go}\n  go: {label: Go}\n  south.open: {"
    )
    assert short(said(text)) == ["6:3: unknown actor `west`", "7:3: option `go` has no owner"]


def test_a_model_may_define_its_own_options_but_not_name_unknown_ones(
    said: Say, small: str
) -> None:
    text = small.partition("preferences")[0] + (
        "models:\n  m:\n    options:\n      north.build:\n      north.dig: {label: Dig}\n"
        "      north.did:\n      west.go: {label: Go}\n    preferences: {north: [north.dig]}\n"
    )
    assert short(said(text)) == [
        "12:7: unknown option `north.did`",
        "13:7: unknown actor `west`",
    ]


def test_an_option_of_the_case_that_the_model_leaves_out(said: Say, small: str) -> None:
    text = small.partition("preferences")[0] + (
        "models:\n  m:\n    options: [north.build]\n    status_quo: {south.open: yes}\n"
        "    rules: [north.build only if south.open]\n    preferences: {north: [north.build]}\n"
    )
    assert said(text) == [
        "10:18: option `south.open` is not used in this model | add it to the `options` of the model",
        "11:33: option `south.open` is not used in this model | add it to the `options` of the model",
    ]


def test_every_unknown_name_of_a_condition_has_its_column(said: Say, small: str) -> None:
    text = small + "rules:\n  - north.biuld and (south.open or not  east.go)\n"
    assert short(said(text)) == [
        "11:5: unknown id `north.biuld`",
        "11:41: unknown id `east.go`",
    ]


def test_conditions_may_use_what_is_broken_elsewhere(said: Say, small: str) -> None:
    text = small + "propositions: {p: north.build and}\noutcomes: {o: p}\n"
    assert short(said(text)) == ["10:34: the condition ends where an id was expected"]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("{p: not p}", "10:23: `p` is defined by itself: p → p"),
        ("{p: q, q: r, r: not p}", "10:19: `p` is defined by itself: p → q → r → p"),
        ("{a: p, p: q, q: p}", "10:25: `p` is defined by itself: p → q → p"),
    ],
)
def test_a_circle_is_said_once(said: Say, small: str, named: str, expected: str) -> None:
    assert short(said(f"{small}propositions: {named}\n")) == [expected]


def test_a_long_circle_is_not_written_out(said: Say, small: str) -> None:
    rows = "".join(f"  p{i}: p{(i + 1) % 30}\n" for i in range(30))
    assert short(said(f"{small}propositions:\n{rows}")) == [
        "11:7: `p0` is defined by itself: p0 → p1 → p2 → p3 → p4 → … → p0"
    ]


graphs = st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=4), max_size=8)


@given(graphs)
def test_circles_are_found_where_there_are_any(graph: dict[int, list[int]]) -> None:
    uses = {str(n): {str(m): 0 for m in below if m in graph} for n, below in graph.items()}
    done: set[str] = set()
    found = [chain for start in uses if (chain := _cycle_from(start, uses, done))]
    for chain in found:
        assert all(b in uses[a] for a, b in zip(chain, [*chain[1:], chain[0]], strict=True))
    assert bool(found) == _has_circle(uses)


def _has_circle(uses: dict[str, dict[str, int]]) -> bool:
    left = dict(uses)
    while True:
        free = [n for n, below in left.items() if not set(below) & set(left)]
        if not free:
            return bool(left)
        for n in free:
            del left[n]


def test_names_used_twice_at_every_step_cost_nothing(said: Say, small: str) -> None:
    rows = "".join(f"  p{i}: p{i + 1} and p{i + 1}\n" for i in range(60))
    assert said(f"{small}propositions:\n{rows}  p60: north.build\n") == []


def test_published_results_name_sources_and_outcomes(said: Say, small: str) -> None:
    text = small + (
        "sources: {f: {title: x}}\noutcomes: {o: north.build}\n"
        "published: [{source: g, concept: nash, outcomes: [o, p]}]\n"
    )
    assert short(said(text)) == ["12:22: unknown source `g`", "12:54: unknown outcome `p`"]


def test_the_aim_is_an_outcome(said: Say, small: str) -> None:
    text = small + "outcomes: {o: north.build}\naim: p\n"
    assert short(said(text)) == ["11:6: unknown outcome `p`"]
    assert said(text.replace("aim: p", "aim: o")) == []
