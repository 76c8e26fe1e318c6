"""Paragraphs: numbering, offsets, and what is said when there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents import Document, split_paragraphs
from detente.errors import DocumentError

LINES = st.text(alphabet=st.sampled_from("ab “’\u00a0\t\n\r\x0b\x0c\x85\u2028é\U0001f600"))


@given(LINES)
def test_offsets_point_at_the_paragraph(text):
    for p in split_paragraphs(text):
        assert text[p.start : p.end] == p.text


@given(LINES)
def test_paragraph_n_is_the_nth_line_that_is_not_blank(text):
    found = split_paragraphs(text)
    assert [p.text for p in found] == [line for line in text.splitlines() if line.strip()]
    assert [p.number for p in found] == list(range(1, len(found) + 1))


def test_windows_line_ends_and_indents_are_left_alone():
    found = split_paragraphs("One\r\n\r\n  • Two\r\n")
    assert [(p.text, p.start, p.end) for p in found] == [("One", 0, 3), ("  • Two", 7, 14)]


def test_a_line_of_no_break_spaces_is_blank():
    assert [p.text for p in split_paragraphs("a\n\u00a0\nb")] == ["a", "b"]


@pytest.mark.parametrize("number", [-1, 0, 3])
def test_a_paragraph_that_is_not_there_is_refused(number):
    document = Document("000", "", "a\nb", split_paragraphs("a\nb"))
    assert document.paragraph(2).text == "b"
    with pytest.raises(DocumentError, match=rf"`000` has no paragraph {number}: .*1 to 2"):
        document.paragraph(number)
