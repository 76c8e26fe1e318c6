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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2017-11-13/2017-11-17", "13 to 17 November 2017"),
        ("1985/..", "since 1985"),
        ("../1985-04~", "about until April 1985"),
        ("2004-06?", "June 2004 (uncertain)"),
        ("2004-06-11%", "about 11 June 2004 (uncertain)"),
        ("201X", "2010s"),
        ("2004-XX", "2004"),
        ("1985-04-XX", "April 1985"),
        ("2001-24", "winter 2001"),
        ("2001-21/2001-23", "spring to autumn 2001"),
    ],
)
def test_forms_of_edtf(text: str, said: str) -> None:
    assert in_words(When.parse(text)) == said
