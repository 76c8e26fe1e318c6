"""Dates in words, no more exact than they were given."""

from __future__ import annotations

import pytest

from detente.evidence.part import When
from detente.report.dates import in_words, span, told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1956", "1956"),
        ("0987", "987"),
        ("2018-05", "May 2018"),
        ("2018-05-01", "1 May 2018"),
        ("2007~", "about 2007"),
        ("2016-12-15..2016-12-16", "15 to 16 December 2016"),
        ("2016-11..2016-12", "November to December 2016"),
        ("2016-12-31..2017-01-02", "31 December 2016 to 2 January 2017"),
        ("1950..1959", "1950 to 1959"),
        ("2018..2018-05", "2018 to May 2018"),
        ("2018..2019~", "about 2018 to 2019"),
    ],
)
def test_in_words(text: str, words: str) -> None:
    assert in_words(When.parse(text)) == words


def test_no_date_no_words() -> None:
    assert in_words(None) == span([]) == ""


def test_periods_that_are_no_dates_stay_as_they_are() -> None:
    assert told("2007..2017") == "2007 to 2017"
    assert told("to May 2018") == "to May 2018"


def test_span_of_several() -> None:
    dates = [When.parse(t) for t in ("2016-12", "1956", "2018-05")]
    assert span(dates) == "1956 to May 2018"
    assert span(dates[:1] * 2) == "December 2016"
