"""Dates as people know them, text on one line, and errors that carry a hint."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from detente.errors import UsageError
from detente.evidence.part import Part, Text, When, WhenField, misfit


class Note(Part):
    text: Text = ""
    when: WhenField | None = None


days = st.dates(date(100, 1, 1))


@given(days)
def test_a_day(day: date) -> None:
    when = When.parse(day.isoformat())
    assert (when.start, when.end, when.about) == (day, day, False)


@given(days)
def test_a_month_and_a_year_reach_to_their_last_day(day: date) -> None:
    month = When.parse(f"{day.year:04}-{day.month:02}")
    last = calendar.monthrange(day.year, day.month)[1]
    assert (month.start.day, month.end.day) == (1, last)
    year = When.parse(f"{day.year:04}~")
    assert (year.start, year.end) == (date(day.year, 1, 1), date(day.year, 12, 31))
    assert year.about


@given(days, days)
def test_a_span_runs_forwards(first: date, last: date) -> None:
    text = f"{first.isoformat()}..{last.isoformat()}"
    if last < first:
        with pytest.raises(UsageError, match="ends before it begins"):
            When.parse(text)
    else:
        when = When.parse(text)
        assert (when.start, when.end, str(when)) == (first, last, text)


def test_a_span_may_be_vague_at_either_end() -> None:
    assert When.parse("2007~..2017").about
    assert When.parse("2007..2017-03~").about
    assert When.parse("1945-08 .. 1945-09").end == date(1945, 9, 30)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *((t, "is no date") for t in ("", "18", "2018-5", "2018/05", "May", "2018-05-25T10:00")),
        *((t, "is no date") for t in ("2018..", "..2018", "2018...2019", "٢٠١٨", "-2018", "20180")),
        *((t, "is not in the calendar") for t in ("2018-13", "2018-00", "0000", "2018-02-29")),
        *((t, "is not in the calendar") for t in ("2018-05-00", "2018-04-31", "2018..2019-13")),
    ],
)
def test_no_dates(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        When.parse(text)
    assert text in str(caught.value) or "2019-13" in str(caught.value)


@pytest.mark.parametrize("value", [None, {}, [2018]])
def test_a_date_is_text(value: Any) -> None:
    class Event(Part):
        when: WhenField

    with pytest.raises(ValidationError) as caught:
        Event.model_validate({"when": value})
    error = caught.value.errors()[0]
    assert "expected a date" in error["msg"]
    assert error["ctx"]["hint"].startswith("write 2018")


def test_a_date_is_written_as_it_was_given() -> None:
    note = Note.model_validate({"when": "2018-09~"})
    assert note.model_dump(mode="json")["when"] == "2018-09~"
    assert Note(when=note.when) == note
    assert Note.model_validate({"when": 2018}).when == When.parse("2018")


def test_parts_compare_by_value_cannot_change_and_know_their_keys() -> None:
    assert Note(text="a  b\n c") == Note(text="a b c")
    with pytest.raises(ValidationError, match="frozen"):
        Note().text = "x"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra"):
        Note.model_validate({"txet": "x"})


def test_a_misfit_carries_what_to_do() -> None:
    error = misfit("date", "odd {braces}", "write it")
    assert error.context == {"said": "odd {braces}", "hint": "write it"}
    assert str(error) == "odd {braces}"
