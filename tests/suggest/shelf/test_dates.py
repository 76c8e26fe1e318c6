import pytest


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("signed on Dec. 16, 2016, in Tokyo", "Dec. 16, 2016", "2016-12-16"),
        ("signed on 24 September 2014 there", "24 September 2014", "2014-09-24"),
        ("7 MINS READMay 25, 2018", "May 25, 2018", "2018-05-25"),
        ("in December 2016", "December 2016", "2016-12"),
        ("since the 1950s", "the 1950s", "1950..1959"),
        ("the years 1954–55", "1954–55", "1954..1955"),
        ("(1899–1900)", "1899–1900", "1899..1900"),
        ("the 1956 agreement", "1956", "1956"),
        ("on 2018-09-20", "2018-09-20", "2018-09-20"),
        ("from 1941 to 1945 it", "1941", "1941"),
    ],
)
def test_explicit_dates_need_no_document_date(run, text, words, date):
    found = run(text)
    assert (found[0].text, str(found[0].date)) == (words, date)


@pytest.mark.parametrize("text", ["last week", "on Friday", "in May", "on May 25", "a decade ago"])
def test_without_a_date_to_count_from_it_stays_open(run, text):
    (found,) = run(f"They met {text}.")
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "date"),
    [("last Friday", "2017-11-10"), ("in September", "2017-09"), ("on May 25", None),
     ("last year", "2016"), ("today", None)],
)  # fmt: skip
def test_with_one_it_is_settled_where_it_can_be(run, text, date):
    (found,) = run(f"They met {text}.", "2017-11-13..2017-11-17")
    assert (str(found.date) if found.date else None) == date


@pytest.mark.parametrize(
    "text", ["about 2000 troops", "$1999", "1945.5 tons", "they may 5 times", "30 February 2014"]
)
def test_other_numbers_are_no_dates(run, text):
    assert [s for s in run(text) if s.date and s.text != "2014"] == []


def test_the_fullest_form_is_taken_once(run):
    assert [s.text for s in run("On 24 September 2014 and in 2015")] == [
        "24 September 2014",
        "2015",
    ]
