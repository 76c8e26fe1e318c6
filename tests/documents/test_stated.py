"""What first lines state, and what they do not."""

import pytest

from detente.documents import split_paragraphs
from detente.documents.stated import about_lines, iso_date


def about(*lines):
    return about_lines(split_paragraphs("\n".join(lines)))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25 May 2018", "2018-05-25"),
        ("May 25, 2018", "2018-05-25"),
        ("Sept. 3rd, 2016", "2016-09-03"),
        ("on 2014-10-03 at noon", "2014-10-03"),
        ("1 March 2018 and 2 March 2018", ""),
        ("31 February 2018", ""),
        ("May 2018", ""),
        ("12014-10-03", ""),
        ("25 May 20181", ""),
    ],
)
def test_one_full_date_or_none(text, day):
    assert iso_date(text) == day


@pytest.mark.parametrize(
    "line",
    [
        "7 MINS READMay 25, 2018 | 08:30 GMT",
        "Friday, 25 May 2018",
        "Published on May 25, 2018",
        "2018-05-25",
    ],
)
def test_a_dateline(line):
    fact = about("The ford", line, "It is open.").date
    assert (fact.value, fact.where) == ("2018-05-25", "paragraph 2")


@pytest.mark.parametrize(
    "line",
    [
        "They met in Tokyo on Dec. 16, 2016.",
        "The treaty of 19 October 1956",
        "Updated 25 May 2018",
        "1 May 2018 – 3 May 2018",
    ],
)
def test_a_date_that_is_not_the_document_s_own(line):
    assert about("The ford", line).date is None


def test_a_date_further_down_is_not_looked_at():
    assert about(*"abcdef", "25 May 2018").date is None


def test_bylines_and_labels():
    said = about(
        "By Ann van Lee", "Publication: River Review Volume: 11 Issue: 3", "Title: The ford"
    )
    assert (said.author.value, said.publisher.value, said.title.value) == (
        "Ann van Lee", "River Review", "The ford",
    )  # fmt: skip
    assert about("The courtship has yielded little, writes Ann Lee.").author.value == "Ann Lee"


@pytest.mark.parametrize("line", ["By the river they met", "By 2018", "by now Russia has gone"])
def test_what_only_looks_like_a_byline(line):
    assert about(line).author is None
