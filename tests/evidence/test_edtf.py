"""EDTF: what each form may mean, day by day, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from detente.errors import UsageError
from detente.evidence.edtf import read_interval


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1985", "1985-01-01", "1985-12-31"),
        ("1985-04", "1985-04-01", "1985-04-30"),
        ("1985-04-12", "1985-04-12", "1985-04-12"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("2017-11-13/2017-11-17", "2017-11-13", "2017-11-17"),
        ("1964/2008-08", "1964-01-01", "2008-08-31"),
        ("1964..2008-08", "1964-01-01", "2008-08-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("1985-04-XX", "1985-04-01", "1985-04-30"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31"),
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("2001-23", "2001-09-01", "2001-11-30"),
        ("2003-24", "2003-12-01", "2004-02-29"),
        ("1985/..", "1985-01-01", "9999-12-31"),
        ("../1985-04", "0001-01-01", "1985-04-30"),
        ("1985~/201X", "1985-01-01", "2019-12-31"),
    ],
)
def test_what_a_date_may_mean(text: str, start: str, end: str) -> None:
    found = read_interval(text)
    assert (found.start, found.end) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("text", "about", "unsure"),
    [
        ("1985", False, False),
        ("1985~", True, False),
        ("2004-06?", False, True),
        ("2004-06-11%", True, True),
        ("1985~/2004?", True, True),
        ("1985/2004-06~", True, False),
    ],
)
def test_about_and_uncertain(text: str, about: bool, unsure: bool) -> None:
    found = read_interval(text)
    assert (found.about, found.unsure) == (about, unsure)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *(
            (t, "is no date")
            for t in ("1985/", "/1985", "1985..", "1XXX", "20X4", "2004-X1", "~1985")
        ),
        *(
            (t, "is no date")
            for t in ("2004-XX-03", "1985/1986/1987", "Y17E7", "2004-06-11~~", ".....")
        ),
        *((t, "not in the calendar") for t in ("2001-25", "2001-21-03", "201X-04", "2001-20")),
        ("2005/2004", "ends before it begins"),
        ("../1985/..", "is no date"),
    ],
)
def test_what_is_refused(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_interval(text)
