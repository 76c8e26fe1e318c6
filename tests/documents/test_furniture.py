"""Furniture is marked where phrases say so, and at the end; the article is not."""

import pytest

from detente.documents import split_paragraphs
from detente.documents.furniture import marked, phrase_of

LONG = "The river was high, and nobody crossed it. " * 10


def marks(*lines):
    return [p.furniture for p in marked(split_paragraphs("\n".join(lines)))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Share on Facebook", "share line"),
        ("Tweet", "share line"),
        ("Sign up", "sign-up"),
        ("Subscribe to our newsletter »", "sign-up"),
        ("View all comments", "comment form"),
        ("12 Comments", "comment form"),
        ("Explore our related content", "link"),
        ("Copyright © River Review, LLC. All rights reserved.", "notice"),
        ("Advertisement", "advertisement"),
        ("* * *", "stray mark"),
        ("Share prices fell on Monday after the talks failed.", ""),
        ("Sign the treaty", ""),
        ("He said: “Read more history.”", ""),
        ("Home to 17,000 people, the islands are poor.", ""),
    ],
)
def test_phrases(text, kind):
    assert phrase_of(text) == kind


def test_what_follows_such_a_line_at_the_end_is_marked():
    assert marks("T", LONG, LONG, "Related articles", "A poet is dead", "Rain") == [
        "", "", "", "link", "after the article", "after the article",
    ]  # fmt: skip


def test_a_long_paragraph_after_it_is_part_of_the_article():
    assert marks("T", LONG, "Read more", LONG, "The end") == ["", "", "link", "", ""]


def test_in_the_first_half_only_the_line_itself_is_marked():
    assert marks("Share", "One.", "Two.", "Three.", "Four.") == ["share line", "", "", "", ""]


def test_marks_that_are_there_stay():
    first = marked(split_paragraphs("Tweet\nOne."))
    assert marked(first) == first
