import pytest

from detente.evidence.part import When
from detente.suggest.moments import month_number, near, relative, when


def said(words, told):
    found = relative(words, When.parse(told) if told else None)
    return str(found) if found else None


@pytest.mark.parametrize(
    ("words", "told", "expected"),
    [
        ("last week", "2017-11-15", "2017-11-06..2017-11-12"),
        ("last week", "2017-11-13..2017-11-17", "2017-11-06..2017-11-12"),
        ("last week", "2017-11-12..2017-11-14", None),
        ("last Friday", "2017-11-17", "2017-11-10"),
        ("Friday", "2017-11-17", "2017-11-17"),
        ("Thursday", "2017-11-17", "2017-11-16"),
        ("next Friday", "2017-11-17", None),
        ("next month", "2014-12-03", "2015-01"),
        ("last month", "2014-01-03", "2013-12"),
        ("this year", "2016-12", "2016"),
        ("a decade ago", "2017-11-15", "2007~"),
        ("three years ago", "2017", "2014~"),
        ("yesterday", "2018-03-01", "2018-02-28"),
        ("last year", "", None),
        ("last year", "2014..2018", None),
    ],
)  # fmt: skip
def test_relative_dates_count_from_the_document_or_stay_open(words, told, expected):
    assert said(words, told) == expected


def test_a_month_takes_the_year_that_brings_it_near():
    assert str(near(12, 0, When.parse("2017-01-10"))) == "2016-12"
    assert str(near(5, 0, When.parse("2016-09-05"))) == "2016-05"
    assert near(1, 0, When.parse("2014-07-01")) is None
    assert near(5, 0, When.parse("2014")) is None
    assert near(5, 0, None) is None


def test_what_is_not_in_the_calendar_is_no_date():
    assert when(2015, 2, 29) is None
    assert str(when(2016, 2, 29)) == "2016-02-29"


def test_months_by_name():
    assert [month_number(m) for m in ("January", "Sept.", "Dec")] == [1, 9, 12]
