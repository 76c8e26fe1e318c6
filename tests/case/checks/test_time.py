"""Dates: nothing after `as_of` counts as known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Say = Callable[[str], list[str]]


@pytest.fixture
def dated(small: str) -> str:
    return small.replace("question:", "as_of: 2018-05, question:") + "sources: {r: {title: x}}\n"


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("evidence: {e: {claim: x, source: r, date: 2018-06}}", "evidence of 2018-06, after"),
        ("evidence: {e: {claim: x, source: r, date: 2018-05-31}}", None),
        ("evidence: {e: {claim: x, source: r, date: 2018}}", None),
        ("evidence: {e: {claim: x, source: r, date: 2018-04..2019}}", None),
        ("timeline: [{date: 2018-06-01, title: x}]", "event of 2018-06-01, after"),
        ("timeline: [{date: 2018-06, title: x, status: expected}]", None),
        ("timeline: [{date: 2018-06, title: x, status: later}]", None),
        ("timeline: [{date: 2017, title: x, status: expected}]", None),
        ("timeline: [{date: 2018-05, title: x}]", None),
    ],
)
def test_what_a_case_may_know(said: Say, dated: str, section: str, expected: str | None) -> None:
    found = said(f"{dated}{section}\n")
    assert len(found) == (expected is not None)
    assert not found or expected in found[0]


def test_a_case_without_as_of_knows_all(said: Say, small: str) -> None:
    assert said(f"{small}timeline: [{{date: 9999, title: x}}]\n") == []


@pytest.mark.parametrize(("horizon", "count"), [("2018-04", 1), ("2018-05", 0), ("2019", 0)])
def test_the_horizon_lies_ahead(said: Say, dated: str, horizon: str, count: int) -> None:
    found = said(dated.replace("question:", f"horizon: {horizon}, question:"))
    assert len(found) == count
    assert not found or "the horizon 2018-04 lies before as_of 2018-05" in found[0]


def test_a_model_is_not_after_its_case(said: Say, dated: str) -> None:
    text = dated.partition("preferences")[0] + (
        "sources: {r: {title: x}}\nmodels:\n  m:\n    as_of: 2019\n    options: [north.build]\n"
        "    preferences: {north: [north.build]}\n"
    )
    (found,) = said(text)
    assert "10:12: model of 2019, after the case's as_of 2018-05" in found
