"""Conditions and estimates as fields: read from text, written back, refused with a reason."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from detente.case.fields import DRAFT, LIKELIHOOD, AtLeast, Condition, Estimate, EstimateField
from detente.errors import UsageError


class Holder(BaseModel):
    want: Condition | None = None
    about: EstimateField | None = None
    some: Annotated[dict[str, str], AtLeast(1)] = {"a": "b"}
    two: Annotated[tuple[str, ...], AtLeast(2)] = ("a", "b")


def error(**given: Any) -> Any:
    with pytest.raises(ValidationError) as caught:
        Holder.model_validate(given)
    return caught.value.errors()[0]


numbers = st.one_of(st.integers(-1000, 1000), st.decimals(-99, 99, places=2))


@given(numbers)
def test_a_number_is_certain(number: Any) -> None:
    found = Estimate.read(str(number))
    assert found.low == found.best == found.high == float(number)
    assert Estimate.read(found.written()) == found


@given(numbers, numbers)
def test_a_range_rises(a: Any, b: Any) -> None:
    if a > b:
        with pytest.raises(UsageError, match="does not rise"):
            Estimate.read(f"{a}..{b}")
        return
    found = Estimate.read(f"{a}..{b}")
    assert (found.low, found.high) == (float(a), float(b))
    assert found.low <= found.best <= found.high
    assert Estimate.read(found.written()) == found


@given(st.lists(numbers, min_size=3, max_size=3))
def test_three_points_rise(points: list[Any]) -> None:
    given = dict(zip(("low", "best", "high"), map(str, points), strict=True))
    if points != sorted(points):
        with pytest.raises(UsageError, match="do not rise"):
            Estimate.read(given)
        return
    found = Estimate.read(given)
    assert [found.low, found.best, found.high] == [float(p) for p in points]
    assert Estimate.read(found.written()) == found


def test_words_of_likelihood_are_those_of_icd_203() -> None:
    assert [(Estimate.read(w).low, Estimate.read(w).high) for w in LIKELIHOOD] == [
        (float(low), float(high)) for low, high in LIKELIHOOD.values()
    ]
    assert all(Estimate.read(w).best == Estimate.read(w).middle for w in LIKELIHOOD)
    bands = list(dict.fromkeys(LIKELIHOOD.values()))
    assert bands == [(1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99)]
    assert str(Estimate.read(" Very  LIKELY ")) == "very likely"


@pytest.mark.parametrize(
    ("estimate", "text"),
    [
        ("70", "70"),
        ("40..60", "40..60"),
        ("0.5..1.25", "0.5..1.25"),
        ({"low": 30, "best": 40, "high": 70}, "30..70, best 40"),
        ({"low": 30, "best": 50, "high": 70}, "30..70"),
    ],
)
def test_estimates_as_text(estimate: Any, text: str) -> None:
    assert str(Estimate.read(estimate)) == text


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("40-60", "`40-60` is no estimate"),
        ("nan", "`nan` is no estimate"),
        ("inf", "`inf` is no estimate"),
        ("1e3", "`1e3` is no estimate"),
        ("9" * 400, "is no estimate"),
        ("..5", "`..5` is no estimate"),
        ("", "`` is no estimate"),
        (None, "found nothing, expected an estimate"),
        ([1, 2], "found a list, expected an estimate"),
        ({"low": 1}, "found `low`"),
        ({"low": None, "best": 1, "high": 2}, "`nothing` is no estimate"),
        ({"low": [1], "best": 1, "high": 2}, "`[1]` is no estimate"),
        ({}, "found no keys"),
    ],
)
def test_no_estimates(value: Any, said: str) -> None:
    found = error(about=value) if value is not None else error_of_none()
    assert said in found["msg"]
    assert found["ctx"]["hint"].startswith("write 70")


def error_of_none() -> Any:
    class Strict(BaseModel):
        about: EstimateField

    with pytest.raises(ValidationError) as caught:
        Strict.model_validate({"about": None})
    return caught.value.errors()[0]


def test_a_misspelt_word_of_likelihood_gets_the_nearest() -> None:
    hint = error(about="almost certian")["ctx"]["hint"]
    assert hint.startswith("did you mean `almost certain`")


def test_a_condition_is_read_and_written() -> None:
    held = Holder.model_validate({"want": "a  if (b)"})
    assert held.model_dump()["want"] == "a if b"
    assert Holder(want=held.want).want == held.want


@pytest.mark.parametrize(
    ("value", "said", "at"),
    [("a &", "`&` has no meaning", 2), ({"a": 1}, "found a map", None), ([], "found a list", None)],
)
def test_a_bad_condition_carries_its_place(value: Any, said: str, at: int | None) -> None:
    found = error(want=value)
    assert said in found["msg"]
    assert found["ctx"].get("at") == at
    assert found["ctx"]["hint"]


def test_what_is_empty_passes_in_a_draft_only() -> None:
    assert error(some={})["msg"] == "is empty, needs one entry at least"
    assert error(two=("a",))["msg"] == "has 1, needs 2 entries at least"
    assert Holder.model_validate({"some": {}, "two": ()}, context=DRAFT).two == ()


def test_the_schema_tells_how_many_are_needed() -> None:
    parts = Holder.model_json_schema()["properties"]
    assert parts["some"]["minProperties"] == 1
    assert parts["two"]["minItems"] == 2
